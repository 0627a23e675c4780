package org.lemmalab.corpus.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lemmalab.problem.Problem;

/** GPTAug: the author's own step-by-step solutions of every problem, as many as LEMMA has examples of it. */
record Augmentation() implements Recipe {
    @Override
    public String name() {
        return "gptaug";
    }

    @Override
    public String title() {
        return "GPTAug";
    }

    @Override
    public String description() {
        return "the author's solutions with the right answer, as many for a problem as it has triplets, else --per-problem";
    }

    @Override
    public void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        int count = material.triplets().isEmpty()
                ? staff.perProblem()
                : material.triplets().size();
        solutions(material.problem(), count, staff, drafts)
                .forEach(text -> drafts.add(
                        material.problem().question(),
                        text,
                        Map.of("kind", "solution", "author", staff.author().name())));
    }

    /** Right solutions by the author, each text once; what is wrong or said before is refused. */
    static List<String> solutions(Problem problem, int count, RecipeContext staff, ExampleCollector drafts) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.take(staff.author().solve(problem, staff.seed("solve", problem.id(), i)))
                    .ifPresent(solution -> {
                        if (!Texts.isRight(solution, problem)) {
                            drafts.refuse("the author's answer is wrong or missing");
                        } else if (texts.contains(Texts.solved(solution))) {
                            drafts.refuse("the author's solution again");
                        } else {
                            texts.add(Texts.solved(solution));
                        }
                    });
        }
        return texts;
    }
}
