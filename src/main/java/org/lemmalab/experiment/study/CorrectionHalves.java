package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.corpus.recipe.ExampleCollector;
import org.lemmalab.corpus.recipe.ProblemContext;
import org.lemmalab.corpus.recipe.Recipe;
import org.lemmalab.corpus.recipe.RecipeContext;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Triplet;

/**
 * A control for LEMMA: the same triplets without error and reflection. What is left are the good steps before the error and the
 * correction, a right solution from its beginning to its end; a restart is one by itself.
 */
record CorrectionHalves() implements Recipe {
    @Override
    public String name() {
        return "corrections-alone";
    }

    @Override
    public String title() {
        return "Corrections alone";
    }

    @Override
    public String description() {
        return "the triplets' right steps and corrections, without error and reflection";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.TRIPLETS);
    }

    @Override
    public void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        for (Triplet triplet : material.triplets()) {
            List<String> steps = new ArrayList<>();
            if (triplet.correction().strategy() == Strategy.FIX_AND_CONTINUE) {
                triplet.attempt().goodSteps().forEach(step -> steps.add(plain(step.text())));
            }
            triplet.correction().steps().forEach(step -> steps.add(plain(step)));
            drafts.add(
                    material.problem().question(),
                    PromptForm.solution(steps, triplet.correction().answer()),
                    Map.of("kind", "correction", "triplet", triplet.id()));
        }
    }

    private static String plain(String text) {
        return EquationReader.withoutAnnotations(text).strip();
    }
}
