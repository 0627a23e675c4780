package org.lemmalab.llm.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.ReplyListener;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.TinyCheckpoint;
import org.lemmalab.transformer.LocalModel;

/** A client that goes away in the middle of a long text. */
class DisconnectTest {
    private static final int LONG = 3000;

    /** A model whose tokens are counted. */
    private static final class Counted implements TextModel {
        private final TextModel inner;
        private final AtomicInteger tokens = new AtomicInteger();
        private final CountDownLatch ended = new CountDownLatch(1);

        private Counted(TextModel inner) {
            this.inner = inner;
        }

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public List<Reply> complete(List<CompletionRequest> requests, ProgressListener listener) {
            return inner.complete(requests, listener);
        }

        @Override
        public List<Reply> stream(List<CompletionRequest> requests, ReplyListener listener) {
            try {
                return inner.stream(requests, new ReplyListener() {
                    @Override
                    public boolean onText(int request, int sample, String more) {
                        tokens.incrementAndGet();
                        return listener.onText(request, sample, more);
                    }

                    @Override
                    public void onReply(int request, Reply reply) {
                        listener.onReply(request, reply);
                    }
                });
            } finally {
                ended.countDown();
            }
        }

        @Override
        public List<Score> score(List<ScoreRequest> requests) {
            return inner.score(requests);
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    @Test
    void endsItsCompletionAndTheServerGoesOn(@TempDir Path parent) throws Exception {
        LocalModel local = LocalModel.open(TinyCheckpoint.write(parent, LONG + 100));
        try (Counted model = new Counted(local);
                ModelServer server = ModelServer.start(model, ServerSettings.onPort(0))) {
            int seen = firstEvents(server, model);
            assertTrue(model.ended.await(30, TimeUnit.SECONDS), "the completion still runs");
            assertTrue(seen < LONG / 2, seen + " tokens were written before the first came through");
            assertTrue(model.tokens.get() < LONG, model.tokens + " tokens were written for nobody");
            String text = local.complete("Ann", SamplingSettings.greedy(5)).text();
            try (var endpoint = org.lemmalab.llm.endpoint.EndpointModel.open(
                    org.lemmalab.llm.endpoint.EndpointSettings.chat(server.baseUrl(), "tiny"))) {
                assertEquals(
                        text,
                        endpoint.complete("Ann", SamplingSettings.greedy(5)).text());
            }
        }
    }

    /** Reads a few events, hangs up, and tells how many tokens there were when the first came. */
    private static int firstEvents(ModelServer server, Counted model) throws Exception {
        String body = "{\"prompt\":\"" + endlessPrompt(model.inner) + "\",\"max_tokens\":" + LONG
                + ",\"temperature\":0,\"stream\":true}";
        URI url = URI.create(server.baseUrl());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("POST /v1/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String line = reader.readLine();
            while (!line.startsWith("data: {")) {
                line = reader.readLine();
            }
            return model.tokens.get();
        }
    }

    /** One that the model, taking the likeliest token every time, goes on about without an end. */
    private static String endlessPrompt(TextModel model) {
        return List.of("Ann has", "Ben", "How many pears", "12", "She gives").stream()
                .filter(prompt -> model.complete(prompt, SamplingSettings.greedy(LONG))
                                .completions()
                                .get(0)
                                .tokens()
                        == LONG)
                .findFirst()
                .orElseThrow();
    }
}
