package org.lemmalab.corpus.recipe;

import java.util.Map;
import org.lemmalab.problem.Problem;

/**
 * MetaMath (Yu et al. 2024): other solutions of the question, the question reworded and solved, and two kinds of backward question, in
 * which a number is hidden as x and the answer is given: Self-Verification states the answer in a sentence, FOBAR appends it.
 */
record MetaMath() implements Recipe {
    @Override
    public String name() {
        return "metamath";
    }

    @Override
    public String title() {
        return "MetaMath";
    }

    @Override
    public String description() {
        return "answer augmentation, rephrasing, Self-Verification and FOBAR, --per-problem of each at most; right answers"
                + " only";
    }

    @Override
    public void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        Problem problem = material.problem();
        Augmentation.solutions(problem, staff.perProblem(), staff, drafts)
                .forEach(text -> drafts.add(problem.question(), text, Map.of("kind", "answer_augmentation")));
        for (int i = 0; i < staff.perProblem(); i++) {
            rephrased(problem, i, staff, drafts);
            long hidden = staff.seed("hidden", problem.id(), i);
            drafts.take(BackwardProblem.appended(problem, hidden))
                    .ifPresent(backward -> backward(backward, "fobar", staff, drafts));
            drafts.take(staff.author()
                            .statement(problem, staff.seed("statement", problem.id(), i))
                            .then(statement -> BackwardProblem.stated(problem, statement, hidden)))
                    .ifPresent(backward -> backward(backward, "self_verification", staff, drafts));
        }
    }

    private static void rephrased(Problem problem, int number, RecipeContext staff, ExampleCollector drafts) {
        drafts.take(staff.author().rephrase(problem, staff.seed("rephrase", problem.id(), number)))
                .ifPresent(other -> drafts.take(
                                staff.author().solve(other, staff.seed("solve rephrased", problem.id(), number)))
                        .ifPresent(solution -> {
                            if (Texts.isRight(solution, problem)) {
                                drafts.add(other.question(), Texts.solved(solution), Map.of("kind", "rephrased"));
                            } else {
                                drafts.refuse("the author's answer is wrong or missing");
                            }
                        }));
    }

    /** A backward question that a program turns round has its solution; any other is put to the author. */
    private static void backward(Problem backward, String kind, RecipeContext staff, ExampleCollector drafts) {
        Map<String, String> facts = Map.of("kind", kind, "answer", backward.goldAnswer());
        if (!backward.goldSolution().isBlank()) {
            drafts.add(backward.question(), Texts.gold(backward), facts);
            return;
        }
        drafts.take(staff.author().solve(backward, staff.seed("solve backward", backward.id())))
                .ifPresent(solution -> {
                    if (Texts.isRight(solution, backward)) {
                        drafts.add(backward.question(), Texts.solved(solution), facts);
                    } else {
                        drafts.refuse("the author's answer is wrong or missing");
                    }
                });
    }
}
