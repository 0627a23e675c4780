package org.lemmalab.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lemmalab.mistake.StepLabel;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.ProblemAttempt;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

class StepCountsTest {
    private static StepLabel of(String... steps) {
        Problem problem = new Problem("p/1", "How many?", "3 + 4 = 7", "7");
        Solution solution = new Solution(StepSplitter.numbered(List.of(steps)), Optional.of("7"));
        Attempt attempt = new Attempt("a/1", "p/1", "student", solution, Optional.empty());
        return new StepLabel(new ProblemAttempt(problem, attempt), OptionalInt.empty());
    }

    @Test
    void agreementIsTheShareOfTextsWithAsManySteps() {
        List<StepLabel> labels =
                List.of(of("3 + 4 = 7.", "So 7."), of("There are 3.\nThere are 4.", "So 7."), of("So 7.", "Thus 7."));
        assertEquals(1.0, StepCounts.agreement(labels, "\n\n"));
        assertEquals(2 / 3.0, StepCounts.agreement(labels, "\n"), 1e-12);
    }
}
