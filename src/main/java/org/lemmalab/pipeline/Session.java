package org.lemmalab.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One start's way through one phase. A feeder thread reads, the workers call, this thread alone writes. At most a window of
 * records is on the way, so memory stays flat whatever the file's length and the slowest call.
 */
final class Session<I> {
    private static final long TICK_MILLIS = 50;
    private static final int LARGEST_BATCH = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** What follows a checkpoint. */
    interface Aftermath {
        void run() throws IOException;
    }

    private final Source<I> source;
    private final OrderedWriter ledger;
    private final ProgressMeter meter;
    private final StopSwitch stopSwitch;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Semaphore window;
    private final Workers<I> workers;
    private long records = Long.MAX_VALUE;
    private Optional<Event.Broken> broken = Optional.empty();

    Session(StageRun<I, ?> run, Source<I> source, OrderedWriter ledger, ProgressMeter meter, StopSwitch stopSwitch) {
        this.source = source;
        this.ledger = ledger;
        this.meter = meter;
        this.stopSwitch = stopSwitch;
        this.window = new Semaphore(run.settings().window());
        this.workers = new Workers<>(run.stage(), run.settings(), events);
    }

    /**
     * Works until the phase's last record is written.
     *
     * @param afterCheckpoint what else is to be written whenever a checkpoint was made
     * @throws RuntimeException what stopped it, when all results at hand are kept
     * @throws IOException if the disk refuses; nothing more is written then
     */
    void run(Aftermath afterCheckpoint) throws IOException {
        Thread feeder = new Thread(this::feed, "pipeline-feeder");
        feeder.setDaemon(true);
        feeder.start();
        try (workers) {
            meter.update(Progress.State.RUNNING, ledger, source.rejected());
            while (broken.isEmpty() && ledger.next() < records) {
                step(TICK_MILLIS);
                if (ledger.keepRhythm()) {
                    afterCheckpoint.run();
                }
                meter.update(Progress.State.RUNNING, ledger, source.rejected());
            }
            if (broken.isPresent()) {
                wrapUp(broken.get(), feeder);
                throw broken.get().cause();
            }
        } finally {
            workers.close();
            feeder.interrupt();
        }
    }

    /** Takes what has arrived, waiting a little if there is nothing. */
    private void step(long millis) throws IOException {
        List<OrderedWriter.Arrival> arrivals = new ArrayList<>();
        try {
            Event event = events.poll(millis, TimeUnit.MILLISECONDS);
            while (event != null) {
                take(event, arrivals);
                event = arrivals.size() < LARGEST_BATCH ? events.poll() : null;
            }
        } catch (InterruptedException e) {
            stopSwitch.interrupted();
        }
        if (!arrivals.isEmpty()) {
            window.release(ledger.accept(arrivals));
        }
        if (stopSwitch.reason().isPresent() && broken.isEmpty()) {
            String reason = stopSwitch.reason().get();
            broken = Optional.of(new Event.Broken(new InterruptedRunException(reason), false));
        }
    }

    private void take(Event event, List<OrderedWriter.Arrival> arrivals) {
        if (event instanceof Event.Arrived arrived) {
            arrivals.add(arrived.arrival());
        } else if (event instanceof Event.SourceEnded end) {
            records = end.records();
        } else if (broken.isEmpty()) {
            broken = Optional.of((Event.Broken) event);
        }
    }

    /** Keeps what still arrives: for a while undisturbed if that makes sense, then for a moment after an interruption. */
    private void wrapUp(Event.Broken why, Thread feeder) throws IOException {
        feeder.interrupt();
        workers.beginNoMore();
        long patience = System.nanoTime() + (why.letCallsEnd() ? PATIENCE.toNanos() : 0);
        while (workers.inFlight() > 0
                && System.nanoTime() < patience
                && stopSwitch.reason().isEmpty()) {
            step(TICK_MILLIS);
        }
        workers.interrupt();
        long grace = System.nanoTime() + GRACE.toNanos();
        while (workers.inFlight() > 0 && System.nanoTime() < grace) {
            step(TICK_MILLIS);
        }
        while (!events.isEmpty()) {
            step(0);
        }
        ledger.checkpoint();
        meter.update(Progress.State.STOPPED, ledger, source.rejected());
    }

    private void feed() {
        long next = ledger.next();
        Set<Long> replayed = ledger.replayed();
        try {
            events.add(new Event.SourceEnded(
                    source.forEach(sequence -> sequence < next || replayed.contains(sequence), this::submit)));
        } catch (Throwable e) {
            events.add(Event.Broken.by(e));
        }
    }

    private void submit(Work<I> work) {
        try {
            window.acquire();
        } catch (InterruptedException e) {
            throw new InterruptedRunException("stopped");
        }
        workers.submit(work);
    }
}
