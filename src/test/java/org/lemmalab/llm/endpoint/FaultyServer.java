package org.lemmalab.llm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.lemmalab.io.Json;

/**
 * A real HTTP server, on sockets, that misbehaves on command. Good answers repeat the prompt. The key that a client sends comes
 * back in every error, as careless servers do.
 */
public final class FaultyServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BiFunction<String, Integer, Fault> plan;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final List<Long> arrivals = Collections.synchronizedList(new ArrayList<>());
    private volatile long delayMillis;

    /** The plan has the prompt and the request's number, from 0. */
    public FaultyServer(BiFunction<String, Integer, Fault> plan) throws IOException {
        this.plan = plan;
        this.socket = new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
        threads.execute(this::listen);
    }

    public FaultyServer delay(long millis) {
        delayMillis = millis;
        return this;
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
    }

    public int count() {
        return count.get();
    }

    public int mostOpen() {
        return mostOpen.get();
    }

    /** When requests came, in nanoseconds. */
    public List<Long> arrivals() {
        return List.copyOf(arrivals);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String[] request = read(client.getInputStream());
            arrivals.add(System.nanoTime());
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            TimeUnit.MILLISECONDS.sleep(delayMillis);
            // Before the answer: whoever has it may come again at once.
            open.decrementAndGet();
            JsonNode json = Json.parse(request[1]);
            String prompt = json.has("prompt")
                    ? json.get("prompt").asText()
                    : json.at("/messages/0/content").asText();
            misbehave(client, plan.apply(prompt, count.getAndIncrement()), prompt, request[0]);
        } catch (IOException | InterruptedException e) {
            // The client went away, or the test is over.
        }
    }

    private void misbehave(Socket client, Fault fault, String prompt, String key)
            throws IOException, InterruptedException {
        OutputStream out = client.getOutputStream();
        String good = answer(prompt);
        String error = Json.line(Json.mapper()
                .createObjectNode()
                .set("error", Json.mapper().createObjectNode().put("message", "no, " + key + ", not now")));
        switch (fault) {
            case NONE -> send(out, "200 OK", "application/json", good);
            case STATUS_429 -> send(out, "429 Too Many Requests", "application/json", error);
            case STATUS_429_RETRY_AFTER ->
                send(out, "429 Too Many Requests\r\nRetry-After: 1", "application/json", error);
            case STATUS_500 -> send(out, "500 Internal Server Error", "text/plain", "broken " + key);
            case STATUS_503 -> send(out, "503 Service Unavailable", "application/json", error);
            case STATUS_400 -> send(out, "400 Bad Request", "application/json", error);
            case STATUS_401 -> send(out, "401 Unauthorized", "application/json", error);
            case QUOTA ->
                send(
                        out,
                        "429 Too Many Requests",
                        "application/json",
                        "{\"error\":{\"message\":\"paid up\",\"code\":\"insufficient_quota\"}}");
            case RESET -> {
                head(out, "200 OK", "application/json", good.length());
                out.write(good.substring(0, good.length() / 2).getBytes(StandardCharsets.UTF_8));
                out.flush();
                client.setSoLinger(true, 0);
            }
            case HANG -> TimeUnit.SECONDS.sleep(20);
            case DRIP -> {
                head(out, "200 OK", "application/json", good.length());
                for (byte b : good.getBytes(StandardCharsets.UTF_8)) {
                    out.write(b);
                    out.flush();
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
            case TRUNCATED -> send(out, "200 OK", "application/json", good.substring(0, good.length() / 2));
            case HTML -> send(out, "200 OK", "text/html", "<html><body>Bad gateway for " + key + "</body></html>");
            case EMPTY_CHOICES -> send(out, "200 OK", "application/json", "{\"choices\":[]}");
            case WRONG_TYPE -> send(out, "200 OK", "image/png", good);
            case HUGE -> {
                int size = 100 << 20;
                head(out, "200 OK", "application/json", size);
                byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
                for (int sent = 0; sent < size; sent += block.length) {
                    out.write(block);
                }
            }
        }
        out.flush();
    }

    private static String answer(String prompt) {
        ObjectNode json = Json.mapper().createObjectNode();
        ObjectNode choice = json.putArray("choices").addObject().put("index", 0).put("text", "echo " + prompt);
        choice.putObject("message").put("role", "assistant").put("content", "echo " + prompt);
        choice.put("finish_reason", "stop");
        json.putObject("usage").put("prompt_tokens", 5).put("completion_tokens", 7);
        return Json.line(json);
    }

    private static void send(OutputStream out, String status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        head(out, status, type, bytes.length);
        out.write(bytes);
    }

    private static void head(OutputStream out, String status, String type, int length) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.UTF_8));
    }

    /** The key and the body. */
    private static String[] read(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw);
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("no request");
            }
            head.append((char) b);
        }
        int length = 0;
        String key = "nobody";
        for (String line : head.toString().split("\r\n")) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (lower.startsWith("authorization: bearer ")) {
                key = line.substring(22);
            }
        }
        return new String[] {key, new String(in.readNBytes(length), StandardCharsets.UTF_8)};
    }
}
