package org.lemmalab.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns a ledger's numbers into progress, not too often. */
final class ProgressMeter {
    private static final long BETWEEN_NANOS = 200_000_000L;

    private final String stage;
    private final long total;
    private final long startNanos = System.nanoTime();
    private ProgressListener listener;
    private long doneBefore = -1;
    private long lastNanos;

    ProgressMeter(String stage, long total, ProgressListener listener) {
        this.stage = stage;
        this.total = total;
        this.listener = listener;
    }

    /** Tells the listener if enough time has gone by or the run is at its end. */
    void update(Progress.State state, OrderedWriter ledger, long rejected) {
        long now = System.nanoTime();
        if (state == Progress.State.RUNNING && doneBefore >= 0 && now - lastNanos < BETWEEN_NANOS) {
            return;
        }
        lastNanos = now;
        long done = ledger.next() + rejected;
        doneBefore = doneBefore < 0 ? done : doneBefore;
        Checkpoint.Tally tally = ledger.tally();
        Manifest.Counts counts =
                new Manifest.Counts(tally.succeeded(), tally.failed(), Math.max(rejected, tally.rejected()));
        tell(new Progress(stage, state, done, OptionalLong.of(total), counts, tally.usage(), pace(now, done)));
    }

    private Progress.Pace pace(long now, long done) {
        Duration elapsed = Duration.ofNanos(now - startNanos);
        return Progress.Pace.of(elapsed, done - doneBefore, Optional.of(Math.max(0, total - done)));
    }

    private void tell(Progress progress) {
        try {
            listener.update(progress);
        } catch (RuntimeException e) {
            listener = ProgressListener.silent();
        }
    }
}
