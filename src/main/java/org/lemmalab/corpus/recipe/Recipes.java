package org.lemmalab.corpus.recipe;

import java.util.List;
import org.lemmalab.io.Extensions;
import org.lemmalab.io.LabException;
import org.lemmalab.reflection.ConnectionStyle;

/**
 * All recipes by name: the toolkit's own, and those that others name in {@code META-INF/services/org.lemmalab.corpus.recipe.Recipe}.
 */
public final class Recipes {
    private static final LemmaSettings FULL = LemmaSettings.FULL;

    private static final List<Recipe> OWN = List.of(
            new Supervised(),
            new RejectionSampling(),
            new MetaMath(),
            new Augmentation(),
            new SelfCorrection(),
            new StepCorrection(),
            new ReflectiveAugmentation("refaug", "RefAug", 1),
            new ReflectiveAugmentation("refaug-90k", "RefAug-90k", 3),
            new CorrectionData(),
            new MistakeTuning(),
            new TargetedAugmentation(),
            new Lemma("lemma", "LEMMA", FULL),
            new Lemma("lemma-no-augmentation", "w/o Error Aug.", FULL.withoutAugmentation()),
            new Lemma(
                    "lemma-no-augmentation-matched",
                    "w/o Error Aug. (90k)",
                    FULL.withoutAugmentation().sizeMatched()),
            new Lemma("lemma-no-restart", "w/o Fresh & Restart", FULL.withoutRestart()),
            new Lemma(
                    "lemma-no-restart-matched",
                    "w/o Fresh & Restart (90k)",
                    FULL.withoutRestart().sizeMatched()),
            new Lemma("lemma-no-truncation", "w/o Truncation", FULL.withoutTruncation()),
            new Lemma("lemma-abrupt", "LEMMA, abrupt", FULL.connected(ConnectionStyle.ABRUPT)),
            new Lemma("lemma-phrase", "LEMMA, phrase", FULL.connected(ConnectionStyle.PHRASE)),
            new Lemma("lemma-smooth", "LEMMA, smooth", FULL.connected(ConnectionStyle.SMOOTH)),
            new Lemma("lemma-model-aware", "LEMMA, model-aware", FULL.connected(ConnectionStyle.MODEL_AWARE)),
            new Lemma("lemma-masked", "LEMMA, wrong step masked", FULL.masked()));

    private Recipes() {}

    /**
     * @return all recipes: the paper's baselines, LEMMA, its ablations, then those of others
     * @throws LabException if two have one name
     */
    public static List<Recipe> all() {
        return Extensions.joined(OWN, Extensions.of(Recipe.class), Recipe::name);
    }

    /**
     * @param name a recipe's name, for example {@code rft}
     * @return the recipe
     * @throws LabException if there is none of that name, naming those that exist
     */
    public static Recipe named(String name) {
        return Extensions.named("recipe", all(), Recipe::name, name);
    }

    /**
     * @param name a name of your own
     * @param title a title of your own
     * @param settings what of LEMMA is to be there
     * @return a recipe for any other combination
     */
    public static Recipe lemma(String name, String title, LemmaSettings settings) {
        return new Lemma(name, title, settings);
    }
}
