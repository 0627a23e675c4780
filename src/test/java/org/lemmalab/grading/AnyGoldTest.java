package org.lemmalab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;

class AnyGoldTest {
    private static final Verdict UNDECIDED = new Verdict.Undecided("too hard", "a", "b");

    private static AnyGold grade(String prediction, String... golds) {
        return AnyGold.of(
                List.of(golds),
                gold -> gold.equals("?") ? UNDECIDED : Grader.standard().grade(prediction, gold));
    }

    @Test
    void oneEqualGoldIsEnough() {
        assertEquals(1, grade("1/2", "3", "0.5", "1/2").index());
        assertTrue(grade("1/2", "?", "0.5").verdict().isEqual());
    }

    @Test
    void withoutOneItIsUndecidedWhereAnyIs() {
        assertTrue(grade("7", "8", "?", "9").verdict().isUndecided());
        assertEquals(1, grade("7", "8", "?", "9").index());
        assertEquals(0, grade("7", "8", "9").index());
        assertThrows(LabException.class, () -> AnyGold.of(List.of(), gold -> UNDECIDED));
    }
}
