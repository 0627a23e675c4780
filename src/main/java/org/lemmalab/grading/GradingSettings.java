package org.lemmalab.grading;

import java.time.Duration;
import org.lemmalab.io.LabException;

/**
 * How answers are compared.
 *
 * @param relativeTolerance largest relative difference between a decimal and the value it may stand for; exact values
 *     (integers, fractions, roots, π) are never compared with it; 0 for none
 * @param percent what a percent sign means
 * @param timeLimit the longest that one verdict may take
 * @param longestAnswer answers with more characters than this are compared as text only
 * @param seed of the random points at which expressions are compared
 */
public record GradingSettings(
        double relativeTolerance, PercentReading percent, Duration timeLimit, int longestAnswer, long seed) {
    /** Checks the ranges. */
    public GradingSettings {
        if (!(relativeTolerance >= 0 && relativeTolerance < 0.01)) {
            throw new LabException(
                    "grading settings: expected a relative tolerance from 0 to below 0.01, found " + relativeTolerance);
        }
        if (percent == null) {
            throw new LabException("grading settings: the percent reading is missing");
        }
        if (timeLimit == null || timeLimit.isZero() || timeLimit.isNegative()) {
            throw new LabException("grading settings: expected a positive time limit, found " + timeLimit);
        }
        if (longestAnswer < 1) {
            throw new LabException("grading settings: expected a longest answer from 1, found " + longestAnswer);
        }
    }

    /**
     * @return relative tolerance 0.0001 on decimals, percent sign as a unit, one second, answers of at most 4,000 characters
     */
    public static GradingSettings standard() {
        return new GradingSettings(1e-4, PercentReading.UNIT, Duration.ofSeconds(1), 4_000, 20250321L);
    }

    /**
     * @param reading what a percent sign means
     * @return these settings with that reading
     */
    public GradingSettings withPercent(PercentReading reading) {
        return new GradingSettings(relativeTolerance, reading, timeLimit, longestAnswer, seed);
    }

    /**
     * @param tolerance relative tolerance on decimals
     * @return these settings with that tolerance
     */
    public GradingSettings withRelativeTolerance(double tolerance) {
        return new GradingSettings(tolerance, percent, timeLimit, longestAnswer, seed);
    }

    /**
     * @param limit the longest that one verdict may take
     * @return these settings with that limit
     */
    public GradingSettings withTimeLimit(Duration limit) {
        return new GradingSettings(relativeTolerance, percent, limit, longestAnswer, seed);
    }
}
