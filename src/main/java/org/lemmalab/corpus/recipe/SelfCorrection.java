package org.lemmalab.corpus.recipe;

import java.util.List;
import java.util.Map;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Revision;
import org.lemmalab.solution.Attempt;

/**
 * ISC (Han et al. 2024): an attempt, a sentence that judges it, and where it is wrong what is wrong and the right solution. A wrong
 * first answer is read and not learnt (partial answer masking); a right one is learnt whole.
 */
record SelfCorrection() implements Recipe {
    private static final String RIGHT = "Checking the solution: every step holds.";
    private static final String WRONG = "Checking the solution: it does not hold.";

    @Override
    public String name() {
        return "isc";
    }

    @Override
    public String title() {
        return "ISC";
    }

    @Override
    public String description() {
        return "attempt, judgement and, after a wrong one, explanation and right solution; the wrong attempt is masked";
    }

    @Override
    public void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        Problem problem = material.problem();
        String right = firstRight(material);
        drafts.add(problem.question(), right + "\n" + RIGHT, Map.of("kind", "judged_right"));
        for (ErroneousAttempt error : Errors.of(material, staff, drafts)) {
            Corrected.of(problem, error, staff, drafts).ifPresent(found -> {
                String attempt = found.attempt() + "\n";
                String output = attempt + WRONG + " " + found.link() + "\n" + found.solution();
                int end = attempt.codePointCount(0, attempt.length());
                drafts.add(
                        problem.question(),
                        output,
                        List.of(new Revision.Span(0, end)),
                        Corrected.facts(error, "judged_wrong"));
            });
        }
    }

    /** The student's first right attempt, else the gold solution. */
    private static String firstRight(ProblemContext material) {
        return material.attempts().stream()
                .map(Attempt::solution)
                .filter(solution -> !solution.steps().isEmpty() && Texts.isRight(solution, material.problem()))
                .findFirst()
                .map(Texts::solved)
                .orElseGet(() -> Texts.gold(material.problem()));
    }
}
