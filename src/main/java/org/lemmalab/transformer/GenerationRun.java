package org.lemmalab.transformer;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.lemmalab.llm.Progress;
import org.lemmalab.llm.ProgressListener;

/** What the workers of one run share: the queue, and whom to tell. */
final class GenerationRun {
    private final Deque<GenerationRow> queue;
    private final Consumer<Generated> sink;
    private final ProgressListener listener;
    private final int total;
    private final long start = System.nanoTime();
    private int finished;
    private long tokens;
    private volatile boolean stopped;

    GenerationRun(Deque<GenerationRow> queue, Consumer<Generated> sink, ProgressListener listener) {
        this.queue = queue;
        this.sink = sink;
        this.listener = listener;
        this.total = queue.size();
    }

    int total() {
        return total;
    }

    synchronized int finished() {
        return finished;
    }

    boolean isStopped() {
        return stopped;
    }

    void stop() {
        stopped = true;
    }

    /**
     * Takes rows off the queue.
     *
     * @param free the most rows
     * @param longestReading the most tokens of their prompts, padding included, but at least one prompt
     * @return the rows; samples of one prompt follow one another
     */
    synchronized List<GenerationRow> next(int free, int longestReading) {
        List<GenerationRow> rows = new ArrayList<>();
        int longest = queue.isEmpty() ? 0 : queue.peek().promptTokens().length;
        int read = 0;
        int previous = -1;
        while (!queue.isEmpty() && rows.size() < free) {
            boolean another = queue.peek().promptNumber() != previous;
            if (another && read > 0 && (read + 1L) * longest > longestReading) {
                break;
            }
            previous = queue.peek().promptNumber();
            read += another ? 1 : 0;
            rows.add(queue.remove());
        }
        return rows;
    }

    /** Hands over what a step has brought. */
    synchronized void report(int newTokens, List<Generated> rows) {
        tokens += newTokens;
        for (Generated row : rows) {
            finished++;
            sink.accept(row);
        }
        listener.onProgress(new Progress(finished, total, tokens, (System.nanoTime() - start) / 1e9));
    }
}
