package org.lemmalab.mistake.departure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.departure.PerturbedValue.Leaf;
import org.lemmalab.problem.program.Equation;

/** The results that an attempt has so far, each with its shadow, and the shadows that a further equation may have. */
final class AttemptPath {
    private static final int MOST_READINGS = 64;
    private static final int MOST_GOLD_READINGS = 3;

    private record Result(BigFraction value, double shadow) {}

    private final GoldPath gold;
    private final List<Result> results = new ArrayList<>();

    AttemptPath(GoldPath gold) {
        this.gold = gold;
    }

    AttemptPath copy() {
        AttemptPath copy = new AttemptPath(gold);
        copy.results.addAll(results);
        return copy;
    }

    /** The values so far, in their order. */
    List<BigFraction> values() {
        return results.stream().map(Result::value).toList();
    }

    void add(Equation equation) {
        List<Double> shadows = shadows(equation);
        double shadow = shadows.stream()
                .filter(gold.shifted()::reaches)
                .findFirst()
                .orElse(shadows.isEmpty() ? Double.NaN : shadows.get(0));
        equation.computed().ifPresent(value -> results.add(new Result(value, shadow)));
        equation.stated()
                .filter(said -> !equation.computed().equals(equation.stated()))
                .ifPresent(said -> results.add(new Result(said, shadow)));
    }

    /**
     * The shadows of an equation: a number in it may be a value of the question or an earlier result, so there can be several. At
     * most {@value #MOST_READINGS} are given.
     */
    List<Double> shadows(Equation equation) {
        List<BigFraction> numbers = equation.expression().numbers();
        List<List<Double>> readings = new ArrayList<>();
        readings.add(List.of());
        for (BigFraction number : numbers) {
            List<List<Double>> longer = new ArrayList<>();
            for (List<Double> reading : readings) {
                for (double candidate : candidates(number)) {
                    if (longer.size() < MOST_READINGS) {
                        longer.add(appended(reading, candidate));
                    }
                }
            }
            readings = longer;
        }
        return readings.stream().map(reading -> shadow(equation, reading)).toList();
    }

    private static double shadow(Equation equation, List<Double> reading) {
        int[] at = {0};
        return PerturbedValue.of(equation.expression(), () -> new Leaf(reading.get(at[0]++), -1))
                .value();
    }

    private Set<Double> candidates(BigFraction number) {
        Set<Double> candidates = new LinkedHashSet<>();
        for (int i = results.size() - 1; i >= 0; i--) {
            if (results.get(i).value().equals(number)) {
                candidates.add(results.get(i).shadow());
            }
        }
        candidates.add(gold.shifts().of(number));
        gold.shadowsWorth(number).stream().limit(MOST_GOLD_READINGS).forEach(candidates::add);
        return candidates;
    }

    private static List<Double> appended(List<Double> reading, double value) {
        List<Double> longer = new ArrayList<>(reading);
        longer.add(value);
        return longer;
    }
}
