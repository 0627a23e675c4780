/**
 * Recipes: how each method makes a training set of problems (paper Sec. 4.1, App. A.2).
 *
 * <p>A {@link org.lemmalab.corpus.recipe.Recipe} works on one problem at a time, with what is known of it ({@link
 * org.lemmalab.corpus.recipe.ProblemContext}: a student's attempts, triplets), a teacher and an author ({@link
 * org.lemmalab.corpus.recipe.RecipeContext}). What it makes, and every reason for making nothing, goes to {@link
 * org.lemmalab.corpus.recipe.ExampleCollector}. {@link org.lemmalab.corpus.recipe.Recipes} knows them all by name, {@link
 * org.lemmalab.corpus.recipe.CorpusRun} carries one out.
 */
package org.lemmalab.corpus.recipe;
