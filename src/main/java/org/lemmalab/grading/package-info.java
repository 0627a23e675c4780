/**
 * Answer equality, on which every number of the study rests.
 *
 * <p>An answer's text goes through four steps. Tokens: LaTeX as models write it, plain text and Unicode alike, formatting gone.
 * A tree: numbers, expressions, tuples, sets, intervals, matrices, relations, quantities, times, words. A normal form: ± becomes
 * two answers, degrees a unit, "x = 2, 3" the list 2, 3. And a comparator for each kind of answer, which names the rule by which
 * it decides.
 *
 * <p>Expressions are compared in the order of trust: as rational numbers; by exact algebra (quotients of polynomials in the
 * variables, i, π, e and roots), which decides both ways; and last by their values to 60 digits and more, for variables at
 * seeded random points, which refutes with certainty and confirms up to a negligible chance. Exact gold answers ask for exact answers;
 * only one that is written with decimals is met by a value that rounds to it. A percent sign has one meaning, set beforehand.
 *
 * <p>Work that could grow asks a budget first, which counts effort rather than seconds, so that a verdict is the same on any
 * machine and under any load. A small budget serves the caller's thread; what exceeds it runs on a worker; what exceeds that is
 * "undecided", never wrong for lack of time.
 */
package org.lemmalab.grading;
