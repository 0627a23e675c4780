package org.lemmalab.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.LabException;

class StatisticsTest {
    private static final double EXACT = 1e-9;

    @Test
    void passAtKIsTheShareOfDrawsWithARightOne() {
        for (int n = 1; n <= 9; n++) {
            for (int c = 0; c <= n; c++) {
                for (int k = 1; k <= n; k++) {
                    assertEquals(byCounting(n, c, k), PassAtK.estimate(n, c, k), EXACT, n + " " + c + " " + k);
                }
            }
        }
    }

    @Test
    void passAtKAgreesWithBinomialCoefficientsWhereTheyOverflow() {
        BigInteger all = choose(200, 100);
        BigInteger wrong = choose(150, 100);
        double expected = 1 - wrong.doubleValue() / all.doubleValue();
        assertEquals(expected, PassAtK.estimate(200, 50, 100), EXACT);
    }

    @Test
    void passAtKRefusesWhatCannotBeEstimated() {
        LabException error = assertThrows(LabException.class, () -> PassAtK.estimate(4, 1, 5));
        assertTrue(error.getMessage().contains("k = 5"), error.getMessage());
    }

    @Test
    void majorityCountsEqualAnswersHoweverTheyAreWritten() {
        List<Optional<String>> answers = List.of(
                Optional.of("0.5"),
                Optional.of("3"),
                Optional.empty(),
                Optional.of("\\frac{1}{2}"),
                Optional.of("3.0"),
                Optional.of("1/2"));
        Majority vote = Majority.of(answers, Grader.standard()::equal);
        assertEquals(new Majority(Optional.of("0.5"), 3, 6), vote);
    }

    @Test
    void majorityGivesATieToTheFirstAndKnowsNoAnswer() {
        assertEquals(
                Optional.of("7"),
                Majority.of(
                                List.of(Optional.of("7"), Optional.of("8"), Optional.of("8"), Optional.of("7")),
                                String::equals)
                        .answer());
        assertEquals(new Majority(Optional.empty(), 0, 1), Majority.of(List.of(Optional.empty()), String::equals));
    }

    /** A resampled mean of zeros and ones is binomial, so the interval's ends are that distribution's quantiles. */
    @Test
    void bootstrapOfSharesIsBinomial() {
        int n = 40;
        int right = 13;
        double[] scores = new double[n];
        Arrays.fill(scores, 0, right, 1);
        Interval interval = new Bootstrap(200_000, 0.95, 5).mean(scores);
        BinomialDistribution binomial = BinomialDistribution.of(n, right / (double) n);
        assertEquals(right / (double) n, interval.estimate(), EXACT);
        assertEquals(binomial.inverseCumulativeProbability(0.025) / (double) n, interval.low(), EXACT);
        assertEquals(binomial.inverseCumulativeProbability(0.975) / (double) n, interval.high(), EXACT);
    }

    @Test
    void pairedDifferenceIsNarrowerThanTheSystemsAreUncertain() {
        SplittableRandom random = new SplittableRandom(3);
        double[] hard = random.doubles(500).map(x -> x < 0.5 ? 0 : 1).toArray();
        double[] better = hard.clone();
        for (int i = 0, mended = 0; mended < 25; i++) {
            mended += better[i] == 0 ? 1 : 0;
            better[i] = 1;
        }
        Bootstrap bootstrap = new Bootstrap(2_000, 0.95, 1);
        Interval difference = bootstrap.difference(new double[][] {better}, new double[][] {hard});
        assertEquals(0.05, difference.estimate(), EXACT);
        assertTrue(difference.excludesZero(), difference.percent());
        Interval single = bootstrap.mean(hard);
        assertTrue(difference.high() - difference.low() < (single.high() - single.low()) / 2, difference.percent());
    }

    @Test
    void seedsAreAUnitOfTheirOwn() {
        double[][] scores = {{1, 1, 1, 1}, {0, 0, 0, 0}};
        Interval interval = new Bootstrap(1_000, 0.95, 1).mean(scores);
        assertEquals(0.5, interval.estimate(), EXACT);
        assertEquals(0, interval.low(), EXACT);
        assertEquals(1, interval.high(), EXACT);
    }

