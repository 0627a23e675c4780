package org.lemmalab.mistake;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.lemmalab.io.LabException;

/**
 * A share with its 95 % interval after Wilson (1927), which holds for small counts and shares near 0 and 1.
 *
 * @param count how many
 * @param total of how many, at least 1
 */
public record Share(long count, long total) {
    private static final double QUANTILE = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    /** Checks the counts. */
    public Share {
        if (total < 1 || count < 0 || count > total) {
            throw new LabException(
                    "share: expected a count from 0 to the total and a total from 1, found " + count + " of " + total);
        }
    }

    /**
     * @return the share, from 0 to 1
     */
    public double value() {
        return (double) count / total;
    }

    /**
     * @return the lower end of the interval
     */
    public double low() {
        return count == 0 ? 0 : centre() - halfWidth();
    }

    /**
     * @return the upper end of the interval
     */
    public double high() {
        return count == total ? 1 : centre() + halfWidth();
    }

    private double centre() {
        double z = QUANTILE * QUANTILE;
        return (count + z / 2) / (total + z);
    }

    private double halfWidth() {
        double z = QUANTILE * QUANTILE;
        double spread = (double) count * (total - count) / total + z / 4;
        return QUANTILE * Math.sqrt(spread) / (total + z);
    }
}
