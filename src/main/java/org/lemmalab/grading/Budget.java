package org.lemmalab.grading;

import java.math.BigInteger;
import org.lemmalab.grading.OutOfBudget.Bound;

/**
 * Bounds on one comparison. Every loop asks {@link #check()}, and every number that could grow asks for its size first, so
 * that no single step takes long and the time limit holds wherever the computation stands. The small budget is for the
 * caller's thread; what exceeds it runs again with the full budget on a worker.
 */
final class Budget {
    private static final int CHECKS_PER_CLOCK_READING = 32;

    private final boolean full;
    private final long deadline;
    private final int largestBits;
    private final int largestTerms;
    private int checks;

    private Budget(boolean full, long deadline, int largestBits, int largestTerms) {
        this.full = full;
        this.deadline = deadline;
        this.largestBits = largestBits;
        this.largestTerms = largestTerms;
    }

    /** A few hundred microseconds of work at most, on the caller's thread. */
    static Budget small(long deadline) {
        return new Budget(false, deadline, 8_000, 150);
    }

    /** As much as fits into the time limit. */
    static Budget full(long deadline) {
        return new Budget(true, deadline, 200_000, 4_000);
    }

    /** Called in every loop. */
    void check() {
        if (++checks % CHECKS_PER_CLOCK_READING == 0) {
            checkNow();
        }
    }

    private void checkNow() {
        if (System.nanoTime() - deadline > 0) {
            throw new OutOfBudget(Bound.TIME);
        }
    }

    /** Called before work that is worth a worker thread. */
    void requireFull() {
        if (!full) {
            throw new OutOfBudget(Bound.EFFORT);
        }
        checkNow();
    }

    /** Called before a number with so many bits is made. */
    void checkBits(double bits) {
        check();
        if (bits > largestBits) {
            throw new OutOfBudget(full ? Bound.SIZE : Bound.EFFORT);
        }
    }

    /** Called before a polynomial with so many terms is made. */
    void checkTerms(long terms) {
        check();
        if (terms > largestTerms) {
            throw new OutOfBudget(full ? Bound.SIZE : Bound.EFFORT);
        }
    }

    static int bits(BigInteger value) {
        return Math.max(1, value.bitLength());
    }
}
