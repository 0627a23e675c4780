package org.lemmalab.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.lemmalab.io.LabException;

/** Requests of one caller among those that a model answers together. */
final class BatchedJob {
    private final List<CompletionRequest> requests;
    private final ReplyListener listener;
    private final CompletableFuture<List<Reply>> replies = new CompletableFuture<>();
    private final Reply[] arrived;
    private final AtomicInteger missing;

    BatchedJob(List<CompletionRequest> requests, ReplyListener listener) {
        this.requests = List.copyOf(requests);
        this.listener = listener;
        this.arrived = new Reply[requests.size()];
        this.missing = new AtomicInteger(requests.size());
        if (requests.isEmpty()) {
            replies.complete(List.of());
        }
    }

    List<CompletionRequest> requests() {
        return requests;
    }

    CompletableFuture<List<Reply>> replies() {
        return replies;
    }

    int samples() {
        return requests.stream()
                .mapToInt(request -> request.settings().samples())
                .sum();
    }

    void fail(LabException reason) {
        replies.completeExceptionally(reason);
    }

    /** Whether somebody waits for it. */
    boolean isWanted() {
        return !replies.isDone();
    }

    private boolean hear(int request, int sample, String more) {
        return isWanted() && listener.onText(request, sample, more);
    }

    private void take(int request, Reply reply) {
        arrived[request] = reply;
        listener.onReply(request, reply);
        if (missing.decrementAndGet() == 0) {
            replies.complete(List.of(arrived));
        }
    }

    /** Tells each job what is its own; its requests follow one another in the jobs' order. */
    static ReplyListener listener(List<BatchedJob> jobs) {
        List<BatchedJob> owners = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (BatchedJob job : jobs) {
            for (int i = 0; i < job.requests.size(); i++) {
                owners.add(job);
                numbers.add(i);
            }
        }
        return new ReplyListener() {
            @Override
            public boolean hearsText(int request) {
                return owners.get(request).listener.hearsText(numbers.get(request));
            }

            @Override
            public boolean onText(int request, int sample, String more) {
                return owners.get(request).hear(numbers.get(request), sample, more);
            }

            @Override
            public void onReply(int request, Reply reply) {
                owners.get(request).take(numbers.get(request), reply);
            }
        };
    }
}
