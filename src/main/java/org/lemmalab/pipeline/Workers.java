package org.lemmalab.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Texts;

/**
 * Threads that call the stage. A call over the time limit is interrupted and given up; should it not even end then, another
 * thread takes its place, so that it costs memory but no speed.
 */
final class Workers<I> implements AutoCloseable {
    private static final int LONGEST_REASON = 4000;

    private final Stage<I, ?> stage;
    private final RunSettings settings;
    private final BlockingQueue<Event> events;
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService watch;
    private final AtomicInteger inFlight = new AtomicInteger();
    private int replaced;
    private volatile boolean stopping;

    Workers(Stage<I, ?> stage, RunSettings settings, BlockingQueue<Event> events) {
        this.stage = stage;
        this.settings = settings;
        this.events = events;
        String name = stage.identity().name();
        this.threads = new ThreadPoolExecutor(
                settings.workers(),
                settings.workers(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                daemons(name + "-worker-"));
        this.watch = Executors.newSingleThreadScheduledExecutor(daemons(name + "-watch-"));
    }

    /** Queues a record; after {@link #beginNoMore} nothing happens. */
    void submit(Work<I> work) {
        try {
            threads.execute(() -> call(work));
        } catch (RejectedExecutionException e) {
            // The run is stopping: the record stays undone.
        }
    }

    /** Begins no further call. Values of those in flight still count; their failures do not, as they may come of the end. */
    void beginNoMore() {
        stopping = true;
        threads.getQueue().clear();
        threads.shutdown();
    }

    /** Interrupts the calls in flight. */
    void interrupt() {
        threads.shutdownNow();
    }

    /** Calls in flight that have not been given up. */
    int inFlight() {
        return inFlight.get();
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
        watch.shutdownNow();
    }

    private void call(Work<I> work) {
        inFlight.incrementAndGet();
        Call call = new Call(work, Thread.currentThread());
        try {
            if (!stopping) {
                Optional<ScheduledFuture<?>> alarm = settings.timeLimit()
                        .map(limit -> watch.schedule(call::expire, limit.toNanos(), TimeUnit.NANOSECONDS));
                Result<?> result = attempt(work);
                alarm.ifPresent(future -> future.cancel(false));
                call.end(result);
            }
        } catch (Throwable e) {
            // Such as too little memory for the value's JSON: no result, so the run must not wait for one.
            events.add(Event.Broken.by(e));
        } finally {
            if (!call.expired()) {
                inFlight.decrementAndGet();
            }
        }
    }

    private Result<?> attempt(Work<I> work) {
        try {
            Result<?> result = stage.apply(work.record());
            return result == null ? Result.failure("expected a result of the stage, found none") : result;
        } catch (StopRunException e) {
            stopping = true;
            events.add(new Event.Broken(e, true));
            return Result.failure("the run was stopped");
        } catch (LabException e) {
            return Result.failure(shortened(String.valueOf(e.getMessage())));
        } catch (Throwable e) {
            // Whatever it is, it is this record's: an endless recursion or too large an array ends no run.
            return Result.failure(shortened(e.toString()));
        }
    }

    private void deliver(Work<I> work, Result<?> result) {
        if (stopping && result instanceof Result.Failure<?>) {
            return;
        }
        Entry entry = Entry.of(work, result);
        byte[] line = (Json.line(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        events.add(new Event.Arrived(new OrderedWriter.Arrival(entry, line)));
    }

    private static String shortened(String reason) {
        String text = reason.isBlank() ? "expected a reason, found none" : reason;
        return Texts.shortened(text, LONGEST_REASON);
    }

    private synchronized void replace(int threadsMore) {
        replaced += threadsMore;
        int wanted = settings.workers() + replaced;
        if (threadsMore > 0) {
            threads.setMaximumPoolSize(wanted);
            threads.setCorePoolSize(wanted);
        } else {
            threads.setCorePoolSize(wanted);
            threads.setMaximumPoolSize(wanted);
        }
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** One call, which ends once: by returning or by the time limit. */
    private final class Call {
        private final Work<I> work;
        private final Thread thread;
        private boolean expired;
        private boolean ended;

        private Call(Work<I> work, Thread thread) {
            this.work = work;
            this.thread = thread;
        }

        private synchronized void expire() {
            if (ended) {
                return;
            }
            expired = true;
            thread.interrupt();
            replace(1);
            double seconds = settings.timeLimit().orElseThrow().toMillis() / 1000.0;
            deliver(work, Result.failure("expected a result within " + seconds + " s, found the call still running"));
            inFlight.decrementAndGet();
        }

        private synchronized boolean expired() {
            return expired;
        }

        private void end(Result<?> result) {
            synchronized (this) {
                ended = true;
                if (!stopping) {
                    Thread.interrupted();
                }
            }
            if (expired()) {
                replace(-1);
            } else {
                deliver(work, result);
            }
        }
    }
}
