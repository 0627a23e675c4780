/**
 * Mistakes (paper Secs. 3.2 and 3.3): the taxonomy of errors, the analysis that finds the first wrong step of an attempt and its
 * type, the distributions of types (overall, by model, by temperature, by question), and mistake augmentation: a type is drawn from
 * the question's distribution, one plausible error of that type is injected into the gold solution, and it is kept only if an analyst
 * finds it again.
 *
 * <p>An {@link org.lemmalab.mistake.Analyst} is a program ({@link org.lemmalab.mistake.ProgramAnalyst}) or a model that is asked
 * ({@link org.lemmalab.mistake.prompted.PromptedAnalyst}), once or several times. How far two of them agree beyond chance is Cohen's kappa
 * ({@link org.lemmalab.mistake.AnalystAgreement}).
 */
package org.lemmalab.mistake;
