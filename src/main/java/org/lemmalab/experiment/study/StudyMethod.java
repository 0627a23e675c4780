package org.lemmalab.experiment.study;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lemmalab.corpus.recipe.Inference;
import org.lemmalab.corpus.recipe.Recipe;
import org.lemmalab.io.LabException;

/**
 * What a student is fine-tuned on: one recipe, or several in given shares.
 *
 * @param name for files
 * @param title as tables print it
 * @param parts the recipes; none for the student as it is
 * @param isMain whether it is run with all seeds of a budget
 */
public record StudyMethod(String name, String title, List<Part> parts, boolean isMain) {
    /** Which of the student's solutions a recipe is given. */
    public enum Samples {
        /** As many of each problem. */
        UNIFORM,
        /** More of the problems that the student fails more often. */
        HARD
    }

    /** Which triplets a recipe is given. */
    public enum Triplets {
        /** The study's teacher, smooth links. */
        STANDARD,
        /** The same, links chosen by the student. */
        MODEL_AWARE,
        /** As many of a problem as the student fails it often (paper Sec. 4.4). */
        HARD,
        /** Another teacher. */
        OTHER_TEACHER
    }

    /**
     * One recipe.
     *
     * @param recipe what it makes
     * @param samples what of the student it is given
     * @param triplets which triplets
     * @param share of the examples, above 0 and at most 1
     */
    public record Part(Recipe recipe, Samples samples, Triplets triplets, double share) {
        /** Checks the share. */
        public Part {
            if (!(share > 0 && share <= 1)) {
                throw new LabException("method: expected a share above 0 and at most 1, found " + share);
            }
        }

        Map<String, Object> identity() {
            Map<String, Object> identity = new TreeMap<>();
            identity.put("recipe", recipe.name());
            identity.put("description", recipe.description());
            identity.put("samples", samples);
            identity.put("triplets", triplets);
            identity.put("share", share);
            return identity;
        }
    }

    /** Copies the parts. */
    public StudyMethod {
        parts = List.copyOf(parts);
    }

    /**
     * @return whether it is the student as it is
     */
    public boolean isBase() {
        return parts.isEmpty();
    }

    /**
     * @return what a student that was tuned by it needs when it is asked
     */
    public Inference inference() {
        return parts.isEmpty() ? Inference.PLAIN : parts.get(0).recipe().inference();
    }
}
