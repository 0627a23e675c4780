package org.lemmalab.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lemmalab.experiment.study.Finding.Verdict;

class VerdictsTest {
    private static Contrast contrast(double low, double high, double adjusted) {
        double middle = (low + high) / 2;
        return new Contrast("small", "A", "B", "both", "accuracy", middle, low, high, adjusted, adjusted, 2000, 3);
    }

    @Test
    void anIntervalAboveZeroThatHoldsAfterCorrectionSupports() {
        assertEquals(Verdict.SUPPORTED, Verdicts.better(contrast(0.01, 0.05, 0.01)));
    }

    @Test
    void anIntervalAboveZeroThatDoesNotHoldAfterCorrectionDecidesNothing() {
        assertEquals(Verdict.NOT_DECIDABLE, Verdicts.better(contrast(0.001, 0.05, 0.2)));
    }

    @Test
    void anIntervalBelowZeroOrWithoutADifferenceThatMattersSpeaksAgainst() {
        assertEquals(Verdict.NOT_SUPPORTED, Verdicts.better(contrast(-0.05, -0.01, 0.01)));
        assertEquals(Verdict.NOT_SUPPORTED, Verdicts.better(contrast(-0.02, 0.009, 0.8)));
    }

    @Test
    void aWideIntervalDecidesNothing() {
        assertEquals(Verdict.NOT_DECIDABLE, Verdicts.better(contrast(-0.02, 0.04, 0.5)));
    }

    @Test
    void aClaimOnSeveralNeedsThemAll() {
        Contrast above = contrast(0.01, 0.05, 0.01);
        Contrast wide = contrast(-0.02, 0.04, 0.5);
        Contrast below = contrast(-0.05, -0.01, 0.01);
        assertEquals(
                Verdict.SUPPORTED, Verdicts.better("c", List.of(above, above)).verdict());
        assertEquals(
                Verdict.NOT_DECIDABLE,
                Verdicts.better("c", List.of(above, wide)).verdict());
        assertEquals(
                Verdict.NOT_SUPPORTED,
                Verdicts.better("c", List.of(above, wide, below)).verdict());
        assertEquals(Verdict.NOT_DECIDABLE, Verdicts.better("c", List.of()).verdict());
    }

    /** 200 problems, 3 seeds: one is right on the first 120, the other on the first 100. */
    @Test
    void scoresThatDifferAreToldApartAndEqualOnesAreNot() {
        Scores better = scores("A", 120);
        Scores worse = scores("B", 100);
        Contrast contrast = better.against(worse);
        assertEquals(0.1, contrast.difference(), 1e-12);
        assertTrue(contrast.low() > 0 && contrast.p() < 0.05, contrast.toString());
        Contrast none = better.against(scores("C", 120));
        assertEquals(0, none.difference());
        assertEquals(1, none.p());
        assertEquals(Verdict.NOT_SUPPORTED, Verdicts.better(none));
    }

    @Test
    void oneSeedIsTestedByMcNemar() {
        Scores one = new Scores("small", "A", "both", "accuracy", List.of(marks(12)));
        Scores other = new Scores("small", "B", "both", "accuracy", List.of(marks(2)));
        // Ten problems that only the first solves: 2 / 2^10.
        assertEquals(2.0 / 1024, one.against(other).p(), 1e-12);
    }

    @Test
    void whatIsComparedHasTheSeedsOfBoth() {
        Scores three = scores("A", 120);
        Scores one = new Scores("small", "B", "both", "accuracy", List.of(marks(100)));
        assertEquals(1, three.against(one).seeds());
        assertEquals(3, three.measure().seeds());
    }

    private static Scores scores(String method, int right) {
        return new Scores("small", method, "both", "accuracy", List.of(marks(right), marks(right), marks(right)));
    }

    private static double[] marks(int right) {
        return IntStream.range(0, 200).mapToDouble(i -> i < right ? 1 : 0).toArray();
    }
}
