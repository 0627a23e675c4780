package org.lemmalab.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Approximation.Bounded;

/**
 * Compares two expressions by their values to 60 digits, and to 120 where 60 do not tell a small difference from none: a true
 * zero shrinks as the precision grows, a small difference stays. Expressions with variables are compared at seeded random
 * points: first real ones (positive, then of either sign), counting only those where both sides are defined; then positive
 * integers; then over the complex numbers. One point of disagreement decides.
 */
final class NumericComparator {
    private static final int DIGITS = 60;
    private static final MathContext EXACT = new MathContext(2 * DIGITS + 20);
    private static final int TRIES = 6;
    private static final int POINTS_NEEDED = 3;
    private static final int[] SPREADS = {1, 3, 20};

    private final DecimalTolerance tolerance;
    private final long seed;
    private final Budget budget;

    NumericComparator(DecimalTolerance tolerance, long seed, Budget budget) {
        this.tolerance = tolerance;
        this.seed = seed;
        this.budget = budget;
    }

    /** Where the random points lie. */
    private enum Region {
        POSITIVE,
        REAL,
        INTEGER,
        COMPLEX
    }

    Outcome compare(Node left, Node right) {
        Set<String> variables = new TreeSet<>(NumericParts.variables(left));
        variables.addAll(NumericParts.variables(right));
        boolean decimal = tolerance.applies(left, right);
        Sides sides = new Sides(left, right, decimal);
        if (plainlyApart(sides, variables)) {
            return Outcome.of(
                    false, decimal ? Rule.DECIMAL : variables.isEmpty() ? Rule.HIGH_PRECISION : Rule.RANDOM_POINTS);
        }
        budget.requireFull();
        return variables.isEmpty() ? constants(sides) : atPoints(sides, variables);
    }

