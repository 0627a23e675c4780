package org.lemmalab.mistake.injection;

import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Numbers;

/** Whether a wrong value could pass for a right one: of the same kind, and not out of proportion. */
final class Plausible {
    private static final BigFraction FARTHEST = BigFraction.of(10);

    private Plausible() {}

    /** Refuses a value that could not stand where gold has another. */
    static BigFraction require(BigFraction value, BigFraction gold, int goldDecimals) {
        if (value.signum() <= 0 || gold.signum() <= 0) {
            throw new Refusal("a value would not be positive");
        }
        if (Numbers.isWhole(gold) ? !Numbers.isWhole(value) : !isShort(value, Math.max(2, goldDecimals))) {
            throw new Refusal("a value would not be whole, or too long");
        }
        BigFraction ratio = value.divide(gold);
        if (ratio.compareTo(FARTHEST) > 0 || ratio.compareTo(FARTHEST.reciprocal()) < 0) {
            throw new Refusal("a value would be out of proportion");
        }
        boolean share = gold.compareTo(BigFraction.ONE) < 0;
        if (share && value.compareTo(BigFraction.ONE) >= 0) {
            throw new Refusal("a share would be more than the whole");
        }
        return value;
    }

    /** Whether a value has at most so many decimals. */
    static boolean isShort(BigFraction value, int decimals) {
        return Numbers.isWhole(value.multiply(BigFraction.of(10).pow(decimals)));
    }
}
