package org.lemmalab.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.lemmalab.io.Json;
import org.lemmalab.llm.endpoint.EndpointModel;
import org.lemmalab.llm.endpoint.EndpointSettings;
import org.lemmalab.llm.endpoint.RetryPolicy;

/** A real HTTP server on this machine that speaks OpenAI's chat interface and says what the test has written for it. */
public final class ScriptedServer implements AutoCloseable {
    public static final int PROMPT_TOKENS = 100;
    public static final int REPLY_TOKENS = 10;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Function<Request, List<Text>> script;
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    /** What came in. */
    public record Request(String prompt, int samples, double temperature, long seed) {}

    /** What goes out as one choice. */
    public record Text(String content, String finish) {}

    public ScriptedServer(Function<Request, List<Text>> script) throws IOException {
        this.script = script;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    /** Says these texts, as many as samples are asked for, from the first on, to every request. */
    public static ScriptedServer saying(String... texts) throws IOException {
        return new ScriptedServer(request -> List.of(texts).subList(0, request.samples()).stream()
                .map(text -> new Text(text, "stop"))
                .toList());
    }

    public EndpointModel open() {
        return EndpointModel.open(EndpointSettings.chat(baseUrl(), "scripted").with(RetryPolicy.NONE));
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode json = Json.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Request request = new Request(
                    json.at("/messages/0/content").asText(),
                    json.path("n").asInt(1),
                    json.path("temperature").asDouble(),
                    json.path("seed").asLong());
            requests.add(request);
            byte[] body = Json.line(body(script.apply(request))).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static ObjectNode body(List<Text> texts) {
        ObjectNode json = Json.mapper().createObjectNode();
        ArrayNode choices = json.putArray("choices");
        for (Text text : texts) {
            ObjectNode choice = choices.addObject();
            choice.put("index", choices.size() - 1).put("finish_reason", text.finish());
            choice.putObject("message").put("role", "assistant").put("content", text.content());
        }
        json.putObject("usage")
                .put("prompt_tokens", PROMPT_TOKENS)
                .put("completion_tokens", REPLY_TOKENS * texts.size());
        return json;
    }
}
