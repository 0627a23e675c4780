package org.lemmalab.extension;

import java.util.Map;
import org.lemmalab.corpus.recipe.ExampleCollector;
import org.lemmalab.corpus.recipe.ProblemContext;
import org.lemmalab.corpus.recipe.Recipe;
import org.lemmalab.corpus.recipe.RecipeContext;

/** An example of a recipe: the gold solution's lines, each with its number. */
public final class LinedRecipe implements Recipe {
    @Override
    public String name() {
        return "lined";
    }

    @Override
    public String title() {
        return "SFT, numbered lines";
    }

    @Override
    public String description() {
        return "the gold solution with a number before each line";
    }

    @Override
    public void make(ProblemContext context, RecipeContext recipe, ExampleCollector examples) {
        StringBuilder lines = new StringBuilder();
        int number = 0;
        for (String line : context.problem().goldSolution().lines().toList()) {
            lines.append(++number).append(". ").append(line).append('\n');
        }
        examples.add(context.problem().question(), lines.toString().strip(), Map.of("kind", "lined"));
    }
}
