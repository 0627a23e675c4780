package org.lemmalab.grading;

/** What the units of two answers have to do with their being equal. */
public enum UnitPolicy {
    /**
     * A unit must stand on both sides and be the same: 5 km is neither 5000 m nor 5. What is counted is a unit too: 20 apples are
     * not 20 oranges.
     */
    KEEP,
    /**
     * Units of one dimension are converted, exactly: 5 km is 5000 m. A unit that one side leaves out is understood, and what is
     * counted is passed over: 20 apples is 20. Different dimensions are never equal.
     */
    CONVERT,
    /** Only the values count: 5 km is 5 m, and is not 5000 m. */
    IGNORE
}
