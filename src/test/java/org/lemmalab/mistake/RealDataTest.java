package org.lemmalab.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.problem.Gsm8k;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Program;
import org.lemmalab.solution.Attempts;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

/** Invariants over whole public sets; the data folder is named by LEMMA_DATA. */
class RealDataTest {
    private static Path data() {
        String folder = System.getenv("LEMMA_DATA");
        assumeTrue(folder != null, "LEMMA_DATA is not set: the whole-set invariants of the analyser are not checked");
        return Path.of(folder);
    }

    private static List<Problem> gsm8k() {
        List<Problem> problems = new ArrayList<>();
        for (String part : List.of("train", "test")) {
            Gsm8k.read(data().resolve("gsm8k/" + part + ".jsonl"), problems::add, RejectedLines.refusing());
        }
        return problems;
    }

    @Test
    void labelledErrorsAreFoundAtLeastAsOftenAsPromised() {
        List<KnownError> errors = new ArrayList<>();
        KnownErrors.eic(data().resolve("eic/gsm8k_labelled_errors.jsonl"), errors::add, RejectedLines.refusing());
        AnalystScore score = AnalystScore.of(new ProgramAnalyst(), errors);
        assertEquals(450, score.cases());
        assertTrue(score.stepAccuracy() >= 0.90, () -> "first wrong step: " + score.stepAccuracy());
        assertTrue(
                score.typeAccuracy() >= 0.75,
                () -> "type: " + score.typeAccuracy() + "\n" + score.confusion().text());
    }

    @Test
    void everyGoldSolutionIsCorrectAgainstItself() {
        List<Problem> problems = gsm8k();
        assertEquals(8792, problems.size());
        ProgramAnalyst teacher = new ProgramAnalyst();
        List<String> exceptions = problems.stream()
                .filter(problem -> {
                    Solution gold = new Solution(
                            StepSplitter.numbered(problem.goldSolution()
                                    .lines()
                                    .filter(line -> !line.isBlank())
                                    .toList()),
                            Optional.of(problem.goldAnswer()));
                    return !(teacher.analyse(problem, gold) instanceof Analysis.Correct);
                })
                .map(Problem::id)
                .toList();
        assertEquals(List.of(), exceptions);
    }

    @Test
    void nearlyEveryGoldProgramEndsInTheGoldAnswer() {
        List<Problem> problems = gsm8k();
        long right = problems.stream()
                .filter(problem -> Program.of(problem).lastValue().equals(Numbers.answer(problem.goldAnswer())))
                .count();
        double share = (double) right / problems.size();
        assertTrue(share >= 0.95, () -> "programs that end in the gold answer: " + share);
    }

    @Test
    void attemptsMarkedCorrectAreNearlyNeverCalledWrongAndWrongOnesNearlyNeverCorrect() {
        List<LabelledAttempt> labelled = new ArrayList<>();
        AnalysisRunner.onAllCores(new ProgramAnalyst())
                .run(
                        sink -> Attempts.gsm8kExamples(
                                data().resolve("gsm8k/example_model_solutions.jsonl"), sink, RejectedLines.refusing()),
                        labelled::add,
                        done -> {});
        assertEquals(5276, labelled.size());
        assertTrue(disagreeing(labelled, true, "wrong") <= 0.01);
        assertTrue(disagreeing(labelled, false, "correct") <= 0.01);
        assertTrue(disagreeing(labelled, false, "undecided") <= 0.10);
    }

    private static double disagreeing(List<LabelledAttempt> labelled, boolean mark, String verdict) {
        List<LabelledAttempt> marked = labelled.stream()
                .filter(each -> each.attempt().markedCorrect().equals(Optional.of(mark)))
                .toList();
        return (double) marked.stream()
                        .filter(each -> each.verdict().equals(verdict))
                        .count()
                / marked.size();
    }
}
