/**
 * The exact program behind a worked word problem: the operations of a solution in their order, each with its operands and where
 * they come from. GSM8K's calculator annotations ({@code <<48/2=24>>}) state it; plain equations in running text do nearly as
 * well. Values are exact fractions, so that 1/3 of 27 is 9 and nothing else. Reading is guarded: no text, however hostile, makes
 * it hang, overflow the stack or grow without bound; what cannot be read is left out.
 */
package org.lemmalab.problem.program;
