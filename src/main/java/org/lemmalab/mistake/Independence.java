package org.lemmalab.mistake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/**
 * Chi-square test of independence of error type and model, with Cramér's V as the size of the effect.
 *
 * <p>Pooling rule: types are taken from the rarest up into one class "pooled", until every expected count of every class is at least
 * {@value #LEAST_EXPECTED} (Cochran 1954). Types without any error are left out, and so are models without any.
 *
 * @param statistic chi-square
 * @param degreesOfFreedom (models - 1) × (classes - 1)
 * @param pValue the chance of such a table, or a more uneven one, if types did not depend on the model
 * @param cramersV from 0 (independent) to 1
 * @param pooled the types that were pooled; empty where none had to be
 */
public record Independence(
        double statistic, int degreesOfFreedom, double pValue, double cramersV, List<ErrorType> pooled) {
    /** The least expected count of a cell. */
    public static final int LEAST_EXPECTED = 5;

    /** Copies the pooled types. */
    public Independence {
        pooled = List.copyOf(pooled);
    }

    static Optional<Independence> test(ErrorDistribution distribution) {
        List<String> models = distribution.models().stream()
                .filter(model -> distribution.total(model) > 0)
                .toList();
        List<ErrorType> types = new ArrayList<>(Arrays.stream(ErrorType.values())
                .filter(type -> distribution.count(type) > 0)
                .sorted(Comparator.comparingLong((ErrorType type) -> distribution.count(type)))
                .toList());
        List<ErrorType> pooled = new ArrayList<>();
        while (!types.isEmpty() && !isLargeEnough(table(distribution, models, types, pooled))) {
            pooled.add(types.remove(0));
        }
        long[][] table = table(distribution, models, types, pooled);
        return models.size() < 2 || table.length < 2 ? Optional.empty() : Optional.of(result(table, pooled));
    }

    /** Rows are classes of types, columns are models. */
    private static long[][] table(
            ErrorDistribution distribution, List<String> models, List<ErrorType> types, List<ErrorType> pooled) {
        List<long[]> rows = new ArrayList<>();
        for (ErrorType type : types) {
            rows.add(models.stream()
                    .mapToLong(model -> distribution.count(model, type))
                    .toArray());
        }
        if (!pooled.isEmpty()) {
            rows.add(models.stream()
                    .mapToLong(model -> pooled.stream()
                            .mapToLong(type -> distribution.count(model, type))
                            .sum())
                    .toArray());
        }
        return rows.toArray(long[][]::new);
    }

    private static boolean isLargeEnough(long[][] table) {
        long total = sum(table);
        for (long[] row : table) {
            double rowSum = Arrays.stream(row).sum();
            for (int column = 0; column < row.length; column++) {
                if (rowSum * columnSum(table, column) / total < LEAST_EXPECTED) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Independence result(long[][] table, List<ErrorType> pooled) {
        SignificanceResult result = ChiSquareTest.withDefaults().test(table);
        int rows = table.length;
        int columns = table[0].length;
        double v = Math.sqrt(result.getStatistic() / (sum(table) * (double) (Math.min(rows, columns) - 1)));
        return new Independence(result.getStatistic(), (rows - 1) * (columns - 1), result.getPValue(), v, pooled);
    }

    private static double columnSum(long[][] table, int column) {
        return Arrays.stream(table).mapToLong(row -> row[column]).sum();
    }

    private static long sum(long[][] table) {
        return Arrays.stream(table).flatMapToLong(Arrays::stream).sum();
    }
}
