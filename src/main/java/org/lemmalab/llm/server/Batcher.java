package org.lemmalab.llm.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.TextModel;

/**
 * One thread that asks the model. Requests that came while it worked go to the model together: a batch of rows costs little more
 * than one, and a row's text does not hang on what is beside it.
 */
final class Batcher implements AutoCloseable {
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;
    private static final long PATIENCE_MILLIS = 5_000;

    private final TextModel model;
    private final int mostTogether;
    private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::work, "model");
    private volatile boolean closed;

    private record Job(ServedRequest request, CompletableFuture<List<Reply>> replies) {}

    Batcher(TextModel model, int mostTogether) {
        this.model = model;
        this.mostTogether = mostTogether;
        thread.setDaemon(true);
        thread.start();
    }

    /** The replies to come; an {@link ApiError} where there will be none. */
    CompletableFuture<List<Reply>> submit(ServedRequest request) {
        Job job = new Job(request, new CompletableFuture<>());
        queue.add(job);
        if (closed) {
            job.replies().completeExceptionally(stopping());
        }
        return job.replies();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.forEach(job -> job.replies().completeExceptionally(stopping()));
    }

    private void work() {
        while (!closed) {
            try {
                answer(gather(queue.take()));
            } catch (InterruptedException e) {
                // Closing, or a stray interrupt: the loop's condition tells.
            }
        }
    }

    /** The job and those behind it, as many as fit. */
    private List<Job> gather(Job first) {
        List<Job> jobs = new ArrayList<>(List.of(first));
        int samples = first.request().samples();
        for (Job next = queue.peek(); next != null; next = queue.peek()) {
            samples += next.request().samples();
            if (samples > mostTogether) {
                break;
            }
            jobs.add(queue.remove());
        }
        return jobs;
    }

    private void answer(List<Job> jobs) {
        List<CompletionRequest> requests =
                jobs.stream().flatMap(job -> job.request().requests().stream()).toList();
        try {
            List<Reply> replies = model.complete(requests);
            int next = 0;
            for (Job job : jobs) {
                int count = job.request().requests().size();
                job.replies().complete(replies.subList(next, next + count));
                next += count;
            }
        } catch (LabException e) {
            ApiError error =
                    closed ? stopping() : new ApiError(SERVER_ERROR, "server_error", "model_failed", e.getMessage());
            jobs.forEach(job -> job.replies().completeExceptionally(error));
        } catch (RuntimeException | Error e) {
            ApiError error =
                    new ApiError(SERVER_ERROR, "server_error", "model_failed", "the model failed unexpectedly: " + e);
            jobs.forEach(job -> job.replies().completeExceptionally(error));
        }
    }

    private static ApiError stopping() {
        return new ApiError(UNAVAILABLE, "server_error", "stopping", "the server is stopping");
    }
}
