package org.lemmalab.llm.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.lemmalab.io.Json;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.ReplyListener;

/**
 * One answer as server-sent events: each choice's text as the model writes it, its end, then the usage where asked for. The model's
 * threads put down what happens, the connection's own thread sends it, so that a slow client holds up nobody.
 */
final class EventStream implements ReplyListener {
    private static final int FAILED = 500;

    private final ServedRequest request;
    private final AnswerWriter writer;
    private final OutputStream out;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final int[] sent;
    private final boolean[] begun;

    private sealed interface News {
        /** More of a completion's text. */
        record Text(int index, String more) implements News {}

        /** What became of a request. */
        record Settled(int request, Reply reply) implements News {}

        /** The model has ended, well or not. */
        record Over(Optional<Throwable> failure) implements News {}
    }

    EventStream(ServedRequest request, AnswerWriter writer, OutputStream out) {
        this.request = request;
        this.writer = writer;
        this.out = out;
        this.sent = new int[request.requests().size() * writer.samples()];
        this.begun = new boolean[sent.length];
    }

    @Override
    public boolean onText(int number, int sample, String more) {
        if (!more.isEmpty()) {
            news.add(new News.Text(number * writer.samples() + sample, more));
        }
        return true;
    }

    @Override
    public void onReply(int number, Reply reply) {
        news.add(new News.Settled(number, reply));
    }

    /**
     * Sends what comes until all has come; a comment now and then while nothing does.
     *
     * @throws IOException if the client has gone
     */
    void send(CompletableFuture<List<Reply>> replies, Duration heartbeat) throws IOException, InterruptedException {
        replies.whenComplete((all, failure) -> news.add(new News.Over(Optional.ofNullable(failure))));
        List<Reply.Completed> completed = new ArrayList<>();
        while (true) {
            News next = news.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                write(": working");
            } else if (next instanceof News.Text text) {
                text(text.index(), text.more());
            } else if (next instanceof News.Settled settled && settled.reply() instanceof Reply.Completed reply) {
                end(settled.request(), reply);
                completed.add(reply);
            } else if (next instanceof News.Settled settled) {
                event(ApiError.badRequest(((Reply.Failed) settled.reply()).reason())
                        .json());
            } else if (next instanceof News.Over over) {
                over(over.failure(), completed);
                return;
            }
        }
    }

    private void over(Optional<Throwable> failure, List<Reply.Completed> completed) throws IOException {
        if (failure.isPresent()) {
            String reason = String.valueOf(failure.get().getMessage());
            event(new ApiError(FAILED, "server_error", "model_failed", reason).json());
        } else if (request.usageInStream()
                && completed.size() == request.requests().size()) {
            event(writer.usageEvent(completed));
        }
        write("data: [DONE]");
    }

    private void end(int number, Reply.Completed reply) throws IOException {
        for (int sample = 0; sample < reply.completions().size(); sample++) {
            Completion completion = reply.completions().get(sample);
            int index = number * writer.samples() + sample;
            String rest = completion
                    .text()
                    .substring(Math.min(sent[index], completion.text().length()));
            if (!rest.isEmpty() || !begun[index]) {
                text(index, rest);
            }
            event(writer.end(index, completion));
        }
    }

    private void text(int index, String more) throws IOException {
        event(writer.more(index, more, !begun[index]));
        begun[index] = true;
        sent[index] += more.length();
    }

    private void event(JsonNode json) throws IOException {
        write("data: " + Json.line(json));
    }

    private void write(String line) throws IOException {
        out.write((line + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
