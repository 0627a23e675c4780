package org.lemmalab.corpus.recipe;

import java.util.List;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.grading.Grader;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;
import org.lemmalab.solution.StepSplitter;

/** The texts that examples are made of: no calculator annotations, one step a line, and the answer form. */
final class Texts {
    private Texts() {}

    static List<String> steps(Solution solution) {
        return solution.steps().stream().map(step -> plain(step.text())).toList();
    }

    static List<String> goldSteps(Problem problem) {
        return steps(StepSplitter.split(problem.goldSolution()));
    }

    static String gold(Problem problem) {
        return PromptForm.solution(goldSteps(problem), problem.goldAnswer());
    }

    static String solved(Solution solution) {
        return PromptForm.solution(steps(solution), solution.answer().orElseThrow());
    }

    static String plain(String text) {
        return EquationReader.withoutAnnotations(text).strip();
    }

    static ErroneousAttempt plain(ErroneousAttempt attempt) {
        List<Step> steps = attempt.steps().stream()
                .map(step -> new Step(step.number(), plain(step.text())))
                .toList();
        return new ErroneousAttempt(
                steps,
                attempt.firstWrongStep(),
                attempt.type(),
                attempt.source(),
                attempt.explanation(),
                attempt.givenAnswer());
    }

    static Correction plain(Correction correction) {
        List<String> steps = correction.steps().stream().map(Texts::plain).toList();
        return new Correction(correction.strategy(), steps, correction.answer(), correction.note());
    }

    /** Whether a solution ends in an answer that is known to be right. */
    static boolean isRight(Solution solution, Problem problem) {
        return solution.answer()
                .map(answer -> Grader.standard().equal(answer, problem.goldAnswer()))
                .orElse(false);
    }
}
