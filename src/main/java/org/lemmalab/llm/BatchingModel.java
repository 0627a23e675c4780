package org.lemmalab.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.lemmalab.io.LabException;

/**
 * Lets many threads ask a model that works best on many prompts at a time. One thread asks it; requests that came while it worked
 * go to it together: a batch of rows costs little more than one, and a row's text does not depend on what is beside it. A request
 * whose rows have ended does not wait for those of others.
 */
public final class BatchingModel implements TextModel {
    private static final long PATIENCE_MILLIS = 5_000;
    private static final ReplyListener SILENT = new ReplyListener() {
        @Override
        public boolean hearsText(int request) {
            return false;
        }

        @Override
        public boolean onText(int request, int sample, String more) {
            return true;
        }

        @Override
        public void onReply(int request, Reply reply) {
            // Comes with the others.
        }
    };

    private final TextModel inner;
    private final int mostTogether;
    private final BlockingQueue<BatchedJob> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::work, "model");
    private volatile boolean stopped;

    /**
     * @param inner the model
     * @param mostTogether the most samples that it is given at a time; a single call may have more
     */
    public BatchingModel(TextModel inner, int mostTogether) {
        if (mostTogether < 1) {
            throw new LabException("batch: expected at least 1 sample, found " + mostTogether);
        }
        this.inner = inner;
        this.mostTogether = mostTogether;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public String name() {
        return inner.name();
    }

    /**
     * Queues prompts.
     *
     * @param requests the prompts
     * @return the replies to come, in the order of the requests; a {@link LabException} where there will be none
     */
    public CompletableFuture<List<Reply>> submit(List<CompletionRequest> requests) {
        return submit(requests, SILENT);
    }

    /**
     * Queues prompts.
     *
     * @param requests the prompts
     * @param listener is told of their texts while they grow, where the model can; to be quick, since the model waits for it
     * @return the replies to come, in the order of the requests; a {@link LabException} where there will be none. To cancel it
     *     ends their completions.
     */
    public CompletableFuture<List<Reply>> submit(List<CompletionRequest> requests, ReplyListener listener) {
        BatchedJob job = new BatchedJob(requests, listener);
        queue.add(job);
        if (stopped) {
            job.fail(stopping());
        }
        return job.replies();
    }

    /** Tells of no progress before the end. */
    @Override
    public List<Reply> complete(List<CompletionRequest> requests, ProgressListener listener) {
        long start = System.nanoTime();
        try {
            List<Reply> replies = submit(requests).get();
            long tokens = replies.stream()
                    .filter(Reply.Completed.class::isInstance)
                    .mapToLong(reply -> ((Reply.Completed) reply).completionTokens())
                    .sum();
            double seconds = (System.nanoTime() - start) / 1e9;
            listener.onProgress(new Progress(replies.size(), replies.size(), tokens, seconds));
            return replies;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(name() + ": interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LabException known ? known : failed(e.getCause());
        }
    }

    /** Asked of the model at once, beside what is queued. */
    @Override
    public List<Score> score(List<ScoreRequest> requests) {
        return inner.score(requests);
    }

    /** Ends what is on the way and takes no more; the model stays open. */
    public void stop() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.forEach(job -> job.fail(stopping()));
    }

    /** Stops, and closes the model. */
    @Override
    public void close() {
        stop();
        inner.close();
    }

    private void work() {
        while (!stopped) {
            try {
                answer(gather(queue.take()).stream()
                        .filter(BatchedJob::isWanted)
                        .toList());
            } catch (InterruptedException e) {
                // Stopping, or a stray interrupt: the loop's condition tells.
            }
        }
    }

    /** The job and those behind it, as many as fit. */
    private List<BatchedJob> gather(BatchedJob first) {
        List<BatchedJob> jobs = new ArrayList<>(List.of(first));
        int samples = first.samples();
        for (BatchedJob next = queue.peek(); next != null; next = queue.peek()) {
            samples += next.samples();
            if (samples > mostTogether) {
                break;
            }
            jobs.add(queue.remove());
        }
        return jobs;
    }

    private void answer(List<BatchedJob> jobs) {
        List<CompletionRequest> requests =
                jobs.stream().flatMap(job -> job.requests().stream()).toList();
        try {
            inner.stream(requests, BatchedJob.listener(jobs));
        } catch (LabException e) {
            LabException reason = stopped ? stopping() : e;
            jobs.forEach(job -> job.fail(reason));
        } catch (RuntimeException | Error e) {
            jobs.forEach(job -> job.fail(failed(e)));
        }
    }

    private LabException failed(Throwable e) {
        return new LabException(name() + ": the model failed unexpectedly: " + e, e);
    }

    private LabException stopping() {
        return new LabException(name() + ": stopping");
    }
}
