package org.lemmalab.mistake.prompted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

class MixedAnalystTest {
    private static final Problem BEADS = new Problem(
            "beads",
            "A box holds 26 red and 17 blue beads. 8 beads fall out. How many are left?",
            "There are 26+17=<<26+17=43>>43 beads.\n43-8=<<43-8=35>>35 are left.",
            "35");

    private final List<Solution> asked = new ArrayList<>();
    private final Analyst model = (problem, attempt) -> {
        asked.add(attempt);
        return new Analysis.Wrong(1, ErrorType.COUNTING, "The model says so.");
    };
    private final MixedAnalyst mixed = new MixedAnalyst(ProgramAnalyst.abstaining(), model);

    private static Solution attempt(String text) {
        return StepSplitter.split(text);
    }

    @Test
    void directEvidenceIsTheProgramsOwn() {
        Analysis.Wrong refuted =
                (Analysis.Wrong) mixed.analyse(BEADS, attempt("There are 26+17=43 beads.\n43-8=33 are left.\n#### 33"));
        assertEquals(2, refuted.firstWrongStep());
        assertEquals(ErrorType.CALCULATION, refuted.type());
        assertTrue(mixed.analyse(BEADS, attempt("26+17=43\n43-8=35\n#### 35")) instanceof Analysis.Correct);
        assertTrue(asked.isEmpty());
    }

    @Test
    void theRestIsAsked() {
        Solution vague = attempt("Many beads are in it.\nSome of them fall out.\nSo few are left.\n#### 12");
        Analysis.Wrong wrong = (Analysis.Wrong) mixed.analyse(BEADS, vague);
        assertEquals("The model says so.", wrong.explanation());
        assertEquals(List.of(vague), asked);
    }

    @Test
    void thePromptShowsWhatTheProgramFound() {
        String text = EvidenceText.of(BEADS, attempt("26+17=43\n43-8=34\n#### 34"));
        assertTrue(text.contains("43 - 8 = 34, which does not hold"), text);
        assertTrue(text.contains("step 2 is most probably"), text);
        assertTrue(PromptTemplate.bundled("teacher-analyse-evidence").places().contains("evidence"));
    }

    @Test
    void bothMustBeThere() {
        assertThrows(LabException.class, () -> new MixedAnalyst(model, null));
    }
}
