package org.lemmalab.corpus.recipe;

import java.util.List;
import java.util.Map;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ErroneousAttempt;

/**
 * Mistake tuning (Tong et al. 2024): right and wrong solutions are both learnt, each after a fixed mark in the task that says which it
 * is; at inference the mark of the right ones is given.
 */
record MistakeTuning() implements Recipe {
    /** The mark of right solutions. */
    static final String RIGHT = "\n[correct rationale]";

    /** The mark of wrong solutions. */
    static final String WRONG = "\n[incorrect rationale]";

    @Override
    public String name() {
        return "mistake-tuning";
    }

    @Override
    public String title() {
        return "Mistake Tuning";
    }

    @Override
    public String description() {
        return "gold and wrong solutions, each behind a mark that says which it is";
    }

    @Override
    public Inference inference() {
        return new Inference(List.of(), RIGHT);
    }

    @Override
    public void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        Problem problem = material.problem();
        drafts.add(problem.question() + RIGHT, Texts.gold(problem), Map.of("kind", "correct"));
        for (ErroneousAttempt error : Errors.of(material, staff, drafts)) {
            drafts.add(problem.question() + WRONG, Corrected.attempt(error), Corrected.facts(error, "incorrect"));
        }
    }
}
