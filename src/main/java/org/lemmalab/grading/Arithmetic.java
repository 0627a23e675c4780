package org.lemmalab.grading;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Exact values of the functions of elementary arithmetic: divisors, extremes, rounding, remainders, factorials and choices. */
final class Arithmetic {
    private static final int LARGEST_FACTORIAL = 20_000;

    private Arithmetic() {}

    /**
     * @param function its name
     * @param arguments its arguments' values
     * @param budget bounds
     * @return the value; empty for another function, or where it has no value
     */
    static Optional<BigFraction> value(String function, List<BigFraction> arguments, Budget budget) {
        BigFraction first = arguments.get(0);
        return switch (function) {
            case "abs" -> Optional.of(first.abs());
            case "sgn" -> Optional.of(BigFraction.of(first.signum()));
            case "floor" -> Optional.of(BigFraction.of(floor(first)));
            case "ceil" -> Optional.of(BigFraction.of(floor(first.negate()).negate()));
            case "max" -> arguments.stream().max(BigFraction::compareTo);
            case "min" -> arguments.stream().min(BigFraction::compareTo);
            case "mod" -> arguments.size() == 2 ? remainder(first, arguments.get(1)) : Optional.empty();
            default ->
                arguments.stream().allMatch(Rationals::isInteger)
                        ? ofIntegers(function, arguments, budget)
                        : Optional.empty();
        };
    }

    private static BigInteger floor(BigFraction value) {
        BigInteger[] division = value.getNumerator().divideAndRemainder(value.getDenominator());
        return division[1].signum() < 0 ? division[0].subtract(BigInteger.ONE) : division[0];
    }

    /** a - b ⌊a / b⌋, for b above 0. */
    private static Optional<BigFraction> remainder(BigFraction value, BigFraction modulus) {
        return modulus.signum() <= 0
                ? Optional.empty()
                : Optional.of(value.subtract(modulus.multiply(BigFraction.of(floor(value.divide(modulus))))));
    }

    private static Optional<BigFraction> ofIntegers(String function, List<BigFraction> arguments, Budget budget) {
        List<BigInteger> integers =
                arguments.stream().map(BigFraction::getNumerator).toList();
        BigInteger first = integers.get(0);
        boolean two = integers.size() == 2;
        return switch (function) {
            case "gcd" -> integers.stream().reduce(BigInteger::gcd).map(BigFraction::of);
            case "lcm" -> lcm(integers, budget);
            case "factorial" -> product(first, 1, budget);
            case "doublefactorial" -> product(first, 2, budget);
            case "subfactorial" -> derangements(first, budget);
            case "binom" -> two ? binomial(first, integers.get(1), budget) : Optional.empty();
            case "permutations" ->
                two ? falling(first, integers.get(1), budget).map(BigFraction::of) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<BigFraction> lcm(List<BigInteger> integers, Budget budget) {
        BigInteger multiple = BigInteger.ONE;
        for (BigInteger next : integers) {
            if (next.signum() == 0) {
                return Optional.of(BigFraction.ZERO);
            }
            budget.checkBits((double) Budget.bits(multiple) + Budget.bits(next));
            multiple = multiple.divide(multiple.gcd(next)).multiply(next).abs();
        }
        return Optional.of(BigFraction.of(multiple));
    }

    /** n (n - step) (n - 2 step) … down to the last positive factor. */
    private static Optional<BigFraction> product(BigInteger value, int step, Budget budget) {
        if (value.signum() < 0) {
            boolean none = step == 2 && value.equals(BigInteger.ONE.negate());
            return none ? Optional.of(BigFraction.ONE) : Optional.empty();
        }
        double n = value.doubleValue();
        budget.checkBits(n / step * Math.log(n + 1) / Math.log(2));
        if (n > LARGEST_FACTORIAL) {
            return Optional.empty();
        }
        long last = (long) n;
        long first = step == 2 && last % 2 == 0 ? 2 : 1;
        return Optional.of(BigFraction.of(range(first, last, step, budget)));
    }

    /** How many orders of n things leave none in its place: !n = n !(n-1) + (-1)^n. */
    private static Optional<BigFraction> derangements(BigInteger value, Budget budget) {
        if (value.signum() < 0 || value.bitLength() > 12) {
            return Optional.empty();
        }
        BigInteger count = BigInteger.ONE;
        for (int n = 1; n <= value.intValue(); n++) {
            budget.checkBits(count.bitLength());
            BigInteger sign = BigInteger.valueOf(n % 2 == 0 ? 1 : -1);
            count = count.multiply(BigInteger.valueOf(n)).add(sign);
        }
        return Optional.of(BigFraction.of(count));
    }

    private static Optional<BigFraction> binomial(BigInteger above, BigInteger below, Budget budget) {
        if (below.signum() < 0 || above.signum() < 0) {
            return Optional.empty();
        }
        if (above.compareTo(below) < 0) {
            return Optional.of(BigFraction.ZERO);
        }
        BigInteger size = below.min(above.subtract(below));
        return falling(above, size, budget)
                .map(top -> BigFraction.of(top.divide(range(1, size.longValueExact(), 1, budget))));
    }

    /** n (n - 1) … (n - k + 1). */
    private static Optional<BigInteger> falling(BigInteger n, BigInteger k, Budget budget) {
        if (k.signum() < 0 || n.compareTo(k) < 0) {
            return Optional.empty();
        }
        budget.checkBits(k.doubleValue() * Math.log(n.doubleValue() + 1) / Math.log(2));
        long last = n.longValueExact();
        return Optional.of(range(last - k.longValueExact() + 1, last, 1, budget));
    }

    /** The product of every so-manieth integer from one to another, by halves so that the factors stay of like size. */
    private static BigInteger range(long from, long to, long step, Budget budget) {
        budget.check();
        if (to <= from) {
            return to < from ? BigInteger.ONE : BigInteger.valueOf(from);
        }
        long middle = from + (to - from) / step / 2 * step;
        return range(from, middle, step, budget).multiply(range(middle + step, to, step, budget));
    }
}
