package org.lemmalab.grading;

import java.time.Duration;
import java.util.OptionalDouble;
import org.lemmalab.io.LabException;

/**
 * How answers are compared.
 *
 * @param relativeTolerance largest relative difference from any gold answer, where the caller wants one; 0 for none at all; where
 *     it is absent, exact gold answers (integers, fractions, roots, π, 0.5) ask for exact answers, and a gold answer with decimals
 *     for one that rounds to it
 * @param percent what a percent sign means
 * @param units what units have to do with being equal
 * @param timeLimit the longest that one verdict may take on the clock; a last resort, since effort is counted and ends long before
 * @param longestAnswer answers with more characters than this are compared as text only
 * @param seed of the random points at which expressions are compared
 */
public record GradingSettings(
        OptionalDouble relativeTolerance,
        PercentReading percent,
        UnitPolicy units,
        Duration timeLimit,
        int longestAnswer,
        long seed) {
    /** Checks the ranges. */
    public GradingSettings {
        if (relativeTolerance == null
                || relativeTolerance.isPresent()
                        && !(relativeTolerance.getAsDouble() >= 0 && relativeTolerance.getAsDouble() < 0.1)) {
            throw new LabException(
                    "grading settings: expected a relative tolerance from 0 to below 0.1, found " + relativeTolerance);
        }
        if (percent == null) {
            throw new LabException("grading settings: the percent reading is missing");
        }
        if (units == null) {
            throw new LabException("grading settings: the policy on units is missing");
        }
        if (timeLimit == null || timeLimit.isZero() || timeLimit.isNegative()) {
            throw new LabException("grading settings: expected a positive time limit, found " + timeLimit);
        }
        if (longestAnswer < 1) {
            throw new LabException("grading settings: expected a longest answer from 1, found " + longestAnswer);
        }
    }

    /**
     * @return exact answers to exact gold answers, percent sign as a unit, units converted within a dimension, ten seconds on the clock, answers of at most 4,000
     *     characters
     */
    public static GradingSettings standard() {
        return new GradingSettings(
                OptionalDouble.empty(),
                PercentReading.UNIT,
                UnitPolicy.CONVERT,
                Duration.ofSeconds(10),
                4_000,
                20250321L);
    }

    /**
     * @param reading what a percent sign means
     * @return these settings with that reading
     */
    public GradingSettings withPercent(PercentReading reading) {
        return new GradingSettings(relativeTolerance, reading, units, timeLimit, longestAnswer, seed);
    }

    /**
     * @param policy what units have to do with being equal
     * @return these settings with that policy
     */
    public GradingSettings withUnits(UnitPolicy policy) {
        return new GradingSettings(relativeTolerance, percent, policy, timeLimit, longestAnswer, seed);
    }

    /**
     * @param tolerance largest relative difference from any gold answer, from 0 to below 0.1
     * @return these settings with that tolerance
     */
    public GradingSettings withRelativeTolerance(double tolerance) {
        return new GradingSettings(OptionalDouble.of(tolerance), percent, units, timeLimit, longestAnswer, seed);
    }

    /**
     * @param limit the longest that one verdict may take
     * @return these settings with that limit
     */
    public GradingSettings withTimeLimit(Duration limit) {
        return new GradingSettings(relativeTolerance, percent, units, limit, longestAnswer, seed);
    }
}
