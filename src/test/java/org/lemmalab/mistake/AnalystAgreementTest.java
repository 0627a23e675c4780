package org.lemmalab.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.StepSplitter;

class AnalystAgreementTest {
    private static final Analysis RIGHT = new Analysis.Correct("right");
    private static final Analysis OPEN = new Analysis.Undecided(OptionalInt.of(2), "open");

    private static Analysis wrong(int step, ErrorType type) {
        return new Analysis.Wrong(step, type, "because");
    }

    private static LabelledAttempt labelled(String id, String steps, Analysis analysis) {
        return new LabelledAttempt(
                new Attempt(id, "p", "m", StepSplitter.split(steps), Optional.empty()), "1", analysis);
    }

    private static List<LabelledAttempt> labelled(Analysis... analyses) {
        List<LabelledAttempt> all = new ArrayList<>();
        for (Analysis analysis : analyses) {
            all.add(labelled("a" + all.size(), "One.\nTwo.\nThree.", analysis));
        }
        return all;
    }

    @Test
    void verdictStepAndTypeAreComparedApart() {
        AnalystAgreement agreement = AnalystAgreement.of(
                labelled(
                        wrong(1, ErrorType.CALCULATION),
                        wrong(2, ErrorType.OPERATOR),
                        RIGHT,
                        OPEN,
                        wrong(3, ErrorType.OPERATOR)),
                labelled(
                        wrong(1, ErrorType.CALCULATION),
                        wrong(2, ErrorType.CALCULATION),
                        RIGHT,
                        wrong(2, ErrorType.OPERATOR),
                        RIGHT));
        assertEquals(3, agreement.verdicts().agreements());
        assertEquals(3, agreement.steps().agreements());
        assertEquals(2, agreement.types().agreements());
        assertEquals(2, agreement.stepsOfWrong().total());
        assertEquals(2, agreement.stepsOfWrong().agreements());
        assertEquals(1, agreement.typesOfWrong().agreements());
        assertEquals(1, agreement.types().count("operator", "calculation"));
        assertEquals(1, agreement.types().count("undecided", "operator"));
        assertEquals(
                List.of("step 1", "step 2", "step 3", "correct", "undecided"),
                agreement.steps().used());
    }

    @Test
    void attemptsAreMatchedById() {
        List<LabelledAttempt> first = labelled(RIGHT, OPEN, RIGHT);
        List<LabelledAttempt> second = List.of(first.get(2), first.get(0), labelled("other", "One.", RIGHT));
        AnalystAgreement agreement = AnalystAgreement.of(first, second);
        assertEquals(2, agreement.verdicts().total());
        assertEquals(1, agreement.onlyFirst());
        assertEquals(1, agreement.onlySecond());
    }

    @Test
    void twiceTheSameIdAndOtherStepsAreRefused() {
        List<LabelledAttempt> one = labelled(RIGHT);
        LabException twice =
                assertThrows(LabException.class, () -> AnalystAgreement.of(List.of(one.get(0), one.get(0)), one));
        assertTrue(twice.getMessage().contains("a0 twice"), twice.getMessage());
        LabException other = assertThrows(
                LabException.class, () -> AnalystAgreement.of(one, List.of(labelled("a0", "Else.", RIGHT))));
        assertTrue(other.getMessage().contains("a0"), other.getMessage());
    }
}
