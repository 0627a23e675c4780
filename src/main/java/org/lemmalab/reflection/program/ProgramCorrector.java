package org.lemmalab.reflection.program;

import java.util.List;
import org.lemmalab.io.Seeds;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.program.GoldSolution.GoldStep;

/**
 * Corrects errors by the program of the gold solution (paper Sec. 3.4). Steps are written with calculator annotations where the
 * attempt has them, else without. Stateless; safe for several threads.
 */
public final class ProgramCorrector {
    private static final String ANNOTATION = "<<";

    /**
     * Fix &amp; Continue: the gold steps that the good steps of the attempt have not done yet.
     *
     * @param problem question and gold solution
     * @param attempt the error
     * @return the steps from the corrected one on, or why there are none
     */
    public Result<Correction> fix(Problem problem, ErroneousAttempt attempt) {
        GoldSolution gold = GoldSolution.of(problem);
        if (gold.steps().isEmpty()) {
            return Result.failure("the problem has no gold solution");
        }
        return new Progress(gold, attempt.goodSteps()).remaining().then(steps -> {
            if (!gold.holds(steps)) {
                return Result.failure("an equation of the gold solution does not hold as written");
            }
            List<String> texts = steps.isEmpty() ? List.of(nothingLeft(problem)) : texts(steps, annotates(attempt));
            return Result.success(new Correction(Strategy.FIX_AND_CONTINUE, texts, problem.goldAnswer(), ""));
        });
    }

    /**
     * Fresh &amp; Restart: the whole solution in another way that the program allows. The note says in what it differs from the gold
     * solution; where there is no other order or method, the operations are the same, each result is checked, and the note says so.
     *
     * @param problem question and gold solution
     * @param attempt the error
     * @param seed decides which way is taken
     * @return all steps, or why there are none
     */
    public Result<Correction> restart(Problem problem, ErroneousAttempt attempt, long seed) {
        return restart(problem, seed)
                .then(way -> Result.success(
                        annotates(attempt)
                                ? new Correction(
                                        way.strategy(),
                                        way.steps().stream()
                                                .map(StepText::annotated)
                                                .toList(),
                                        way.answer(),
                                        way.note())
                                : way));
    }

    /**
     * Another way to solve a problem, without annotations.
     *
     * @param problem question and gold solution
     * @param seed decides which way is taken
     * @return all steps, or why there are none
     */
    public Result<Correction> restart(Problem problem, long seed) {
        GoldSolution gold = GoldSolution.of(problem);
        if (!gold.isComplete()) {
            return Result.failure("the gold solution's equations do not lead to its answer, so that no other way can be"
                    + " worked out");
        }
        if (!gold.isExact()) {
            return Result.failure(
                    "the gold solution rounds or does not hold as written, so that another way could come to"
                            + " other values");
        }
        return Alternatives.choose(gold, Seeds.random(seed, "restart", problem.id()))
                .<Result<Correction>>map(way -> Result.success(
                        new Correction(Strategy.FRESH_AND_RESTART, way.steps(), problem.goldAnswer(), way.note())))
                .orElseGet(() -> Result.failure("the program allows no other way that could be written down"));
    }

    private static boolean annotates(ErroneousAttempt attempt) {
        return attempt.steps().stream().anyMatch(step -> step.text().contains(ANNOTATION));
    }

    private static List<String> texts(List<GoldStep> steps, boolean annotated) {
        return steps.stream()
                .map(step -> annotated ? step.annotated() : step.readable())
                .toList();
    }

    private static String nothingLeft(Problem problem) {
        return "The steps before it already give what the question asks for: " + problem.goldAnswer() + ".";
    }
}
