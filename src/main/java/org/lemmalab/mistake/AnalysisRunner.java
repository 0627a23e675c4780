package org.lemmalab.mistake;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.lemmalab.io.LabException;
import org.lemmalab.io.LineOutput;
import org.lemmalab.llm.UnusableModelException;
import org.lemmalab.solution.ProblemAttempt;

/**
 * Analyses a stream of attempts on several cores. The output comes in the order of the input, whatever the number of workers; memory
 * holds a window of attempts, not the stream. If the calling thread is interrupted, what is already out stays out.
 */
public final class AnalysisRunner {
    private static final int WINDOW_PER_WORKER = 256;

    private final Analyst analyst;
    private final int workers;

    /** Attempts that are handed over one by one, for example {@code sink -> Attempts.read(file, problems, sink, rejected)}. */
    @FunctionalInterface
    public interface Source {
        /**
         * @param sink takes each attempt
         */
        void forEach(Consumer<ProblemAttempt> sink);
    }

    /**
     * @param analyst must be safe for several threads if there are several workers
     * @param workers how many attempts are analysed at a time, at least 1
     * @throws LabException if there is less than one worker
     */
    public AnalysisRunner(Analyst analyst, int workers) {
        if (workers < 1) {
            throw new LabException("analysis: expected at least one worker, found " + workers);
        }
        this.analyst = analyst;
        this.workers = workers;
    }

    /**
     * @param analyst must be safe for several threads
     * @return a runner with one worker for each core
     */
    public static AnalysisRunner onAllCores(Analyst analyst) {
        return new AnalysisRunner(analyst, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param source the attempts
     * @param output takes each labelled attempt, in the order of the source, on the calling thread
     * @param progress takes the number of attempts done so far, after each one
     * @return how many attempts were analysed
     * @throws LabException if the calling thread is interrupted; an {@link UnusableModelException} of the analyst's model as it is
     */
    public long run(Source source, Consumer<? super LabelledAttempt> output, LongConsumer progress) {
        ExecutorService executor = Executors.newFixedThreadPool(workers, runnable -> {
            Thread thread = new Thread(runnable, "analysis");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Window window = new Window(executor, output, progress);
            source.forEach(window::submit);
            window.drain(0);
            return window.done;
        } finally {
            executor.shutdownNow();
        }
    }

    /**
     * Writes a line of JSON for each attempt; see {@link LabelledAttempt}.
     *
     * @param source the attempts
     * @param file the output, overwritten when it is whole; until then the lines stand in {@link LineOutput#partOf}
     * @param progress takes the number of attempts done so far
     * @return how many attempts were analysed
     * @throws LabException if the file cannot be written, or the calling thread is interrupted; lines written before stay in the part
     */
    public long write(Source source, Path file, LongConsumer progress) {
        try (LineOutput output = LineOutput.to(file).keepingParts()) {
            long done = run(source, labelled -> output.add(labelled.json()), progress);
            output.finish();
            return done;
        }
    }

    private LabelledAttempt analyse(ProblemAttempt subject) {
        try {
            return LabelledAttempt.of(
                    subject, analyst.judge(subject.problem(), subject.attempt().solution()));
        } catch (UnusableModelException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            String reason = "The analyst failed: " + e.getClass().getSimpleName() + " " + e.getMessage();
            return LabelledAttempt.of(subject, new Analysis.Undecided(OptionalInt.empty(), reason));
        }
    }

    /** The attempts under way, oldest first. */
    private final class Window {
        private final ExecutorService executor;
        private final Consumer<? super LabelledAttempt> output;
        private final LongConsumer progress;
        private final Deque<Future<LabelledAttempt>> underWay = new ArrayDeque<>();
        private long done;

        private Window(ExecutorService executor, Consumer<? super LabelledAttempt> output, LongConsumer progress) {
            this.executor = executor;
            this.output = output;
            this.progress = progress;
        }

        private void submit(ProblemAttempt subject) {
            underWay.add(executor.submit(() -> analyse(subject)));
            drain(WINDOW_PER_WORKER * workers);
        }

        private void drain(int atMost) {
            while (underWay.size() > atMost) {
                output.accept(next());
                progress.accept(++done);
            }
        }

        private LabelledAttempt next() {
            try {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                return underWay.remove().get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LabException("analysis: interrupted after " + done + " attempts", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof UnusableModelException known) {
                    throw known;
                }
                throw new LabException("analysis: attempt " + (done + 1) + " ended with " + e.getCause(), e);
            }
        }
    }
}
