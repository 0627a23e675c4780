package org.lemmalab.grading;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs work that may take long on a worker thread and frees the caller when its time is up, whatever thread the caller is and
 * whatever the worker is doing. An abandoned worker meets the same deadline at its next check and ends; it is
 * not interrupted, so that it cannot leave a class half loaded.
 */
final class Watchdog {
    private static final long STACK_BYTES = 4L << 20;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ExecutorService WORKERS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), Watchdog::thread);

    private Watchdog() {}

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "grading-" + COUNT.incrementAndGet(), STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @param work the work
     * @param deadline when to give up, by {@link System#nanoTime()}
     * @param <T> its result
     * @return the result; empty where the time was up or the caller was interrupted (its flag stays set)
     */
    static <T> Optional<T> call(Callable<T> work, long deadline) {
        Future<T> future = WORKERS.submit(work);
        try {
            return Optional.of(future.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            future.cancel(false);
            return Optional.empty();
        } catch (InterruptedException e) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
