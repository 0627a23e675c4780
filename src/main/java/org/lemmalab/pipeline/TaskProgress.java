package org.lemmalab.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Progress of work that is no run: one long call, or a loop. It tells a listener as a run does, after each step.
 *
 * <pre>{@code
 * try (TaskProgress progress = TaskProgress.of("errors", 5276, TerminalProgress.onStandardError())) {
 *     runner.run(source, output, progress::at);
 * }
 * }</pre>
 */
public final class TaskProgress implements AutoCloseable {
    private final String task;
    private final ProgressListener listener;
    private final long startNanos = System.nanoTime();
    private OptionalLong total;
    private long done;
    private long failed;
    private Usage usage = Usage.NONE;

    private TaskProgress(String task, OptionalLong total, ProgressListener listener) {
        this.task = task;
        this.total = total;
        this.listener = listener;
    }

    /**
     * @param task what is done, in a word or two
     * @param total how much there is to do
     * @param listener is told
     * @return nothing done yet
     */
    public static TaskProgress of(String task, long total, ProgressListener listener) {
        return new TaskProgress(task, OptionalLong.of(total), listener);
    }

    /**
     * @param task what is done, in a word or two
     * @param listener is told
     * @return nothing done yet of what nobody has counted
     */
    public static TaskProgress ofUnknownLength(String task, ProgressListener listener) {
        return new TaskProgress(task, OptionalLong.empty(), listener);
    }

    /**
     * @param nowDone how much is done so far, failures among it
     */
    public synchronized void at(long nowDone) {
        done = nowDone;
        tell(Progress.State.RUNNING);
    }

    /**
     * @param nowDone how much is done so far, failures among it
     * @param nowFailed how much of it failed
     * @param nowUsed tokens and money so far
     */
    public synchronized void at(long nowDone, long nowFailed, Usage nowUsed) {
        failed = nowFailed;
        usage = nowUsed;
        at(nowDone);
    }

    /** One more is done. */
    public synchronized void step() {
        at(done + 1);
    }

    /** There was less to do than was thought: what is done is all. */
    public synchronized void complete() {
        total = OptionalLong.of(done);
    }

    /** The work has ended: complete, unless less was done than there was to do. */
    @Override
    public synchronized void close() {
        boolean whole = total.isEmpty() || done >= total.getAsLong();
        tell(whole ? Progress.State.COMPLETE : Progress.State.STOPPED);
    }

    private void tell(Progress.State state) {
        Manifest.Counts counts = new Manifest.Counts(done - failed, failed, 0);
        listener.update(new Progress(task, state, done, total, counts, usage, pace()));
    }

    private Progress.Pace pace() {
        return Progress.Pace.of(Duration.ofNanos(System.nanoTime() - startNanos), done, left());
    }

    private Optional<Long> left() {
        return total.isPresent() ? Optional.of(Math.max(0, total.getAsLong() - done)) : Optional.empty();
    }
}
