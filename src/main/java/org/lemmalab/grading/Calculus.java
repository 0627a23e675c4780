package org.lemmalab.grading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Binder;

/**
 * Values of sums, products, integrals and limits to about 25 digits: infinite sums term by term or, where they converge slowly, by
 * Levin's u-transformation; integrals by {@link Quadrature}; limits by values very near to the place. Each value is reached in two
 * ways that must agree; where they do not, there is none.
 */
final class Calculus {
    private static final int TERMS = 64;
    private static final int FEWER_TERMS = 56;
    private static final int MOST_TERMS = 1_500;
    /** Of a series in a variable: it is asked at several places, and one where it converges slowly may be passed over. */
    private static final int MOST_TERMS_IN_VARIABLES = 200;
    /** A term of more bits than these is worth no more than its first {@link #SERIES_PRECISION} digits, and the later ones as well. */
    private static final int EXACT_BITS = 2_000;

    private static final int PRECISION = 50;
    private static final int SERIES_PRECISION = 150;
    private static final int LIMIT_PRECISION = 200;
    private static final MathContext WIDE = new MathContext(SERIES_PRECISION + 30);
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-40");
    private static final BigDecimal AGREEMENT = new BigDecimal("1e-26");
    private static final BigDecimal NEAR = new BigDecimal("1e-60");
    private static final BigDecimal NEARER = new BigDecimal("1e-64");

    private final Map<String, BigFraction> point;
    private final Budget budget;

    /**
     * @param point the free variables' values
     * @param budget bounds
     */
    Calculus(Map<String, BigFraction> point, Budget budget) {
        this.point = point;
        this.budget = budget;
    }

    /**
     * @throws Undefined where there is no value, or none that is found here
     */
    BigDecimal value(Binder binder) {
        return switch (binder.binding()) {
            case SUM, PRODUCT -> series(binder);
            case INTEGRAL -> integral(binder);
            case LIMIT -> limit(binder);
            default -> throw new Undefined("no value of " + binder.binding().name());
        };
    }

    private BigDecimal constant(Node node, int precision) {
        Complex value = new Evaluator(point, true, precision, budget).value(node);
        if (!value.isReal()) {
            throw new Undefined("not real");
        }
        return value.real();
    }

    private BigDecimal at(Binder binder, BigFraction place, int precision) {
        Map<String, BigFraction> there = new HashMap<>(point);
        there.put(binder.variable(), place);
        Complex value = new Evaluator(there, true, precision, budget).value(binder.body());
        if (!value.isReal()) {
            throw new Undefined("not real");
        }
        return value.real();
    }

    static BigFraction fraction(BigDecimal value) {
        BigInteger digits = value.unscaledValue();
        return value.scale() >= 0
                ? BigFraction.of(digits, BigInteger.TEN.pow(value.scale()))
                : BigFraction.of(digits.multiply(BigInteger.TEN.pow(-value.scale())));
    }

    private BigDecimal integral(Binder binder) {
        Node from = binder.bounds().get(0);
        Node to = binder.bounds().get(1);
        Quadrature quadrature = new Quadrature(x -> at(binder, fraction(x), PRECISION));
        int low = RealSetReader.infinite(from);
        int high = RealSetReader.infinite(to);
        if (low > 0 || high < 0) {
            throw new Undefined("an integral backwards from infinity");
        }
        if (low == 0 && high == 0) {
            return quadrature.between(constant(from, PRECISION), constant(to, PRECISION));
        }
        if (low != 0 && high != 0) {
            return quadrature.everywhere();
        }
        if (high != 0) {
            return quadrature.above(constant(from, PRECISION));
        }
        Quadrature mirrored = new Quadrature(x -> at(binder, fraction(x.negate()), PRECISION));
        return mirrored.above(constant(to, PRECISION).negate());
    }

    private BigDecimal series(Binder binder) {
        BigDecimal from = constant(binder.bounds().get(0), PRECISION);
        if (RealSetReader.infinite(binder.bounds().get(1)) <= 0 || !isInteger(from)) {
            throw new Undefined("a sum with other bounds");
        }
        boolean sum = binder.binding() == Node.Binding.SUM;
        List<BigDecimal> terms = new ArrayList<>();
        List<BigDecimal> partial = new ArrayList<>();
        BigDecimal total = sum ? BigDecimal.ZERO : BigDecimal.ONE;
        long start = from.longValueExact();
        Node body = Substitution.at(binder.body(), point);
        int most = body.equals(binder.body()) ? MOST_TERMS : MOST_TERMS_IN_VARIABLES;
        boolean exact = true;
        for (int i = 0; i < most; i++) {
            BigFraction place = BigFraction.of(start + i);
            Optional<BigFraction> rational = exact ? term(binder, body, place) : Optional.empty();
            exact = rational.filter(value -> bits(value) <= EXACT_BITS).isPresent();
            BigDecimal next = rational.map(Calculus::decimal).orElseGet(() -> at(binder, place, SERIES_PRECISION));
            BigDecimal before = total;
            total = sum ? total.add(next, WIDE) : total.multiply(next, WIDE);
            terms.add(total.subtract(before, WIDE));
            partial.add(total);
            if (isSettled(terms, total)) {
                return total;
            }
            if (i + 1 == TERMS && !isGeometric(terms)) {
                return accelerated(terms, partial);
            }
        }
        throw new Undefined("a sum that converges too slowly");
    }

    /** A term's exact value where it is rational. */
    private Optional<BigFraction> term(Binder binder, Node body, BigFraction place) {
        return Rationals.value(Substitution.at(body, Map.of(binder.variable(), place)), budget);
    }

