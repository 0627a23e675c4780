package org.lemmalab.reflection.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Examples;

class ProgramCorrectorTest {
    private final ProgramCorrector corrector = new ProgramCorrector();

    @Test
    void fixGoesOnFromTheWrongStepAsTheSolutionDoes() {
        List<String> steps = fixed(Examples.slip());
        assertEquals(
                List.of("The buns are 3*10=30 pieces.", "100-48-30=22 pieces are left.", "They bring in 22*2=$44."),
                steps);
    }

    @Test
    void annotationsAreWrittenWhereTheAttemptHasThem() {
        ErroneousAttempt annotated = Examples.error(
                ErrorType.CALCULATION, "It sells 4*12=<<4*12=48>>48 rolls.", "The buns are 3*10=<<3*10=33>>33 pieces.");
        assertEquals("The buns are 3*10=<<3*10=30>>30 pieces.", fixed(annotated).get(0));
    }

    @Test
    void fixFindsWhatIsLeftOfAnAttemptInAnotherOrder() {
        ErroneousAttempt other =
                Examples.error(ErrorType.OPERATOR, "There are 3*10=30 buns.", "The rolls are 4+12=16 pieces.");
        assertEquals(
                List.of("It sells 4*12=48 rolls.", "100-48-30=22 pieces are left.", "They bring in 22*2=$44."),
                fixed(other));
    }

    @Test
    void fixDoesNotAskForOperationsThatAMergedStepHasDone() {
        ErroneousAttempt merged = Examples.error(
                ErrorType.OPERATOR, "There are 100-4*12-3*10=22 pieces left.", "They bring in 22+2=$24.");
        assertEquals(List.of("They bring in 22*2=$44."), fixed(merged));
    }

    @Test
    void fixRefusesWhereTwoOperationsHaveTheSameResult() {
        Problem twins = new Problem(
                "mine/2",
                "6 boys have 2 nuts each, 4 girls have 3 each. All nuts?",
                "Boys: 6*2=12.\nGirls: 4*3=12.\n12+12=24",
                "24");
        ErroneousAttempt attempt =
                Examples.error(ErrorType.CALCULATION, "One group has 12 = 3*4 nuts, 3*4=12.", "12+12=25");
        assertTrue(corrector.fix(twins, attempt).failure().orElse("").contains("same result"));
    }

    @Test
    void fixRefusesFalseGoldEquations() {
        Problem bad = new Problem("mine/3", "Ana has 2 nuts and gets 3. How many?", "2+3=6 nuts.\nThat is 6-1=5.", "5");
        assertTrue(corrector
                .fix(bad, Examples.error(ErrorType.OPERATOR, "2*3=6"))
                .failure()
                .orElse("")
                .contains("hold"));
    }

    @Test
    void restartsAreSoundComeToTheAnswerAndAreNeverTheGoldText() {
        Set<String> kinds = new HashSet<>();
        for (long seed = 0; seed < 60; seed++) {
            Correction restart = corrector
                    .restart(Examples.BAKERY, Examples.slip(), seed)
                    .asOptional()
                    .orElseThrow();
            List<Equation> equations = restart.steps().stream()
                    .flatMap(step -> EquationReader.read(step).stream())
                    .toList();
            assertTrue(equations.stream().allMatch(each -> each.check() == Equation.Check.EXACT), restart.toString());
            assertEquals(
                    "44",
                    equations.get(equations.size() - 1).stated().orElseThrow().toString());
            assertNotEquals(
                    EquationReader.withoutAnnotations(Examples.BAKERY.goldSolution()),
                    String.join("\n", restart.steps()));
            kinds.add(restart.note().replaceAll("[:\\d].*", ""));
        }
        assertEquals(4, kinds.size(), "order, merged, taken apart, grouping: " + kinds);
    }

    @Test
    void restartsAreAnnotatedWhereTheAttemptIs() {
        ErroneousAttempt annotated = Examples.error(ErrorType.CALCULATION, "It sells 4*12=<<4*12=46>>46 rolls.");
        for (long seed = 0; seed < 20; seed++) {
            Correction plain = corrector
                    .restart(Examples.BAKERY, Examples.slip(), seed)
                    .asOptional()
                    .orElseThrow();
            Correction restart = corrector
                    .restart(Examples.BAKERY, annotated, seed)
                    .asOptional()
                    .orElseThrow();
            assertTrue(restart.steps().stream().allMatch(step -> step.contains("<<")), restart.toString());
            assertEquals(
                    plain.steps(),
                    restart.steps().stream()
                            .map(EquationReader::withoutAnnotations)
                            .toList());
        }
    }

    @Test
    void annotationsHoldTheWholeExpressionWhereUnitsStandWithinIt() {
        assertEquals(
                "14 pieces/house * 60 houses = <<14*60=840>>840 pieces",
                StepText.annotated("14 pieces/house * 60 houses = 840 pieces"));
        assertEquals("It is 1,000 + 5 = $<<1000+5=1005>>1,005.", StepText.annotated("It is 1,000 + 5 = $1,005."));
        assertEquals("No equation.", StepText.annotated("No equation."));
    }

    @Test
    void theSameSeedRestartsInTheSameWay() {
        assertEquals(
                corrector.restart(Examples.BAKERY, Examples.slip(), 5),
                corrector.restart(Examples.BAKERY, Examples.slip(), 5));
    }

    @Test
    void aProgramOfOneOperationSaysThatThereIsNoOtherWay() {
        Problem one = new Problem(
                "mine/4", "Ana has 4 bags of 6 nuts. How many nuts?", "She has 4*6=<<4*6=24>>24 nuts.", "24");
        Correction restart =
                corrector.restart(one, Examples.slip(), 1).asOptional().orElseThrow();
        assertTrue(restart.note().contains("no other order or method"), restart.note());
        assertEquals("She has 6 * 4=24 nuts.", restart.steps().get(0));
        assertEquals(2, restart.steps().size(), "turned round, and checked");
    }

    @Test
    void restartRefusesWhereTheEquationsDoNotLeadToTheAnswer() {
        Problem algebra = new Problem("mine/5", "2x+5=15. What is x?", "2x=10\nso x is 5", "5");
        assertFalse(corrector.restart(algebra, Examples.slip(), 1).failure().isEmpty());
    }

    private List<String> fixed(ErroneousAttempt attempt) {
        return corrector
                .fix(Examples.BAKERY, attempt)
                .asOptional()
                .orElseThrow()
                .steps();
    }
}
