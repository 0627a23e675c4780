package org.lemmalab.corpus.recipe;

import org.lemmalab.corpus.SolutionGenerator;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Seeds;
import org.lemmalab.reflection.Teacher;

/**
 * Who works on a corpus.
 *
 * @param teacher finds, makes and corrects errors
 * @param author writes solutions, wordings and problems
 * @param seed decides every choice of the corpus
 * @param perProblem how many solutions, errors or problems are asked for where a recipe leaves that open; from 1
 */
public record RecipeContext(Teacher teacher, SolutionGenerator author, long seed, int perProblem) {
    /** As many as give LEMMA's size: 88.9k of 14.97k problems (paper Tab. 7). */
    public static final int PER_PROBLEM = 6;

    /** Checks that both are there. */
    public RecipeContext {
        if (teacher == null || author == null || perProblem < 1) {
            throw new LabException("recipe: expected a teacher, an author and at least 1 a problem, found " + teacher
                    + ", " + author + " and " + perProblem);
        }
    }

    /**
     * @param purpose what is asked for
     * @return a seed for that alone, the same at every run of this corpus
     */
    public long seed(Object... purpose) {
        return Seeds.derive(seed, purpose);
    }
}
