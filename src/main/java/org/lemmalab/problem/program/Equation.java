package org.lemmalab.problem.program;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.io.LabException;

/**
 * An expression and what a solution says it comes to: {@code 48 / 2 = 24}.
 *
 * @param expression the left-hand side, with at least one operator
 * @param stated the value that the solution states; empty where it states none
 * @param decimals how many decimals the stated value is written with
 */
public record Equation(Expression expression, Optional<BigFraction> stated, int decimals) {
    private static final BigFraction HUNDRED = BigFraction.of(100);

    /** What a calculator's floating-point numbers may differ by, as a share. */
    private static final BigFraction FLOATING_POINT = BigFraction.of(1, 1_000_000_000);

    /** Checks that nothing is missing. */
    public Equation {
        if (expression == null || stated == null || decimals < 0) {
            throw new LabException("equation: expected an expression, a stated value or none, and decimals from 0");
        }
    }

    /** How a stated value stands to the exact one. */
    public enum Check {
        /** Equal but for floating-point error, or nothing stated, or equal as a percentage (0.25 and 25 %). */
        EXACT,
        /** Rounded up, down or to the nearest at the decimals shown. */
        ROUNDED,
        /** Another value. */
        WRONG
    }

    /**
     * @return the exact value of the expression; empty where it has none
     */
    public Optional<BigFraction> computed() {
        return expression.value();
    }

    /**
     * @return the value that later steps go on with: the stated one, else the computed one
     */
    public Optional<BigFraction> result() {
        return stated.isPresent() ? stated : computed();
    }

    /**
     * @return whether the stated value follows from the expression
     */
    public Check check() {
        if (stated.isEmpty()) {
            return Check.EXACT;
        }
        if (computed().isEmpty()) {
            return Check.WRONG;
        }
        BigFraction exact = computed().get();
        BigFraction said = stated.get();
        if (said.equals(exact) || said.equals(exact.multiply(HUNDRED)) || exact.equals(said.multiply(HUNDRED))) {
            return Check.EXACT;
        }
        if (said.subtract(exact).abs().compareTo(exact.abs().multiply(FLOATING_POINT)) < 0) {
            return Check.EXACT;
        }
        BigFraction unit = BigFraction.of(10).pow(-decimals);
        boolean canBeRounded = !Numbers.isWhole(exact.divide(unit));
        return canBeRounded && said.subtract(exact).abs().compareTo(unit) < 0 ? Check.ROUNDED : Check.WRONG;
    }
}
