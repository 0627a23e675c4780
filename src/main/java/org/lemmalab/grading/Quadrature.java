package org.lemmalab.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Integrals to some 30 digits by the double exponential rule of Takahasi and Mori, which takes ends where the function or the
 * range is infinite. The step is halved until two results agree to 20 digits; the error of the last is then about its square.
 */
final class Quadrature {
    private static final int FIRST_LEVEL = 3;
    private static final int LAST_LEVEL = 6;
    private static final double FARTHEST = 4.9;
    private static final int DIGITS = 95;
    private static final MathContext CONTEXT = new MathContext(DIGITS);
    private static final BigDecimal AGREEMENT = new BigDecimal("1e-20");
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-30");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final Map<Integer, List<Step>> STEPS = new ConcurrentHashMap<>();

    /**
     * One step t ≥ 0 of the rule.
     *
     * @param half π/2 cosh t
     * @param grown e^(π/2 sinh t)
     */
    private record Step(BigDecimal half, BigDecimal grown) {}

    /** A place of a rule and its weight. */
    private record Place(BigDecimal at, BigDecimal weight) {}

    private interface Rule {
        Place at(Step step, boolean negative);
    }

    private final UnaryOperator<BigDecimal> function;

    Quadrature(UnaryOperator<BigDecimal> function) {
        this.function = function;
    }

    BigDecimal between(BigDecimal from, BigDecimal to) {
        BigDecimal length = to.subtract(from);
        return converged((step, negative) -> {
            BigDecimal square = step.grown().multiply(step.grown(), CONTEXT);
            BigDecimal part = BigDecimal.ONE.divide(square.add(BigDecimal.ONE), CONTEXT);
            BigDecimal weight = step.half()
                    .multiply(part, CONTEXT)
                    .multiply(BigDecimal.ONE.subtract(part), CONTEXT)
                    .multiply(TWO)
                    .multiply(length, CONTEXT);
            BigDecimal distance = length.multiply(part, CONTEXT);
            return new Place(negative ? from.add(distance, CONTEXT) : to.subtract(distance, CONTEXT), weight);
        });
    }

    /** From a place to infinity. */
    BigDecimal above(BigDecimal from) {
        return converged((step, negative) -> {
            BigDecimal distance = negative ? BigDecimal.ONE.divide(step.grown(), CONTEXT) : step.grown();
            return new Place(from.add(distance, CONTEXT), step.half().multiply(distance, CONTEXT));
        });
    }

    /** Over all real numbers. */
    BigDecimal everywhere() {
        return converged((step, negative) -> {
            BigDecimal shrunk = BigDecimal.ONE.divide(step.grown(), CONTEXT);
            BigDecimal place = step.grown().subtract(shrunk).divide(TWO, CONTEXT);
            BigDecimal slope = step.grown().add(shrunk).divide(TWO, CONTEXT);
            return new Place(negative ? place.negate() : place, step.half().multiply(slope, CONTEXT));
        });
    }

    private BigDecimal converged(Rule rule) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal before = null;
        for (int level = FIRST_LEVEL; level <= LAST_LEVEL; level++) {
            List<Step> steps = steps(level);
            total = total.add(half(rule, steps, false), CONTEXT).add(half(rule, steps, true), CONTEXT);
            BigDecimal result = total.divide(BigDecimal.valueOf(1L << level), CONTEXT);
            boolean agrees = before != null
                    && result.subtract(before)
                                    .abs()
                                    .compareTo(AGREEMENT.multiply(result.abs().max(BigDecimal.ONE)))
                            <= 0;
            if (agrees) {
                return result;
            }
            before = result;
        }
        throw new Undefined("an integral that is not found");
    }

    /** The steps on one side. Where the function has no value any more, what came before must have been next to nothing. */
    private BigDecimal half(Rule rule, List<Step> steps, boolean negative) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal last = BigDecimal.ONE;
        for (int i = 0; i < steps.size(); i++) {
            boolean centre = steps.get(i).grown().compareTo(BigDecimal.ONE) == 0;
            if (centre && negative) {
                continue;
            }
            Place place = rule.at(steps.get(i), negative);
            try {
                last = function.apply(place.at()).multiply(place.weight(), CONTEXT);
            } catch (Undefined e) {
                if (last.abs().compareTo(NEGLIGIBLE) > 0 && i < steps.size() * 4 / 5) {
                    throw e;
                }
                return total;
            }
            total = total.add(last, CONTEXT);
            boolean done = i > steps.size() / 3 && last.abs().compareTo(NEGLIGIBLE.multiply(NEGLIGIBLE)) < 0;
            if (done) {
                return total;
            }
        }
        if (last.abs().compareTo(NEGLIGIBLE) > 0) {
            throw new Undefined("an integral that may diverge");
        }
        return total;
    }

    /** The steps that a level adds to those before it. */
    private static List<Step> steps(int level) {
        return STEPS.computeIfAbsent(level, Quadrature::newSteps);
    }

    private static List<Step> newSteps(int level) {
        Elementary elementary = new Elementary(DIGITS);
        BigDecimal quarter = elementary.pi().divide(BigDecimal.valueOf(4), CONTEXT);
        int parts = 1 << level;
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i <= FARTHEST * parts; i++) {
            if (level == FIRST_LEVEL || i % 2 == 1) {
                BigDecimal t = BigDecimal.valueOf(i).divide(BigDecimal.valueOf(parts));
                BigDecimal grown = elementary.exp(Complex.of(t)).real();
                BigDecimal shrunk = BigDecimal.ONE.divide(grown, CONTEXT);
                BigDecimal sine = quarter.multiply(grown.subtract(shrunk), CONTEXT);
                BigDecimal cosine = quarter.multiply(grown.add(shrunk), CONTEXT);
                steps.add(new Step(cosine, elementary.exp(Complex.of(sine)).real()));
            }
        }
        return List.copyOf(steps);
    }
}
