package org.lemmalab.transformer;

import ai.djl.Device;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lemmalab.io.LabException;

/**
 * Rows shared out among processor cores. A small model's operators are too small to be worth splitting among cores; whole rows are,
 * and then no core waits for another. Rows do not depend on their batch, so the texts stay the same.
 */
final class GenerationWorkers {
    /** Fewer rows than this a worker, and the matrix products get too thin. */
    private static final int LEAST_ROWS = 8;

    /** One core passes over so few weights in less time than several take to keep in step, above all where others work beside them. */
    private static final long FEW_PARAMETERS = 10_000_000L;

    /** A larger model's weights do not stay in the processor's caches, and are better read once for all rows. */
    private static final long MOST_PARAMETERS = 100_000_000L;

    private GenerationWorkers() {}

    /**
     * @param decoder what generates
     * @param rows in one step
     * @return how many workers should share them
     */
    static int count(FrozenDecoder decoder, int rows) {
        if (!decoder.manager().getDevice().equals(Device.cpu())
                || decoder.config().parameterCount() > MOST_PARAMETERS) {
            return 1;
        }
        return Math.max(1, Math.min(JniUtils.getNumThreads(), rows / LEAST_ROWS));
    }

    /**
     * Runs work in the calling thread; a small model's on this core alone.
     *
     * @param decoder what generates
     * @param work what to do
     */
    static void runHere(FrozenDecoder decoder, Runnable work) {
        if (decoder.config().parameterCount() > FEW_PARAMETERS) {
            work.run();
            return;
        }
        int threads = JniUtils.getNumThreads();
        JniUtils.setNumThreads(1);
        try {
            work.run();
        } finally {
            JniUtils.setNumThreads(threads);
        }
    }

    /**
     * Runs the same work in several threads, which share the engine's threads among them, and waits for all.
     *
     * @param workers how many
     * @param run is stopped when the calling thread is interrupted or a worker fails
     * @param work what each does
     */
    static void run(int workers, GenerationRun run, Runnable work) {
        int threads = JniUtils.getNumThreads();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                all.add(pool.submit(() -> {
                    JniUtils.setNumThreads(Math.max(1, threads / workers));
                    work(run, work);
                }));
            }
            List<Throwable> failures = new ArrayList<>();
            all.forEach(one -> await(one, run).ifPresent(failures::add));
            if (!failures.isEmpty()) {
                throw failures.get(0) instanceof RuntimeException failure
                        ? failure
                        : new LabException("generation failed: " + failures.get(0), failures.get(0));
            }
        } finally {
            pool.shutdown();
            // The last setting is what threads to come begin with.
            JniUtils.setNumThreads(threads);
        }
    }

    private static void work(GenerationRun run, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            run.stop();
            throw e;
        }
    }

    /** Waits for the worker's end, whatever happens, and gives why it failed. */
    private static Optional<Throwable> await(Future<?> worker, GenerationRun run) {
        while (true) {
            try {
                worker.get();
                return Optional.empty();
            } catch (InterruptedException e) {
                // The worker ends after its step; its rows so far have been handed over.
                run.stop();
            } catch (ExecutionException e) {
                return Optional.of(e.getCause());
            }
        }
    }
}
