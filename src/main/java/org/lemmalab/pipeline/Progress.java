package org.lemmalab.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a run has come.
 *
 * @param stage the stage's name
 * @param state whether it goes on
 * @param done records settled, by earlier starts too; in a retry, failures tried again
 * @param total records in all, where known
 * @param counts what came of the records so far
 * @param usage tokens and money so far, by earlier starts too
 * @param pace speed of this start
 */
public record Progress(
        String stage, State state, long done, OptionalLong total, Manifest.Counts counts, Usage usage, Pace pace) {

    /** Whether a run goes on. */
    public enum State {
        /** More is to come. */
        RUNNING,
        /** This was the last record. */
        COMPLETE,
        /** Stopped before the end; can be resumed. */
        STOPPED
    }

    /**
     * @param elapsed time since this start
     * @param perSecond records a second in this start
     * @param left time to the end at that rate, where it can be told
     */
    public record Pace(Duration elapsed, double perSecond, Optional<Duration> left) {
        /** The rate so far, and what it means for the rest. */
        static Pace of(Duration elapsed, long done, Optional<Long> rest) {
            double perSecond = elapsed.isZero() ? 0 : done / (elapsed.toNanos() / 1e9);
            Optional<Duration> left = perSecond > 0
                    ? rest.map(records -> Duration.ofMillis((long) (records / perSecond * 1000)))
                    : Optional.empty();
            return new Pace(elapsed, perSecond, left);
        }
    }
}