    @Test
    void bootstrapHangsOnItsSeedAlone() {
        double[] scores = new SplittableRandom(9).doubles(60).toArray();
        Bootstrap bootstrap = new Bootstrap(500, 0.9, 11);
        assertEquals(bootstrap.mean(scores), bootstrap.mean(scores));
        assertTrue(!bootstrap.mean(scores).equals(new Bootstrap(500, 0.9, 12).mean(scores)));
    }

    @Test
    void bootstrapRefusesUnpairedScores() {
        Bootstrap bootstrap = Bootstrap.standard(1);
        assertThrows(LabException.class, () -> bootstrap.difference(new double[][] {{1, 0}}, new double[][] {{1}}));
        assertThrows(LabException.class, () -> bootstrap.mean(new double[][] {{1, 0}, {1}}));
        assertThrows(LabException.class, bootstrap::mean);
    }

    /** Worked by hand: of 6 discordant problems 1 against 5; (1 + 6) / 64 on one side. */
    @Test
    void mcNemarByHand() {
        McNemar test = new McNemar(1, 5);
        assertEquals(2 * 7 / 64.0, test.exactPValue(), EXACT);
        assertEquals(2 * 7 / 64.0 - 6 / 64.0, test.midPValue(), EXACT);
        assertEquals(1, new McNemar(3, 3).exactPValue(), EXACT);
        assertEquals(1 - 20 / 64.0, new McNemar(3, 3).midPValue(), EXACT);
        assertEquals(1, new McNemar(0, 0).exactPValue(), EXACT);
    }

    @Test
    void mcNemarCountsDiscordantProblems() {
        assertEquals(new McNemar(1, 2), McNemar.of(new boolean[] {true, true, false, false, false}, new boolean[] {
            true, false, true, true, false
        }));
    }

    /** Holm's and Benjamini and Hochberg's procedures worked by hand on four p-values. */
    @Test
    void adjustedPValuesByHand() {
        double[] p = {0.01, 0.04, 0.03, 0.005};
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, ManyTests.holm(p), EXACT);
        assertArrayEquals(new double[] {0.02, 0.04, 0.04, 0.02}, ManyTests.benjaminiHochberg(p), EXACT);
        assertThrows(LabException.class, () -> ManyTests.holm(0.5, Double.NaN));
    }

    private static double byCounting(int n, int c, int k) {
        int draws = 0;
        int hits = 0;
        for (int chosen = 0; chosen < 1 << n; chosen++) {
            if (Integer.bitCount(chosen) == k) {
                draws++;
                hits += (chosen & ((1 << c) - 1)) != 0 ? 1 : 0;
            }
        }
        return hits / (double) draws;
    }

    private static BigInteger choose(int n, int k) {
        BigInteger result = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            result = result.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        return result;
    }

    /** Where every problem has the same denominator, a ratio of sums is the mean of the ratios, draw for draw. */
    @Test
    void aRatioIsAMeanWhereDenominatorsAreAlikeAndUndefinedWhereTheyAreZero() {
        Bootstrap bootstrap = new Bootstrap(1000, 0.95, 3);
        double[][] counts = {{1, 0, 2, 1}, {0, 0, 1, 2}};
        double[][] twos = {{2, 2, 2, 2}, {2, 2, 2, 2}};
        Interval mean = bootstrap.mean(new double[][] {{0.5, 0, 1, 0.5}, {0, 0, 0.5, 1}});
        Interval ratio = bootstrap.ratio(counts, twos).orElseThrow();
        assertEquals(mean.estimate(), ratio.estimate(), EXACT);
        assertEquals(mean.low(), ratio.low(), EXACT);
        assertEquals(mean.high(), ratio.high(), EXACT);
        assertEquals(Optional.empty(), bootstrap.ratio(new double[1][3], new double[1][3]));
        Interval rare = bootstrap
                .ratio(new double[][] {{1, 0, 0}}, new double[][] {{1, 0, 0}})
                .orElseThrow();
        assertEquals(1, rare.low(), EXACT);
        assertEquals(1, rare.high(), EXACT);
        assertThrows(LabException.class, () -> bootstrap.ratio(counts, new double[2][3]));
    }
}
