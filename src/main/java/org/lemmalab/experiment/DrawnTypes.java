package org.lemmalab.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.SignificanceResult;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Independence;

/**
 * The types of injected errors beside those that were asked for.
 *
 * @param name of the distribution that types were drawn from
 * @param requested how many of each type the distributions alone would give, on average
 * @param possible the same, where each problem's distribution is restricted to the types that can be injected into it
 * @param drawn how many of each type there are
 */
public record DrawnTypes(
        String name, Map<ErrorType, Double> requested, Map<ErrorType, Double> possible, Map<ErrorType, Long> drawn) {
    /** Copies the maps. */
    public DrawnTypes {
        requested = Collections.unmodifiableMap(new EnumMap<>(requested));
        possible = Collections.unmodifiableMap(new EnumMap<>(possible));
        drawn = Collections.unmodifiableMap(new EnumMap<>(drawn));
    }

    /**
     * Pearson's chi-square test of drawn against expected numbers. Types expected less than {@link Independence#LEAST_EXPECTED} times
     * are pooled into one class. Where problems have distributions of their own, the sum over problems varies less than the test takes
     * it to, so a large p-value says less.
     *
     * @param statistic chi-square
     * @param degreesOfFreedom classes less one
     * @param pValue the chance of so large a statistic where types are drawn as expected
     */
    public record Fit(double statistic, int degreesOfFreedom, double pValue) {}

    /**
     * @return drawn against requested types; empty where there are too few errors
     */
    public Optional<Fit> againstRequested() {
        return fit(requested);
    }

    /**
     * @return drawn against possible types; empty where there are too few errors
     */
    public Optional<Fit> againstPossible() {
        return fit(possible);
    }

    private Optional<Fit> fit(Map<ErrorType, Double> expected) {
        List<Double> wanted = new ArrayList<>();
        List<Long> found = new ArrayList<>();
        double rareWanted = 0;
        long rareFound = 0;
        for (ErrorType type : ErrorType.values()) {
            double number = expected.getOrDefault(type, 0.0);
            long count = drawn.getOrDefault(type, 0L);
            if (number >= Independence.LEAST_EXPECTED) {
                wanted.add(number);
                found.add(count);
            } else {
                rareWanted += number;
                rareFound += count;
            }
        }
        if (rareWanted > 0) {
            wanted.add(rareWanted);
            found.add(rareFound);
        }
        return wanted.size() < 2 ? Optional.empty() : Optional.of(test(wanted, found));
    }

    private static Fit test(List<Double> expected, List<Long> observed) {
        SignificanceResult result = ChiSquareTest.withDefaults()
                .test(
                        expected.stream().mapToDouble(Double::doubleValue).toArray(),
                        observed.stream().mapToLong(Long::longValue).toArray());
        return new Fit(result.getStatistic(), expected.size() - 1, result.getPValue());
    }
}
