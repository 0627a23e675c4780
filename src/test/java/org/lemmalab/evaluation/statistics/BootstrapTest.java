package org.lemmalab.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Bootstrap BOOTSTRAP = Bootstrap.standard(3);

    private static double[][] marks(int right) {
        return new double[][] {
            IntStream.range(0, 100).mapToDouble(i -> i < right ? 1 : 0).toArray()
        };
    }

    @Test
    void theSameScoresHaveAPValueOfOne() {
        assertEquals(1, BOOTSTRAP.pValue(marks(40), marks(40)));
    }

    /** No resample of ten and more differences to one side comes to zero often: (9/10)^100 of each, twice over. */
    @Test
    void aClearDifferenceHasThePValueOfItsTail() {
        double tail = Math.pow(0.9, 100);
        assertEquals(2 * tail, BOOTSTRAP.pValue(marks(50), marks(40)), 4e-4);
    }

    @Test
    void thePValueDoesNotHangOnTheSide() {
        double forth = BOOTSTRAP.pValue(marks(43), marks(40));
        double back = BOOTSTRAP.pValue(marks(40), marks(43));
        assertEquals(forth, back);
        // Three differences to one side: about (97/100)^100 of the resamples have none of them.
        assertEquals(2 * Math.pow(0.97, 100), forth, 0.02);
        assertTrue(BOOTSTRAP.difference(marks(43), marks(40)).low() <= 0);
    }
}
