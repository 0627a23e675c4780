package org.lemmalab.grading;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;

/** The exact value of an expression of rational numbers: the fast path of every comparison. */
final class Rationals {
    private static final int LARGEST_FACTORIAL = 20_000;

    private Rationals() {}

    /**
     * @return the value; empty where the expression has no rational value that is found by arithmetic alone
     */
    static Optional<BigFraction> value(Node node, Budget budget) {
        budget.check();
        if (node instanceof Num number) {
            return Optional.of(number.value());
        }
        if (node instanceof Sum sum) {
            return fold(sum.terms(), BigFraction.ZERO, true, budget);
        }
        if (node instanceof Product product) {
            return fold(product.factors(), BigFraction.ONE, false, budget);
        }
        if (node instanceof Power power) {
            Optional<BigFraction> base = value(power.base(), budget);
            Optional<BigFraction> exponent = base.isEmpty() ? base : value(power.exponent(), budget);
            return exponent.isEmpty() ? exponent : power(base.get(), exponent.get(), budget);
        }
        return node instanceof Call call ? call(call, budget) : Optional.empty();
    }

    private static Optional<BigFraction> fold(List<Node> parts, BigFraction start, boolean sum, Budget budget) {
        BigFraction total = start;
        for (Node part : parts) {
            Optional<BigFraction> value = value(part, budget);
            if (value.isEmpty()) {
                return value;
            }
            budget.checkBits((double) bits(total) + bits(value.get()));
            total = sum ? total.add(value.get()) : total.multiply(value.get());
        }
        return Optional.of(total);
    }

    /** An integer power; empty for another exponent and for 0 to a power not above 0. */
    static Optional<BigFraction> power(BigFraction base, BigFraction exponent, Budget budget) {
        if (!isInteger(exponent)) {
            return Optional.empty();
        }
        boolean unit = base.equals(BigFraction.ONE);
        if (unit || base.signum() == 0) {
            return unit || exponent.signum() > 0 ? Optional.of(base) : Optional.empty();
        }
        if (base.equals(BigFraction.of(-1))) {
            return Optional.of(exponent.getNumerator().testBit(0) ? base : BigFraction.ONE);
        }
        budget.checkBits(bits(base) * Math.abs(exponent.doubleValue()));
        return Optional.of(base.pow(exponent.getNumerator().intValueExact()));
    }

    private static Optional<BigFraction> call(Call call, Budget budget) {
        return switch (call.function()) {
            case "factorial" -> value(call.arguments().get(0), budget).flatMap(n -> factorial(n, budget));
            case "binom" -> binomial(call, budget);
            case "abs" -> value(call.arguments().get(0), budget).map(BigFraction::abs);
            default -> Optional.empty();
        };
    }

    private static Optional<BigFraction> factorial(BigFraction value, Budget budget) {
        if (!isInteger(value) || value.signum() < 0) {
            return Optional.empty();
        }
        double n = value.doubleValue();
        budget.checkBits(n * Math.log(n + 1) / Math.log(2));
        if (n > LARGEST_FACTORIAL) {
            return Optional.empty();
        }
        return Optional.of(BigFraction.of(range(1, (long) n, budget)));
    }

    /** The product of the integers from one to another, by halves so that the factors stay of like size. */
    private static BigInteger range(long from, long to, Budget budget) {
        budget.check();
        if (to <= from) {
            return to < from ? BigInteger.ONE : BigInteger.valueOf(from);
        }
        long middle = (from + to) / 2;
        return range(from, middle, budget).multiply(range(middle + 1, to, budget));
    }

    private static Optional<BigFraction> binomial(Call call, Budget budget) {
        Optional<BigFraction> above = value(call.arguments().get(0), budget);
        Optional<BigFraction> below = value(call.arguments().get(1), budget);
        boolean integers = above.isPresent() && below.isPresent() && isInteger(above.get()) && isInteger(below.get());
        if (!integers || below.get().signum() < 0 || above.get().compareTo(below.get()) < 0) {
            return Optional.empty();
        }
        double n = above.get().doubleValue();
        double k = Math.min(below.get().doubleValue(), n - below.get().doubleValue());
        budget.checkBits(k * Math.log(n + 1) / Math.log(2));
        BigInteger top = range((long) (n - k) + 1, (long) n, budget);
        return Optional.of(BigFraction.of(top.divide(range(1, (long) k, budget))));
    }

    static boolean isInteger(BigFraction value) {
        return value.getDenominator().equals(BigInteger.ONE);
    }

    static int bits(BigFraction value) {
        return Budget.bits(value.getNumerator()) + Budget.bits(value.getDenominator());
    }
}
