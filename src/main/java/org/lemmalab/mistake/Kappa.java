package org.lemmalab.mistake;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.lemmalab.io.LabException;

/**
 * Cohen's kappa (Cohen 1960): how far two raters agree beyond what their own frequencies would bring about by chance, with its large-sample
 * standard error and 95 % interval (Fleiss, Cohen and Everitt 1969, eq. 13):
 *
 * <pre>{@code
 * kappa = (po - pe) / (1 - pe)       po = sum p_ii, pe = sum p_i. p_.i
 * var   = (A + B - C) / (n (1 - pe)²)
 *         A = sum p_ii (1 - (p_i. + p_.i) (1 - kappa))²
 *         B = (1 - kappa)² sum over i != j of p_ij (p_.i + p_j.)²
 *         C = (kappa - pe (1 - kappa))²
 * }</pre>
 *
 * @param cases how many things both rated
 * @param observed the share on which they agree, po
 * @param expected the share on which they would agree by chance, pe
 * @param standardError of {@link #value()}; 0 where they agree on everything
 */
public record Kappa(long cases, double observed, double expected, double standardError) {
    private static final double QUANTILE = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    /** Checks that kappa is defined. */
    public Kappa {
        if (cases < 1 || !(expected < 1) || !(standardError >= 0)) {
            throw new LabException("kappa: expected at least one case and an expected agreement below 1, found " + cases
                    + " and " + expected);
        }
    }

    /**
     * @param table of two raters
     * @return their kappa; empty without a case, or where both gave one and the same category to everything
     */
    public static Optional<Kappa> of(AgreementTable table) {
        double[][] shares = shares(table);
        double[] rows = new double[shares.length];
        double[] columns = new double[shares.length];
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < shares.length; j++) {
                rows[i] += shares[i][j];
                columns[j] += shares[i][j];
            }
        }
        for (int i = 0; i < shares.length; i++) {
            observed += shares[i][i];
            expected += rows[i] * columns[i];
        }
        if (table.total() == 0 || expected > 1 - 1e-12) {
            return Optional.empty();
        }
        double variance = variance(shares, rows, columns, observed, expected) / table.total();
        return Optional.of(new Kappa(table.total(), observed, expected, Math.sqrt(Math.max(0, variance))));
    }

    /**
     * @return kappa: 1 for full agreement, 0 for what chance brings about, below 0 for less
     */
    public double value() {
        return (observed - expected) / (1 - expected);
    }

    /**
     * @return the lower end of the 95 % interval, at least -1
     */
    public double low() {
        return Math.max(-1, value() - QUANTILE * standardError);
    }

    /**
     * @return the upper end of the 95 % interval, at most 1
     */
    public double high() {
        return Math.min(1, value() + QUANTILE * standardError);
    }

    private static double[][] shares(AgreementTable table) {
        List<String> categories = table.categories();
        double[][] shares = new double[categories.size()][categories.size()];
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < shares.length; j++) {
                shares[i][j] = (double) table.count(categories.get(i), categories.get(j)) / Math.max(1, table.total());
            }
        }
        return shares;
    }

    /** Of a single case; the variance of kappa is this over the number of cases. */
    private static double variance(
            double[][] shares, double[] rows, double[] columns, double observed, double expected) {
        double kappa = (observed - expected) / (1 - expected);
        double same = 0;
        double different = 0;
        for (int i = 0; i < shares.length; i++) {
            same += shares[i][i] * square(1 - (rows[i] + columns[i]) * (1 - kappa));
            for (int j = 0; j < shares.length; j++) {
                different += i == j ? 0 : shares[i][j] * square(columns[i] + rows[j]);
            }
        }
        double sum = same + square(1 - kappa) * different - square(kappa - expected * (1 - kappa));
        return sum / square(1 - expected);
    }

    private static double square(double value) {
        return value * value;
    }
}
