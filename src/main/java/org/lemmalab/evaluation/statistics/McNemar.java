package org.lemmalab.evaluation.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.lemmalab.io.LabException;

/**
 * McNemar's test for two systems on the same problems (McNemar 1947): only the problems that exactly one of them solves say anything.
 *
 * @param onlyFirst problems that only the first system solves
 * @param onlySecond problems that only the second system solves
 */
public record McNemar(long onlyFirst, long onlySecond) {
    /** Checks the counts. */
    public McNemar {
        if (onlyFirst < 0 || onlySecond < 0 || onlyFirst + onlySecond > Integer.MAX_VALUE) {
            throw new LabException("McNemar: expected counts from 0, found " + onlyFirst + " and " + onlySecond);
        }
    }

    /**
     * @param first whether the first system solves each problem
     * @param second whether the second does, in the same order
     * @return the test
     * @throws LabException if their numbers differ
     */
    public static McNemar of(boolean[] first, boolean[] second) {
        if (first.length != second.length) {
            throw new LabException(
                    "McNemar: expected the same problems for both, found " + first.length + " and " + second.length);
        }
        long onlyFirst = 0;
        long onlySecond = 0;
        for (int i = 0; i < first.length; i++) {
            onlyFirst += first[i] && !second[i] ? 1 : 0;
            onlySecond += second[i] && !first[i] ? 1 : 0;
        }
        return new McNemar(onlyFirst, onlySecond);
    }

    /**
     * @return two-sided p-value of the exact test: the chance of a split at least as uneven if either system were as likely to be the
     *     one that solves it
     */
    public double exactPValue() {
        return Math.min(1, 2 * distribution().cumulativeProbability(fewer()));
    }

    /**
     * @return two-sided mid-p value (Fagerland et al. 2013): the exact test without its caution; at 0.05 it errs about as often as it
     *     says
     */
    public double midPValue() {
        return onlyFirst == onlySecond
                ? 1 - distribution().probability(fewer())
                : 2 * distribution().cumulativeProbability(fewer())
                        - distribution().probability(fewer());
    }

    private int fewer() {
        return (int) Math.min(onlyFirst, onlySecond);
    }

    private BinomialDistribution distribution() {
        return BinomialDistribution.of((int) (onlyFirst + onlySecond), 0.5);
    }
}
