/**
 * Corrections and links without a model (paper Sec. 3.4), for problems whose gold solution is an exact program (GSM8K's calculator
 * annotations give one).
 *
 * <p>Fix &amp; Continue finds out which gold operations the good steps of an attempt have done already, in whatever order, and writes
 * the rest. Fresh &amp; Restart solves the problem in another way that the program allows: independent steps in another order, steps
 * merged into one expression, an expression taken apart, numbers grouped differently. Every restart is read back and worked out again
 * before it is given. Links are worded from what differs between the wrong step and the right one.
 */
package org.lemmalab.reflection.program;
