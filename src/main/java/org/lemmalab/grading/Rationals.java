package org.lemmalab.grading;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Binder;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;

/** The exact value of an expression of rational numbers: the fast path of every comparison. */
final class Rationals {
    private static final Set<String> EXACT_FUNCTIONS = Set.of(
            "abs",
            "sgn",
            "floor",
            "ceil",
            "max",
            "min",
            "mod",
            "gcd",
            "lcm",
            "factorial",
            "doublefactorial",
            "subfactorial",
            "binom",
            "permutations");

    private static final int MOST_TERMS = 20_000;

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
        if (node instanceof Binder binder) {
            return counted(binder, budget);
        }
        return node instanceof Call call ? call(call, budget) : Optional.empty();
    }

    /** A sum or product between integers. */
    private static Optional<BigFraction> counted(Binder binder, Budget budget) {
        if (!Binders.isCount(binder)) {
            return Optional.empty();
        }
        Optional<BigFraction> from = value(binder.bounds().get(0), budget);
        Optional<BigFraction> to = from.isEmpty() ? from : value(binder.bounds().get(1), budget);
        boolean integers = to.isPresent() && isInteger(from.get()) && isInteger(to.get());
        if (!integers || to.get().subtract(from.get()).compareTo(BigFraction.of(MOST_TERMS)) > 0) {
            return Optional.empty();
        }
        boolean sum = binder.binding() == Node.Binding.SUM;
        BigFraction total = sum ? BigFraction.ZERO : BigFraction.ONE;
        long last = to.get().getNumerator().longValueExact();
        for (long i = from.get().getNumerator().longValueExact(); i <= last; i++) {
            Optional<BigFraction> term = value(Binders.term(binder, i), budget);
            if (term.isEmpty()) {
                return term;
            }
            budget.checkBits((double) bits(total) + bits(term.get()));
            total = sum ? total.add(term.get()) : total.multiply(term.get());
        }
        return Optional.of(total);
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
        if (!EXACT_FUNCTIONS.contains(call.function())) {
            return Optional.empty();
        }
        List<BigFraction> arguments = new ArrayList<>(call.arguments().size());
        for (Node argument : call.arguments()) {
            Optional<BigFraction> value = value(argument, budget);
            if (value.isEmpty()) {
                return value;
            }
            arguments.add(value.get());
        }
        return arguments.isEmpty() ? Optional.empty() : Arithmetic.value(call.function(), arguments, budget);
    }

    static boolean isInteger(BigFraction value) {
        return value.getDenominator().equals(BigInteger.ONE);
    }

    static int bits(BigFraction value) {
        return Budget.bits(value.getNumerator()) + Budget.bits(value.getDenominator());
    }
}
