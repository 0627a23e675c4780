/**
 * How an attempt departs from a gold solution, without a model. The attempt's steps are read as equations; every equation is held
 * against the values that the gold program reaches; the first one from which the attempt does not find back to the gold path is the
 * departure. Small rules then name its type.
 *
 * <p>The rules stand in one order, by one principle: what can be read off directly comes before what needs interpretation. First an
 * equation's own arithmetic, then the same numbers under another operator, then one number in another's place, then numbers added
 * or left out, then the shape of a formula, and last the readings that rest on words: concepts and the question's meaning.
 */
package org.lemmalab.mistake.departure;
