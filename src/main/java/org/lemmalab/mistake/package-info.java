/**
 * Mistakes (paper Sec. 3.2): the taxonomy of errors, the analysis that finds the first wrong step of an attempt and its type,
 * and the distributions of types that steer which mistakes are worth learning from.
 *
 * <p>An {@link org.lemmalab.mistake.Analyst} is a program ({@link org.lemmalab.mistake.ProgramAnalyst}) or a model that is asked
 * ({@link org.lemmalab.mistake.prompted.PromptedAnalyst}), once or several times. How far two of them agree beyond chance is Cohen's kappa
 * ({@link org.lemmalab.mistake.AnalystAgreement}).
 */
package org.lemmalab.mistake;
