/**
 * Pairs of answers, and texts with an answer, whose right verdict is known by construction: a value is made, written in two of its
 * many spellings, and for the unequal ones changed so that it is certainly another. They measure a grader by kind of answer, on
 * spellings that nobody chose by hand.
 */
package org.lemmalab.benchmark.variants;
