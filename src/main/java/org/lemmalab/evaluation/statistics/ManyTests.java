package org.lemmalab.evaluation.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;

/** Adjusts p-values where many comparisons are made at once. */
public final class ManyTests {
    private ManyTests() {}

    /**
     * Holm (1979): keeps the chance of even one false finding below the level, whatever hangs together.
     *
     * @param pValues p-values, from 0 to 1
     * @return adjusted p-values in the same order
     */
    public static double[] holm(double... pValues) {
        Integer[] order = ascending(pValues);
        double[] adjusted = new double[pValues.length];
        double largest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            largest = Math.max(largest, Math.min(1, (order.length - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }

    /**
     * @param pValue a p-value
     * @return it for people: three decimals, {@code < 0.001} below that
     */
    public static String shown(double pValue) {
        return pValue < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", pValue);
    }

    /**
     * Benjamini and Hochberg (1995): keeps the expected share of false ones among the findings below the level.
     *
     * @param pValues p-values, from 0 to 1
     * @return adjusted p-values in the same order
     */
    public static double[] benjaminiHochberg(double... pValues) {
        Integer[] order = ascending(pValues);
        double[] adjusted = new double[pValues.length];
        double smallest = 1;
        for (int rank = order.length - 1; rank >= 0; rank--) {
            smallest = Math.min(smallest, pValues[order[rank]] * order.length / (rank + 1));
            adjusted[order[rank]] = smallest;
        }
        return adjusted;
    }

    private static Integer[] ascending(double... pValues) {
        if (Arrays.stream(pValues).anyMatch(p -> !(p >= 0 && p <= 1))) {
            throw new LabException("p-values: expected numbers from 0 to 1, found " + Arrays.toString(pValues));
        }
        return IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .toArray(Integer[]::new);
    }
}
