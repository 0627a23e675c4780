package org.lemmalab.grading;

/** What a percent sign means. One reading holds for both answers of a comparison; never both readings at once. */
public enum PercentReading {
    /** The sign is a unit like any other: 25 % equals 25 and 25 %, never 0.25. The paper's grader reads it so. */
    UNIT,
    /** The sign divides by a hundred: 25 % equals 1/4 and 0.25, never 25. */
    HUNDREDTH
}
