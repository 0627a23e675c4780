package org.lemmalab.problem.program;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The operators of school arithmetic. */
public enum Operator {
    /** Sum. */
    ADD("+", 1),
    /** Difference. */
    SUBTRACT("-", 1),
    /** Product. */
    MULTIPLY("×", 2),
    /** Quotient. */
    DIVIDE("/", 2),
    /** Power with a whole exponent of at most {@value #LARGEST_EXPONENT} in size. */
    POWER("^", 3);

    /** The largest exponent that is worked out. */
    public static final int LARGEST_EXPONENT = 64;

    /** Numerators and denominators beyond this many bits are not worked out: no word problem needs them. */
    static final int LARGEST_BITS = 4096;

    private final String symbol;
    private final int precedence;

    Operator(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    /**
     * @return the sign for people
     */
    public String symbol() {
        return symbol;
    }

    /**
     * @return how strongly it binds; a higher one binds first
     */
    public int precedence() {
        return precedence;
    }

    /**
     * @return whether it adds or subtracts
     */
    public boolean isAdditive() {
        return this == ADD || this == SUBTRACT;
    }

    /**
     * @param left left operand
     * @param right right operand
     * @return the exact value; empty for a division by zero, a power that is not whole or too large, or a value that is too long
     */
    public Optional<BigFraction> apply(BigFraction left, BigFraction right) {
        return switch (this) {
            case ADD -> bounded(left.add(right));
            case SUBTRACT -> bounded(left.subtract(right));
            case MULTIPLY -> bounded(left.multiply(right));
            case DIVIDE -> right.signum() == 0 ? Optional.empty() : bounded(left.divide(right));
            case POWER -> power(left, right);
        };
    }

    private static Optional<BigFraction> power(BigFraction base, BigFraction exponent) {
        if (!exponent.getDenominator().equals(BigInteger.ONE)
                || exponent.abs().compareTo(BigFraction.of(LARGEST_EXPONENT)) > 0) {
            return Optional.empty();
        }
        int whole = exponent.intValue();
        boolean tooLong = (long) bits(base) * Math.abs(whole) > LARGEST_BITS;
        return tooLong || base.signum() == 0 && whole < 0 ? Optional.empty() : bounded(base.pow(whole));
    }

    private static Optional<BigFraction> bounded(BigFraction value) {
        return bits(value) > LARGEST_BITS ? Optional.empty() : Optional.of(value);
    }

    private static int bits(BigFraction value) {
        return Math.max(value.getNumerator().bitLength(), value.getDenominator().bitLength());
    }
}