    /** Whether double precision tells the sides apart at one of the random points: the fast path of most unequal pairs. */
    private boolean plainlyApart(Sides sides, Set<String> variables) {
        SplittableRandom random = new SplittableRandom(seed);
        int tries = variables.isEmpty() ? 1 : TRIES;
        for (int i = 0; i < tries; i++) {
            Map<String, Double> point = doubles(point(variables, i % 2 == 0 ? Region.POSITIVE : Region.REAL, random));
            Bounded left = Approximation.at(sides.left(), point);
            Bounded right = Approximation.at(sides.right(), point);
            double size = Math.max(Math.abs(left.value()), Math.abs(right.value()));
            double allowed = (sides.decimal() ? Math.max(1e-9, 1.01 * tolerance.widest(sides.right())) : 1e-9) * size;
            double apart = Math.abs(left.value() - right.value()) - 4 * (left.error() + right.error());
            if (left.isKnown() && right.isKnown() && size > 1e-200 && apart > allowed) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Double> doubles(Map<String, BigFraction> point) {
        Map<String, Double> doubles = new HashMap<>();
        point.forEach((name, value) -> doubles.put(name, value.doubleValue()));
        return doubles;
    }

    /** Whether double precision shows that one expression is no constant multiple of the other. */
    private boolean plainlyNoMultiple(Node left, Node right, Set<String> variables) {
        SplittableRandom random = new SplittableRandom(seed);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < TRIES; i++) {
            Map<String, Double> point = doubles(point(variables, Region.POSITIVE, random));
            Bounded above = Approximation.at(left, point);
            Bounded below = Approximation.at(right, point);
            boolean sure =
                    above.error() < 1e-6 * Math.abs(above.value()) && below.error() < 1e-6 * Math.abs(below.value());
            if (above.isKnown() && below.isKnown() && sure) {
                lowest = Math.min(lowest, above.value() / below.value());
                highest = Math.max(highest, above.value() / below.value());
            }
        }
        return highest - lowest > 1e-4 * Math.max(Math.abs(lowest), Math.abs(highest)) && highest < 1e100;
    }

    private record Sides(Node left, Node right, boolean decimal) {}

    private Outcome constants(Sides sides) {
        Rule rule = sides.decimal() ? Rule.DECIMAL : Rule.HIGH_PRECISION;
        for (boolean real : new boolean[] {true, false}) {
            try {
                Optional<Boolean> same = same(sides, Map.of(), real);
                return same.map(equal -> Outcome.of(equal, rule))
                        .orElseGet(() -> Outcome.undecided("values too close to tell"));
            } catch (Undefined e) {
                if (!real) {
                    return Outcome.undecided(e.getMessage());
                }
            }
        }
        throw new IllegalStateException("unreachable");
    }

    private Outcome atPoints(Sides sides, Set<String> variables) {
        SplittableRandom random = new SplittableRandom(seed);
        Rule rule = sides.decimal() ? Rule.DECIMAL : Rule.RANDOM_POINTS;
        boolean imaginary = NumericParts.hasImaginaryUnit(sides.left()) || NumericParts.hasImaginaryUnit(sides.right());
        int agreements = 0;
        for (Region region : Region.values()) {
            boolean skip = imaginary && region != Region.COMPLEX;
            boolean enough = agreements >= POINTS_NEEDED && region.compareTo(Region.REAL) > 0;
            int inRegion = 0;
            for (int i = 0; i < TRIES && inRegion < POINTS_NEEDED && !skip && !enough; i++) {
                Optional<Boolean> same = sameAt(sides, point(variables, region, random), region != Region.COMPLEX);
                if (same.isPresent() && !same.get()) {
                    return Outcome.of(false, rule);
                }
                inRegion += same.isPresent() ? 1 : 0;
                agreements += same.isPresent() ? 1 : 0;
            }
        }
        return agreements >= POINTS_NEEDED
                ? Outcome.of(true, rule)
                : Outcome.undecided("too few points where both are defined");
    }

    /**
     * Whether one expression is a constant multiple of another, judged at random points: the sign of the factor, 0 for none;
     * empty where too few points are defined.
     */
    Optional<Integer> proportional(Node left, Node right) {
        Set<String> variables = new TreeSet<>(NumericParts.variables(left));
        variables.addAll(NumericParts.variables(right));
        if (plainlyNoMultiple(left, right, variables)) {
            return Optional.of(0);
        }
        SplittableRandom random = new SplittableRandom(seed);
        Optional<Complex> factor = Optional.empty();
        int agreements = 0;
        for (int i = 0; i < 2 * TRIES && agreements < POINTS_NEEDED; i++) {
            Region region = i < TRIES ? Region.POSITIVE : Region.REAL;
            Optional<Complex> here = quotient(left, right, point(variables, region, random));
            if (here.isPresent() && factor.isPresent() && !near(here.get(), factor.get())) {
                return Optional.of(0);
            }
            factor = here.isPresent() ? here : factor;
            agreements += here.isPresent() ? 1 : 0;
        }
        return agreements < POINTS_NEEDED
                ? Optional.empty()
                : factor.map(value -> value.real().signum());
    }

    private Optional<Complex> quotient(Node left, Node right, Map<String, BigFraction> point) {
        Evaluator evaluator = new Evaluator(point, true, DIGITS, budget);
        try {
            Complex below = evaluator.value(right);
            return below.isZero()
                    ? Optional.empty()
                    : Optional.of(evaluator.value(left).over(below, EXACT));
        } catch (Undefined e) {
            return Optional.empty();
        }
    }

    private static boolean near(Complex a, Complex b) {
        Complex difference = a.minus(b, EXACT);
        int size = Math.max(a.magnitude(), b.magnitude());
        return difference.isZero() || (long) size - difference.magnitude() > DIGITS * 2 / 3;
    }

    private Optional<Boolean> sameAt(Sides sides, Map<String, BigFraction> point, boolean real) {
        try {
            return same(sides, point, real);
        } catch (Undefined e) {
            return Optional.empty();
        }
    }

    /** A random point: the same fractions at any precision. */
    private static Map<String, BigFraction> point(Set<String> variables, Region region, SplittableRandom random) {
        Map<String, BigFraction> point = new HashMap<>();
        for (String name : variables) {
            long numerator = random.nextLong(50, 2_000) * SPREADS[random.nextInt(SPREADS.length)];
            boolean negative = random.nextBoolean();
            boolean sign = negative && (region == Region.REAL || region == Region.COMPLEX);
            BigFraction value = region == Region.INTEGER
                    ? BigFraction.of((int) (1 + numerator % 9))
                    : BigFraction.of((int) (sign ? -numerator : numerator), 1_999);
            point.put(name, value);
        }
        return point;
    }

    /** Whether the sides agree at a point; empty where even the double precision does not tell. */
    private Optional<Boolean> same(Sides sides, Map<String, BigFraction> point, boolean real) {
        Evaluator coarse = new Evaluator(point, real, DIGITS, budget);
        Complex left = coarse.value(sides.left());
        Complex right = coarse.value(sides.right());
        if (sides.decimal()) {
            return Optional.of(withinTolerance(sides, left, right));
        }
        if (!point.isEmpty() && near(left, right)) {
            return Optional.of(true);
        }
        Evaluator fine = new Evaluator(point, real, 2 * DIGITS, budget);
        Complex fineLeft = fine.value(sides.left());
        Complex fineRight = fine.value(sides.right());
        int size = Math.max(fineLeft.magnitude(), fineRight.magnitude());
        return vanishes(left.minus(right, EXACT), fineLeft.minus(fineRight, EXACT), size);
    }

    /** A true zero shrinks with more digits, or is far below its terms; a small difference stays as it is. */
    private static Optional<Boolean> vanishes(Complex coarse, Complex fine, int size) {
        if (fine.isZero()) {
            return Optional.of(true);
        }
        boolean shrinks = !coarse.isZero() && coarse.magnitude() - fine.magnitude() > DIGITS / 2;
        if (shrinks || size - fine.magnitude() > DIGITS * 3 / 2) {
            return Optional.of(true);
        }
        boolean stays = !coarse.isZero() && fine.minus(coarse, EXACT).magnitude() < fine.magnitude() - 2;
        return stays || coarse.isZero() ? Optional.of(false) : Optional.empty();
    }

    private boolean withinTolerance(Sides sides, Complex left, Complex right) {
        BigDecimal difference = left.minus(right, EXACT).size(EXACT);
        if (!left.isReal() || !right.isReal()) {
            BigDecimal allowed =
                    left.size(EXACT).max(right.size(EXACT)).multiply(BigDecimal.valueOf(tolerance.close()));
            return difference.compareTo(allowed) <= 0;
        }
        return tolerance.agree(fraction(left.real()), fraction(right.real()), sides.left(), sides.right());
    }

    private static BigFraction fraction(BigDecimal value) {
        BigDecimal rounded = value.round(new MathContext(40));
        if (Math.abs((long) rounded.scale()) > 5_000) {
            throw new Undefined("a number too large");
        }
        return BigFraction.of(rounded.unscaledValue())
                .multiply(BigFraction.of(10).pow(-rounded.scale()));
    }
}
