package org.lemmalab.corpus.recipe;

import java.util.Map;
import java.util.Set;
import org.lemmalab.problem.Problem;

/**
 * LLM2LLM (Lee et al. 2024), one round: the problems that the student fails give new, similar ones; the next round starts from a student
 * that was trained on the result.
 */
record TargetedAugmentation() implements Recipe {
    @Override
    public String name() {
        return "llm2llm";
    }

    @Override
    public String title() {
        return "LLM2LLM";
    }

    @Override
    public String description() {
        return "the gold solutions, and for each problem that no attempt solves, similar problems (--per-problem), solved";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ATTEMPTS);
    }

    @Override
    public void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        Problem problem = material.problem();
        drafts.add(problem.question(), Texts.gold(problem), Map.of("kind", "gold"));
        if (material.attempts().isEmpty()) {
            drafts.refuse("no attempt at the problem");
            return;
        }
        boolean solved = material.attempts().stream().anyMatch(each -> Texts.isRight(each.solution(), problem));
        for (int i = 0; i < (solved ? 0 : staff.perProblem()); i++) {
            drafts.take(staff.author().similar(problem, staff.seed("similar", problem.id(), i)))
                    .ifPresent(similar -> drafts.add(
                            similar.question(),
                            Texts.gold(similar),
                            Map.of("kind", "similar", "answer", similar.goldAnswer())));
        }
    }
}