    private static int bits(BigFraction value) {
        return value.getNumerator().bitLength() + value.getDenominator().bitLength();
    }

    private static BigDecimal decimal(BigFraction value) {
        return new BigDecimal(value.getNumerator()).divide(new BigDecimal(value.getDenominator()), WIDE);
    }

    private static boolean isInteger(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }

    /** Whether the last terms are nothing beside the total, and fall off fast. */
    private static boolean isSettled(List<BigDecimal> terms, BigDecimal total) {
        int size = terms.size();
        if (size < 8) {
            return false;
        }
        BigDecimal allowed = NEGLIGIBLE.multiply(total.abs().max(NEGLIGIBLE));
        for (int i = size - 4; i < size; i++) {
            if (terms.get(i).abs().compareTo(allowed) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether each term is about the same part of the one before. */
    private static boolean isGeometric(List<BigDecimal> terms) {
        double last = ratio(terms, terms.size() - 1);
        double before = ratio(terms, terms.size() - 2);
        double early = ratio(terms, terms.size() / 2);
        double steady = Math.max(Math.abs(last - before), Math.abs(last - early));
        return Math.abs(last) < 0.9 && steady < 0.05 || Math.abs(last) < 0.97 && steady < 0.001;
    }

    private static double ratio(List<BigDecimal> terms, int at) {
        BigDecimal below = terms.get(at - 1);
        return below.signum() == 0
                ? 2
                : terms.get(at).divide(below, MathContext.DECIMAL64).doubleValue();
    }

    private static BigDecimal accelerated(List<BigDecimal> terms, List<BigDecimal> partial) {
        BigDecimal last = terms.get(TERMS - 1).abs();
        BigDecimal middle = terms.get(TERMS / 2 - 1).abs();
        boolean alternating =
                terms.get(TERMS - 1).signum() * terms.get(TERMS - 2).signum() < 0;
        double falls = middle.signum() == 0
                ? 1
                : last.divide(middle, MathContext.DECIMAL64).doubleValue();
        if (!(falls < (alternating ? 0.99 : 0.495))) {
            throw new Undefined("a sum that may diverge");
        }
        BigDecimal fewer = levin(terms, partial, FEWER_TERMS);
        BigDecimal more = levin(terms, partial, TERMS);
        if (more.subtract(fewer).abs().compareTo(AGREEMENT.multiply(more.abs().max(BigDecimal.ONE))) > 0) {
            throw new Undefined("a sum that converges too slowly");
        }
        return more;
    }

    /** Levin's u-transformation of the first partial sums. */
    private static BigDecimal levin(List<BigDecimal> terms, List<BigDecimal> partial, int count) {
        int order = count - 1;
        BigDecimal above = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        BigDecimal binomial = BigDecimal.ONE;
        for (int j = 0; j <= order; j++) {
            if (terms.get(j).signum() == 0) {
                throw new Undefined("a sum with terms that vanish");
            }
            BigDecimal power = BigDecimal.valueOf(j + 1L).pow(order - 2 < 0 ? 0 : order - 2, WIDE);
            BigDecimal weight = binomial.multiply(power).divide(terms.get(j), WIDE);
            above = above.add(weight.multiply(partial.get(j), WIDE), WIDE);
            below = below.add(weight, WIDE);
            binomial = binomial.multiply(BigDecimal.valueOf(j - order))
                    .divide(BigDecimal.valueOf(j + 1L), 0, RoundingMode.UNNECESSARY);
        }
        if (below.signum() == 0) {
            throw new Undefined("no value of a sum");
        }
        return above.divide(below, WIDE);
    }

    private BigDecimal limit(Binder binder) {
        Node place = binder.bounds().get(0);
        int infinite = RealSetReader.infinite(place);
        if (infinite != 0) {
            BigDecimal third = BigDecimal.ONE.divide(BigDecimal.valueOf(3), new MathContext(20));
            return agreed(far(binder, infinite, NEAR, third), far(binder, infinite, NEARER, third));
        }
        BigDecimal at = constant(place, LIMIT_PRECISION);
        int side = binder.bounds().size() > 1
                ? ((Node.Num) binder.bounds().get(1)).value().signum()
                : 0;
        if (side != 0) {
            return near(binder, at, side);
        }
        BigDecimal right;
        try {
            right = near(binder, at, 1);
        } catch (Undefined e) {
            return near(binder, at, -1);
        }
        BigDecimal left;
        try {
            left = near(binder, at, -1);
        } catch (Undefined e) {
            return right;
        }
        return agreed(left, right);
    }

    private BigDecimal far(Binder binder, int sign, BigDecimal inverse, BigDecimal offset) {
        BigDecimal place = BigDecimal.ONE.divide(inverse, WIDE).add(offset);
        return at(binder, fraction(sign > 0 ? place : place.negate()), LIMIT_PRECISION);
    }

    private BigDecimal near(Binder binder, BigDecimal at, int side) {
        BigDecimal first = at(binder, fraction(at.add(side > 0 ? NEAR : NEAR.negate())), LIMIT_PRECISION);
        BigDecimal second = at(binder, fraction(at.add(side > 0 ? NEARER : NEARER.negate())), LIMIT_PRECISION);
        return agreed(first, second);
    }

    private static BigDecimal agreed(BigDecimal first, BigDecimal second) {
        BigDecimal size = first.abs().max(BigDecimal.ONE);
        if (first.subtract(second).abs().compareTo(AGREEMENT.multiply(size)) > 0) {
            throw new Undefined("a limit that is not found");
        }
        return second;
    }
}
