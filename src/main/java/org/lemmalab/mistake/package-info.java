/**
 * Mistakes (paper Sec. 3.2): the taxonomy of errors, the analysis that finds the first wrong step of an attempt and its type,
 * and the distributions of types that steer which mistakes are worth learning from.
 */
package org.lemmalab.mistake;
