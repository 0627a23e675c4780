package org.lemmalab.grading;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;

/**
 * How far an answer may be from the gold answer. Exact gold asks for exact answers: 0.3333 is not 1/3, 99.99 not 100. A gold
 * answer is inexact where it is written with decimals and at least two significant digits; one digit, as in 0.5, is exact. An
 * inexact gold answer is met by a value that rounds to it, where it has three significant digits or the difference is below
 * 0.11 %; and by decimals within 0.01 % that are off by no more than one unit in the last place of the coarser of the two. Noise of
 * binary floating point, below 10^-12 in an answer with as many digits, is forgiven. A tolerance that the caller asks for
 * replaces all of this.
 */
final class DecimalTolerance {
    private static final BigFraction NOISE = BigFraction.of(1, 1_000_000_000_000L);
    private static final BigFraction CLOSE = BigFraction.of(1, 10_000);
    private static final BigFraction ROUNDED = BigFraction.of(11, 10_000);
    private static final BigFraction HALF = BigFraction.of(1, 2);
    /** No inexact gold answer is met from farther away: 5 in the fourth significant digit of 100. */
    private static final BigFraction WIDEST = BigFraction.of(6, 1_000);

    private static final int NOISY_DIGITS = 12;
    private static final int SURE_DIGITS = 3;

    private final Optional<BigFraction> asked;

    DecimalTolerance(GradingSettings settings) {
        this.asked = settings.relativeTolerance().isPresent()
                ? Optional.of(BigFraction.from(settings.relativeTolerance().getAsDouble()))
                : Optional.empty();
    }

    /** Whether two values that differ may still count as equal. */
    boolean applies(Node prediction, Node gold) {
        return asked.map(tolerance -> tolerance.signum() > 0).orElseGet(() -> isInexact(gold) || isNoisy(prediction));
    }

    /** The largest relative difference that may count as none. */
    double widest(Node gold) {
        return asked.orElse(isInexact(gold) ? WIDEST : NOISE).doubleValue();
    }

    /** The relative difference within which complex values count as equal. */
    double close() {
        return asked.orElse(CLOSE).doubleValue();
    }

    /** Compares the values of two answers to which a tolerance applies. */
    boolean agree(BigFraction prediction, BigFraction gold, Node predictionNode, Node goldNode) {
        BigFraction difference = prediction.subtract(gold).abs();
        if (difference.signum() == 0) {
            return true;
        }
        BigFraction size = larger(prediction.abs(), gold.abs());
        if (asked.isPresent()) {
            return difference.compareTo(size.multiply(asked.get())) <= 0;
        }
        return difference.compareTo(size.multiply(NOISE)) <= 0
                || isInexact(goldNode) && standsFor(difference, size, predictionNode, goldNode);
    }

    private static boolean standsFor(BigFraction difference, BigFraction size, Node prediction, Node gold) {
        Optional<BigFraction> unit = NumericParts.variables(gold).isEmpty() ? lastPlace(gold) : Optional.empty();
        boolean rounds = unit.isPresent() && difference.compareTo(unit.get().multiply(HALF)) <= 0;
        boolean sure =
                rounds && size.divide(unit.get()).doubleValue() >= Math.pow(10, SURE_DIGITS - 1) - HALF.doubleValue();
        if (sure || rounds && difference.compareTo(size.multiply(ROUNDED)) <= 0) {
            return true;
        }
        boolean exact = !NumericParts.hasDecimal(prediction)
                && NumericParts.variables(gold).isEmpty();
        Optional<BigFraction> lastPlace = lastPlace(prediction, gold);
        return !exact
                && difference.compareTo(size.multiply(CLOSE)) <= 0
                && (lastPlace.isEmpty() || difference.compareTo(lastPlace.get()) <= 0);
    }

    /** Whether a number with decimals and two significant digits occurs. */
    private static boolean isInexact(Node node) {
        return NumericParts.any(
                node,
                part -> part instanceof Num number
                        && number.decimals() > 0
                        && number.value()
                                        .abs()
                                        .multiply(BigFraction.of(10).pow(number.decimals()))
                                        .compareTo(BigFraction.of(10))
                                >= 0);
    }

    private static boolean isNoisy(Node node) {
        return NumericParts.any(node, part -> part instanceof Num number && number.decimals() >= NOISY_DIGITS);
    }

    private static BigFraction larger(BigFraction a, BigFraction b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** The coarser unit in the last place of two answers; empty where an answer with decimals is no single number. */
    private static Optional<BigFraction> lastPlace(Node left, Node right) {
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
