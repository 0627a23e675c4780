/**
 * What a program can do in an author's place: the same problem in other words, with other numbers, turned around, as a statement, and
 * solved in another way. Every rule knows where it may not be applied and refuses there; whatever comes out is held against a second
 * execution of its arithmetic.
 */
package org.lemmalab.synthetic.rewriting;
