package org.lemmalab.grading;

import java.math.BigInteger;
import org.lemmalab.grading.OutOfBudget.Bound;

/**
 * Bounds on one comparison, so that a verdict depends on its inputs and not on the machine or its load. Every loop asks
 * {@link #check()}, every number that could grow asks for its size first, and every step of an evaluation states its cost; all of
 * them spend effort, counted in about the nanoseconds that a common processor takes. The small budget is for the caller's thread;
 * what exceeds it runs again with the full budget on a worker. The clock is the last resort: it stops what the count misjudged.
 */
final class Budget {
    private static final int CHECKS_PER_CLOCK_READING = 32;
    private static final long CHECK = 40;
    private static final long TERM = 400;
    /** The effort of a product or common divisor of two numbers grows with the square of their bits. */
    private static final double SQUARE_BITS_PER_UNIT = 600;

    private final boolean full;
    private final long deadline;
    private final int largestBits;
    private final int largestTerms;
    private final long effort;
    private long spent;
    private int checks;

    private Budget(boolean full, long deadline, int largestBits, int largestTerms, long effort) {
        this.full = full;
        this.deadline = deadline;
        this.largestBits = largestBits;
        this.largestTerms = largestTerms;
        this.effort = effort;
    }

    /** Some milliseconds of work at most, on the caller's thread. */
    static Budget small(long deadline) {
        return new Budget(false, deadline, 8_000, 150, 10_000_000L);
    }

    /** About half a second of work. */
    static Budget full(long deadline) {
        return new Budget(true, deadline, 200_000, 4_000, 400_000_000L);
    }

    /** Called in every loop. */
    void check() {
        spend(CHECK);
    }

    /**
     * Called before a step of a known cost.
     *
     * @param cost in about nanoseconds
     */
    void spend(long cost) {
        spent += cost;
        if (spent > effort) {
            throw new OutOfBudget(full ? Bound.TIME : Bound.EFFORT);
        }
        if (++checks % CHECKS_PER_CLOCK_READING == 0 && System.nanoTime() - deadline > 0) {
            throw new OutOfBudget(Bound.TIME);
        }
    }

    /** Called before work that is worth a worker thread. */
    void requireFull() {
        if (!full) {
            throw new OutOfBudget(Bound.EFFORT);
        }
        check();
    }

    /** Called before a number with so many bits is made. */
    void checkBits(double bits) {
        if (bits > largestBits) {
            throw new OutOfBudget(full ? Bound.SIZE : Bound.EFFORT);
        }
        spend(CHECK + (long) (bits * bits / SQUARE_BITS_PER_UNIT));
    }

    /** Called before a polynomial with so many terms is made. */
    void checkTerms(long terms) {
        if (terms > largestTerms) {
            throw new OutOfBudget(full ? Bound.SIZE : Bound.EFFORT);
        }
        spend(TERM);
    }

    static int bits(BigInteger value) {
        return Math.max(1, value.bitLength());
    }
}
