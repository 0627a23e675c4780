package org.lemmalab.evaluation.statistics;

import org.lemmalab.io.LabException;

/**
 * The chance that at least one of k solutions is right, estimated without bias from n &gt;= k solutions (Chen et al. 2021, arXiv
 * 2107.03374, eq. 1): 1 - C(n-c, k) / C(n, k) where c of the n are right.
 */
public final class PassAtK {
    private PassAtK() {}

    /**
     * @param samples solutions drawn, n
     * @param correct how many of them are right, c
     * @param k how many solutions a user would look at, from 1 to n
     * @return the estimate, from 0 to 1
     * @throws LabException if the numbers do not fit together
     */
    public static double estimate(int samples, int correct, int k) {
        if (samples < 1 || correct < 0 || correct > samples || k < 1 || k > samples) {
            throw new LabException("pass@k: expected 1 <= k <= n and 0 <= c <= n, found n = " + samples + ", c = "
                    + correct + ", k = " + k);
        }
        double allWrong = 1;
        for (int i = 0; i < k; i++) {
            allWrong *= Math.max(0, samples - correct - i) / (double) (samples - i);
        }
        return 1 - allWrong;
    }
}
