/**
 * Mistakes (paper Secs. 3.2 and 3.3): the taxonomy of errors, the analysis that finds the first wrong step of an attempt and its
 * type, the distributions of types (overall, by model, by temperature, by question), and mistake augmentation: a type is drawn from
 * the question's distribution, one plausible error of that type is brought into the gold solution, and it is kept only if an analyst
 * finds it again.
 */
package org.lemmalab.mistake;
