package org.lemmalab.grading;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;

/** Products of powers of integers too large to write out, compared prime by prime: 2^(10^6) = 4^500000. */
final class PowerProducts {
    private static final int LARGEST_PRIME = 10_000;

    private final Map<Integer, BigFraction> exponents = new TreeMap<>();
    private final Budget budget;

    private PowerProducts(Budget budget) {
        this.budget = budget;
    }

    /** The outcome where both are such products of small primes; empty elsewhere. */
    static Optional<Outcome> compare(Node left, Node right, Budget budget) {
        PowerProducts first = new PowerProducts(budget);
        PowerProducts second = new PowerProducts(budget);
        try {
            boolean read = first.multiply(left, BigFraction.ONE) && second.multiply(right, BigFraction.ONE);
            return read
                    ? Optional.of(Outcome.of(first.exponents.equals(second.exponents), Rule.EXACT_NUMBER))
                    : Optional.empty();
        } catch (OutOfBudget e) {
            if (e.bound() != OutOfBudget.Bound.SIZE) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private boolean multiply(Node node, BigFraction exponent) {
        budget.check();
        if (node instanceof Num number) {
            return number.value().signum() > 0
                    && factor(number.value().getNumerator(), exponent)
                    && factor(number.value().getDenominator(), exponent.negate());
        }
        if (node instanceof Product product) {
            return product.factors().stream().allMatch(part -> multiply(part, exponent));
        }
        if (node instanceof Power power) {
            Optional<BigFraction> inner = Rationals.value(power.exponent(), budget);
            return inner.isPresent() && multiply(power.base(), exponent.multiply(inner.get()));
        }
        return false;
    }

    private boolean factor(BigInteger value, BigFraction exponent) {
        BigInteger rest = value;
        for (int prime = 2; prime <= LARGEST_PRIME && !rest.equals(BigInteger.ONE); prime++) {
            budget.check();
            BigInteger[] division = rest.divideAndRemainder(BigInteger.valueOf(prime));
            while (division[1].signum() == 0) {
                add(prime, exponent);
                rest = division[0];
                division = rest.divideAndRemainder(BigInteger.valueOf(prime));
            }
        }
        return rest.equals(BigInteger.ONE);
    }

    private void add(int prime, BigFraction exponent) {
        BigFraction total = exponents.getOrDefault(prime, BigFraction.ZERO).add(exponent);
        if (total.signum() == 0) {
            exponents.remove(prime);
        } else {
            exponents.put(prime, total);
        }
    }
}
