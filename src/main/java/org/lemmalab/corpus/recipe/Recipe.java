package org.lemmalab.corpus.recipe;

import java.util.List;
import java.util.Set;

/** How one method makes training examples of a problem. Without state; safe for several threads. */
public interface Recipe {
    /** What a recipe cannot do without. */
    enum Need {
        /** A student's graded or gradable attempts. */
        ATTEMPTS,
        /** Triplets, as {@code lab triplets} makes them. */
        TRIPLETS
    }

    /**
     * @return the name on the command line: small letters, digits and hyphens
     */
    String name();

    /**
     * @return the name as the paper prints it
     */
    String title();

    /**
     * @return in one line, what an example looks like and which are kept
     */
    String description();

    /**
     * @return what it cannot do without
     */
    default Set<Need> needs() {
        return Set.of();
    }

    /**
     * @return what a model that was trained on it needs at inference
     */
    default Inference inference() {
        return Inference.PLAIN;
    }

    /**
     * Looks at the whole material before work begins, for a recipe whose share of one problem depends on the others.
     *
     * @param materials all problems, in their order
     * @return the recipe for exactly these
     */
    default Recipe fitted(List<ProblemContext> materials) {
        return this;
    }

    /**
     * Makes the examples of one problem.
     *
     * @param material the problem and what is known of it
     * @param staff teacher, author and seed
     * @param drafts takes the examples and the reasons for none
     */
    void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts);
}
