/**
 * How a mistake is injected into a gold solution without a model (paper Sec. 3.3). A strategy for each error type proposes mistakes:
 * an operation of the gold program, the wrong value that comes out of it, and how its step is worded then. The wrong value is
 * worked through the rest of the program, and every number that depends on it is rewritten where it stands, in annotations and in
 * running text; all other words stay as they are. What cannot be done soundly is refused: a number that may come from two places, a
 * share of a person, a value out of proportion.
 */
package org.lemmalab.mistake.injection;
