package org.lemmalab.corpus.recipe;

import java.util.Map;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ErroneousAttempt;

/** LEMA (An et al. 2023): a wrong solution is given, its wrong step, the reason and the right solution are learnt; beside the gold. */
record CorrectionData() implements Recipe {
    @Override
    public String name() {
        return "lema";
    }

    @Override
    public String title() {
        return "LEMA";
    }

    @Override
    public String description() {
        return "(question and wrong solution) to (wrong step, reason, right solution), beside the gold solutions";
    }

    @Override
    public void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        Problem problem = material.problem();
        drafts.add(problem.question(), Texts.gold(problem), Map.of("kind", "gold"));
        for (ErroneousAttempt error : Errors.of(material, staff, drafts)) {
            Corrected.of(problem, error, staff, drafts)
                    .ifPresent(found -> drafts.add(
                            problem.question() + "\n\nThis solution has an error:\n" + found.attempt()
                                    + "\n\nName the first wrong step, say what is wrong with it, and solve the problem.",
                            "Step " + error.firstWrongStep() + " is wrong. " + found.link() + "\nThe right solution:\n"
                                    + found.solution(),
                            Corrected.facts(error, "correction")));
        }
    }
}
