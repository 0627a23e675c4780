package org.lemmalab.experiment.study;

import java.util.List;
import org.lemmalab.corpus.recipe.Recipe;
import org.lemmalab.corpus.recipe.Recipes;
import org.lemmalab.experiment.study.StudyMethod.Part;
import org.lemmalab.experiment.study.StudyMethod.Samples;
import org.lemmalab.experiment.study.StudyMethod.Triplets;

/** The methods that the experiments compare. */
public final class StudyMethods {
    /** The student as it is. */
    public static final StudyMethod BASE = new StudyMethod("base", "base", List.of(), true);

    /** The gold solutions. */
    public static final StudyMethod SFT = main(recipe("sft"));

    /** The student's own right solutions. */
    public static final StudyMethod RFT = main(recipe("rft"));

    /** The paper's method. */
    public static final StudyMethod LEMMA = main(recipe("lemma"));

    /** LEMMA on the student's own errors alone. */
    public static final StudyMethod OWN_ERRORS = main(recipe("lemma-no-augmentation"));

    /** LEMMA's triplets without error and reflection. */
    public static final StudyMethod CORRECTIONS = method(new CorrectionHalves(), Samples.UNIFORM, Triplets.STANDARD);

    /** The author's other right solutions. */
    public static final StudyMethod GPTAUG = recipe("gptaug");

    /** LEMMA, the error read and not learnt. */
    public static final StudyMethod MASKED = recipe("lemma-masked");

    /** RFT with more samples of hard problems. */
    public static final StudyMethod DART_HARD =
            renamed("dart-hard", "DART-Math-Hard", method(Recipes.named("rft"), Samples.HARD, Triplets.STANDARD));

    /** LEMMA with more errors of hard problems. */
    public static final StudyMethod LEMMA_HARD =
            renamed("lemma-hard", "LEMMA-Hard", method(Recipes.named("lemma"), Samples.UNIFORM, Triplets.HARD));

    /** LEMMA by another teacher. */
    public static final StudyMethod OTHER_TEACHER = renamed(
            "lemma-other-teacher",
            "LEMMA (other teacher)",
            method(Recipes.named("lemma"), Samples.UNIFORM, Triplets.OTHER_TEACHER));

    /** LEMMA with links that the student chose. */
    public static final StudyMethod MODEL_AWARE =
            method(Recipes.named("lemma-model-aware"), Samples.UNIFORM, Triplets.MODEL_AWARE);

    private StudyMethods() {}

    /**
     * @param name a recipe's name
     * @return that recipe alone, with the usual samples and triplets
     */
    public static StudyMethod recipe(String name) {
        return method(Recipes.named(name), Samples.UNIFORM, Triplets.STANDARD);
    }

    /**
     * @param percent of the examples that are LEMMA's; the others are RFT's
     * @return the mixture
     */
    public static StudyMethod mixed(int percent) {
        double share = percent / 100.0;
        return new StudyMethod(
                "lemma-mixed-" + percent,
                "LEMMA " + percent + " % + RFT",
                List.of(
                        new Part(Recipes.named("lemma"), Samples.UNIFORM, Triplets.STANDARD, share),
                        new Part(Recipes.named("rft"), Samples.UNIFORM, Triplets.STANDARD, 1 - share)),
                false);
    }

    private static StudyMethod method(Recipe recipe, Samples samples, Triplets triplets) {
        return new StudyMethod(recipe.name(), recipe.title(), List.of(new Part(recipe, samples, triplets, 1)), false);
    }

    private static StudyMethod main(StudyMethod method) {
        return new StudyMethod(method.name(), method.title(), method.parts(), true);
    }

    private static StudyMethod renamed(String name, String title, StudyMethod method) {
        return new StudyMethod(name, title, method.parts(), method.isMain());
    }
}
