package org.lemmalab.notebook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;

class CheckTest {
    private record Unit(String title, int exercises) implements CourseUnit {}

    private static final Unit UNIT = new Unit("Sums < differences", 2);
    private final Exercise<Integer> sum = new Exercise<>(
            UNIT, 1, "a sum", answer -> answer == 5 ? Optional.empty() : Optional.of("Found " + answer + ". Add $2."));
    private final Exercise<Supplier<Integer>> code =
            new Exercise<>(UNIT, 2, "a function", answer -> answer.get() == 7 ? Optional.empty() : Optional.of("No."));

    @BeforeEach
    void forget() {
        Check.restart(UNIT);
    }

    @Test
    void aWrongAnswerGetsItsHintAndARightOneCounts() {
        Shown wrong = Check.outcome(sum, 4);
        assertEquals("↺ Exercise 1, a sum: not yet. Found 4. Add $2. [0 of 2]", wrong.plain());
        assertTrue(wrong.rich().get("text/html").contains("&#36;</span>2"));
        assertEquals(
                "✓ Exercise 1, a sum: right. [1 of 2]", Check.outcome(sum, 5).plain());
        assertEquals(
                "✓ Exercise 1, a sum: right. [1 of 2]", Check.outcome(sum, 5).plain());
    }

    @Test
    void anAnswerThatBecomesWrongCountsNoMore() {
        Check.outcome(sum, 5);
        Check.outcome(sum, 6);
        assertEquals("0 of 2", Check.progress(UNIT));
    }

    @Test
    void noAnswerAndFailingCodeAreHintsNotErrors() {
        assertTrue(Check.outcome(sum, null).plain().contains("no answer yet"));
        Supplier<Integer> failing = () -> Integer.parseInt("seven");
        assertTrue(Check.outcome(code, failing).plain().contains("NumberFormatException"));
        Supplier<Integer> endless = new Supplier<>() {
            @Override
            public Integer get() {
                return get();
            }
        };
        assertTrue(Check.outcome(code, endless).plain().contains("StackOverflowError"));
    }

    @Test
    void solutionsMustBeComplete() {
        Check.that(sum, 5);
        LabException open = assertThrows(LabException.class, () -> Check.requireAll(UNIT));
        assertTrue(open.getMessage().contains("1 of 2, still open: 2"), open.getMessage());
        Check.that(code, () -> 7);
        assertDoesNotThrow(() -> Check.requireAll(UNIT));
    }

    @Test
    void anExerciseHasItsPlaceInTheUnit() {
        assertThrows(LabException.class, () -> new Exercise<Integer>(UNIT, 3, "too many", answer -> Optional.empty()));
    }
}
