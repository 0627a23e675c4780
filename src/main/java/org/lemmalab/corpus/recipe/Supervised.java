package org.lemmalab.corpus.recipe;

import java.util.Map;

/** SFT: the gold solutions as they are. */
record Supervised() implements Recipe {
    @Override
    public String name() {
        return "sft";
    }

    @Override
    public String title() {
        return "SFT";
    }

    @Override
    public String description() {
        return "the gold solution of every problem";
    }

    @Override
    public void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        drafts.add(material.problem().question(), Texts.gold(material.problem()), Map.of("kind", "gold"));
    }
}
