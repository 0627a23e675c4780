package org.lemmalab.llm.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.BatchingModel;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;

/** Answers one HTTP request. */
final class Handler implements HttpHandler {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int TOO_LARGE = 413;
    private static final int WRONG_TYPE = 415;
    private static final int SERVER_ERROR = 500;

    private final String model;
    private final BatchingModel batches;
    private final RequestReader reader;
    private final ServerSettings settings;
    private final long started = Instant.now().getEpochSecond();
    private final AtomicLong count = new AtomicLong();

    Handler(String model, BatchingModel batches, ServerSettings settings) {
        this.model = model;
        this.batches = batches;
        this.reader = new RequestReader(model, settings.chat());
        this.settings = settings;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                route(exchange);
            } catch (ApiError e) {
                send(exchange, e.status(), e.json());
            } catch (RuntimeException e) {
                send(exchange, SERVER_ERROR, new ApiError(SERVER_ERROR, "server_error", "failed", e.toString()).json());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException, InterruptedException {
        checkHost(exchange);
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/v1/chat/completions" -> complete(exchange, true);
            case "/v1/completions" -> complete(exchange, false);
            case "/v1/models" -> {
                require(exchange, "GET");
                ObjectNode list = Json.mapper().createObjectNode().put("object", "list");
                list.putArray("data").add(modelObject());
                send(exchange, OK, list);
            }
            default -> {
                if (!path.equals("/v1/models/" + model)) {
                    throw new ApiError(
                            NOT_FOUND,
                            "invalid_request_error",
                            "not_found",
                            "expected a path of /v1/chat/completions, /v1/completions or /v1/models, found " + path);
                }
                require(exchange, "GET");
                send(exchange, OK, modelObject());
            }
        }
    }

    private ObjectNode modelObject() {
        return Json.mapper()
                .createObjectNode()
                .put("id", model)
                .put("object", "model")
                .put("created", started)
                .put("owned_by", "lemma-lab");
    }

    private void complete(HttpExchange exchange, boolean chat) throws IOException, InterruptedException {
        require(exchange, "POST");
        ServedRequest request = reader.read(body(exchange), chat, prefix(exchange));
        String id = (chat ? "chatcmpl-" : "cmpl-") + count.incrementAndGet();
        AnswerWriter writer = new AnswerWriter(model, id, Instant.now().getEpochSecond(), request);
        if (request.scores()) {
            send(exchange, OK, writer.scored(score(request.texts())));
            return;
        }
        if (request.stream()) {
            stream(exchange, request, writer);
        } else {
            send(exchange, OK, writer.whole(completed(await(batches.submit(request.requests())))));
        }
    }

    private List<Score> score(List<ScoreRequest> texts) {
        try {
            return batches.score(texts);
        } catch (LabException e) {
            throw ApiError.badRequest(e.getMessage());
        }
    }

    /** How much of a prompt stands before the text that is to be scored; a client of this project's says so. */
    private static OptionalInt prefix(HttpExchange exchange) {
        String value = exchange.getRequestHeaders().getFirst(ModelServer.PREFIX_HEADER);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!value.matches("[0-9]{1,9}")) {
            throw ApiError.badRequest(
                    ModelServer.PREFIX_HEADER + ": expected a number of characters, found other text");
        }
        return OptionalInt.of(Integer.parseInt(value));
    }

    /** A client that goes away ends its completions. */
    private void stream(HttpExchange exchange, ServedRequest request, AnswerWriter writer)
            throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(OK, 0);
        EventStream events = new EventStream(request, writer, exchange.getResponseBody());
        CompletableFuture<List<Reply>> replies = batches.submit(request.requests(), events);
        try {
            events.send(replies, settings.heartbeat());
        } finally {
            replies.cancel(true);
        }
    }

    private static List<Reply> await(CompletableFuture<List<Reply>> replies) throws InterruptedException {
        try {
            return replies.get();
        } catch (ExecutionException e) {
            throw new ApiError(
                    SERVER_ERROR,
                    "server_error",
                    "model_failed",
                    String.valueOf(e.getCause().getMessage()));
        }
    }

    private static List<Reply.Completed> completed(List<Reply> replies) {
        List<Reply.Completed> completed = new ArrayList<>();
        for (Reply reply : replies) {
            if (reply instanceof Reply.Failed failed) {
                throw ApiError.badRequest(failed.reason());
            }
            completed.add((Reply.Completed) reply);
        }
        return completed;
    }

    /** Only names of this machine: a web page that was given its address under another name is kept out. */
    private static void checkHost(HttpExchange exchange) {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"))
                .toLowerCase(Locale.ROOT)
                .replaceFirst(":[0-9]+$", "");
        if (!List.of("localhost", "127.0.0.1", "[::1]").contains(host)) {
            throw new ApiError(
                    FORBIDDEN, "invalid_request_error", "wrong_host", "expected host localhost, found another");
        }
    }

    private static void require(HttpExchange exchange, String method) {
        if (!exchange.getRequestMethod().equals(method)) {
            throw new ApiError(
                    WRONG_METHOD,
                    "invalid_request_error",
                    "wrong_method",
                    "expected " + method + ", found " + exchange.getRequestMethod());
        }
    }

    /** The body; another type than JSON is refused, so that no web page can post here without the browser asking first. */
    private String body(HttpExchange exchange) throws IOException {
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new ApiError(
                    WRONG_TYPE, "invalid_request_error", "wrong_type", "expected Content-Type application/json");
        }
        byte[] bytes = exchange.getRequestBody().readNBytes(settings.largestRequest() + 1);
        if (bytes.length > settings.largestRequest()) {
            throw new ApiError(
                    TOO_LARGE,
                    "invalid_request_error",
                    "too_large",
                    "expected a request of at most " + settings.largestRequest() + " bytes, found a larger one");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, JsonNode json) throws IOException {
        byte[] bytes = Json.line(json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
