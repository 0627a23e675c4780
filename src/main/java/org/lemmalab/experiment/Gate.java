package org.lemmalab.experiment;

import java.util.Optional;
import org.lemmalab.evaluation.statistics.Interval;

/**
 * A condition that a base student must meet before recipes are compared on it.
 *
 * @param name what is asked, for example {@code greedy accuracy}
 * @param set what it was measured on
 * @param wanted the bounds, for people
 * @param found a share, or a difference of shares, with its interval; empty where there was nothing to measure
 * @param count of how many
 * @param passes whether the estimate lies within the bounds; nothing measured does not pass
 */
public record Gate(String name, String set, String wanted, Optional<Interval> found, long count, boolean passes) {
    private static final String UNDEFINED = "–";

    /** A difference of two shares may miss a bound that it meets by less than this. */
    private static final double ROUNDING = 1e-9;

    static Gate of(Bounds bounds, String set, Optional<Interval> found, long count) {
        boolean passes = found.map(Interval::estimate)
                .filter(value -> value >= bounds.least - ROUNDING && value <= bounds.most + ROUNDING)
                .isPresent();
        return new Gate(bounds.title, set, bounds.wanted, found, count, passes);
    }

    /** What is wanted. */
    enum Bounds {
        /** What more plain fine-tuning on right text gains. */
        SATURATED("gain of more plain SFT", "at most 2 points", -1, 0.02),
        /** Equations with the right operands that hold. */
        ARITHMETIC("equations that hold", "at least 99 %", 0.99, 1),
        /** Right final answers. */
        ACCURACY("greedy accuracy", "40 to 75 %", 0.40, 0.75),
        /** Errors whose step comes out right in one of some samples. */
        RECOVERABLE("recoverable errors", "above 50 %", 0.5 + 1e-6, 1);

        private final String title;
        private final String wanted;
        private final double least;
        private final double most;

        Bounds(String title, String wanted, double least, double most) {
            this.title = title;
            this.wanted = wanted;
            this.least = least;
            this.most = most;
        }
    }

    /**
     * @return the value and its interval in percent, for people; a dash where there was nothing to measure
     */
    public String shown() {
        return found.map(Interval::percent).orElse(UNDEFINED);
    }
}
