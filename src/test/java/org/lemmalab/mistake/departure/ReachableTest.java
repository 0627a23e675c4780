package org.lemmalab.mistake.departure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Program;
import org.lemmalab.problem.program.QuestionValues;

class ReachableTest {
    private static final QuestionValues QUESTION =
            QuestionValues.of("There are 12 red, 30 blue and 7 green beads in each of 5 boxes; 40% are lost.");
    private static final Program PROGRAM =
            Program.of(List.of("12 + 30 = 42", "42 + 7 = 49", "49 * 5 = 245", "245 / 7 = 35"), QUESTION);

    private static boolean reaches(double value) {
        return Reachable.of(PROGRAM, Shifts.none(QUESTION)).reaches(value);
    }

    @Test
    void sumsMayBeTakenInAnyOrder() {
        assertTrue(reaches(12 + 7));
        assertTrue(reaches(30 + 7));
        assertTrue(reaches(49));
        assertFalse(reaches(12 - 7));
        assertFalse(reaches(50));
    }

    @Test
    void aFactorMayBeDistributed() {
        assertTrue(reaches(12 * 5));
        assertTrue(reaches(7 * 5));
        assertFalse(reaches(12 * 7));
    }

    @Test
    void aDivisorMayNotBeLeftOut() {
        assertTrue(reaches(49 / 7.0));
        assertFalse(Reachable.of(Program.of(List.of("18 / 3 = 6", "6 * 25 = 150"), QUESTION), Shifts.none(QUESTION))
                .reaches(18 * 25));
    }

    @Test
    void onlyResultsComplete() {
        Reachable plain = Reachable.of(PROGRAM, Shifts.none(QUESTION));
        assertTrue(plain.completes(245));
        assertFalse(plain.completes(60));
    }

    @Test
    void aValueThatIsRightByChanceHasAnotherShadow() {
        Shifts shifts = Shifts.of(QUESTION);
        Reachable shifted = Reachable.of(PROGRAM, shifts);
        double twelve = shifts.of(BigFraction.of(12));
        double thirty = shifts.of(BigFraction.of(30));
        double seven = shifts.of(BigFraction.of(7));
        assertTrue(shifted.reaches(thirty + twelve));
        assertFalse(shifted.reaches(seven * 6));
        assertFalse(shifted.reaches(42));
    }

    @Test
    void formsOfAPercentageFollowIt() {
        Shifts shifts = Shifts.of(QUESTION);
        double forty = shifts.of(BigFraction.of(40));
        assertNotEquals(40, forty);
        assertEquals(forty / 100, shifts.of(Numbers.decimal("0.4").orElseThrow()), 1e-12);
        assertEquals((100 - forty) / 100, shifts.of(Numbers.decimal("0.6").orElseThrow()), 1e-12);
        assertEquals(100 - forty, shifts.of(BigFraction.of(60)), 1e-12);
        assertEquals(2, shifts.of(BigFraction.of(2)));
        assertEquals(99, shifts.of(BigFraction.of(99)));
    }
}
