package org.lemmalab.grading;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;

/**
 * When a decimal stands for a value: the two differ by no more than the relative tolerance, and by no more than one unit in
 * the last place to which the decimal is written. So 0.3333 stands for 1/3; 0.33 does not (too coarse), nor does 9999.86 for
 * 10000 (its digits say otherwise). Noise of binary floating point, below 10^-12, is forgiven.
 */
final class DecimalTolerance {
    private static final BigFraction NOISE = BigFraction.of(1, 1_000_000_000_000L);

    private final BigFraction tolerance;

    DecimalTolerance(double relativeTolerance) {
        this.tolerance = BigFraction.from(relativeTolerance);
    }

    /** The relative tolerance. */
    BigFraction relative() {
        return tolerance;
    }

    /** Compares two values of which at least one is written with decimals. */
    boolean agree(BigFraction left, BigFraction right, Optional<BigFraction> lastPlace) {
        BigFraction difference = left.subtract(right).abs();
        if (difference.signum() == 0) {
            return true;
        }
        BigFraction size = larger(left.abs(), right.abs());
        if (difference.compareTo(size.multiply(tolerance)) > 0) {
            return false;
        }
        boolean written = lastPlace.isEmpty() || difference.compareTo(lastPlace.get()) <= 0;
        return written || difference.compareTo(size.multiply(NOISE)) <= 0;
    }

    private static BigFraction larger(BigFraction a, BigFraction b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** The coarser unit in the last place of two answers; empty where an answer with decimals is no single number. */
    static Optional<BigFraction> lastPlace(Node left, Node right) {
        boolean leftDecimal = NumericParts.hasDecimal(left);
        boolean rightDecimal = NumericParts.hasDecimal(right);
        Optional<BigFraction> ofLeft = leftDecimal ? lastPlace(left) : Optional.empty();
        Optional<BigFraction> ofRight = rightDecimal ? lastPlace(right) : Optional.empty();
        if (leftDecimal && ofLeft.isEmpty() || rightDecimal && ofRight.isEmpty()) {
            return Optional.empty();
        }
        return ofLeft.isPresent() && ofRight.isPresent()
                ? Optional.of(larger(ofLeft.get(), ofRight.get()))
                : ofLeft.or(() -> ofRight);
    }

    private static Optional<BigFraction> lastPlace(Node node) {
        if (node instanceof Num number && number.decimals() >= 0) {
            return Optional.of(BigFraction.of(10).pow(-number.decimals()));
        }
        boolean two = node instanceof Product product && product.factors().size() == 2;
        if (!two) {
            return Optional.empty();
        }
        Node first = ((Product) node).factors().get(0);
        Node second = ((Product) node).factors().get(1);
        if (isMinusOne(first)) {
            return lastPlace(second);
        }
        return isPowerOfTen(second)
                ? lastPlace(first).map(unit -> unit.multiply(tenTo((Power) second)))
                : Optional.empty();
    }

    private static boolean isMinusOne(Node node) {
        return node instanceof Num number && number.value().equals(BigFraction.of(-1));
    }

    private static boolean isPowerOfTen(Node node) {
        return node instanceof Power power
                && power.base() instanceof Num base
                && base.value().equals(BigFraction.of(10))
                && exponent(power).isPresent();
    }

    private static Optional<Integer> exponent(Power power) {
        Node node = power.exponent();
        boolean negated = node instanceof Product product
                && product.factors().size() == 2
                && isMinusOne(product.factors().get(0));
        Node size = negated ? ((Product) node).factors().get(1) : node;
        boolean small = size instanceof Num number
                && Rationals.isInteger(number.value())
                && Math.abs(number.value().doubleValue()) < 2_000;
        int sign = negated ? -1 : 1;
        return small ? Optional.of(sign * ((Num) size).value().intValue()) : Optional.empty();
    }

    private static BigFraction tenTo(Power power) {
        return BigFraction.of(10).pow(exponent(power).orElseThrow());
    }
}
