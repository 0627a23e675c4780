package org.lemmalab.grading;

/** A computation left its bounds: it needs more effort than allowed here, it is too large, or its time is up. */
final class OutOfBudget extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which bound was left. */
    enum Bound {
        EFFORT,
        SIZE,
        TIME
    }

    private final Bound bound;

    OutOfBudget(Bound bound) {
        super("out of " + bound, null, false, false);
        this.bound = bound;
    }

    Bound bound() {
        return bound;
    }
}
