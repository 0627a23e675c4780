/**
 * Word problems made by program: as many as are wanted, each with the exact program behind it, so that everything the method needs
 * can be tried without any data set or model. Two kinds: <em>stories</em> in the manner of GSM8K (prices, sharing, rates, units,
 * percentages, comparisons, distractors), told from the fragments of {@code stories.json}; and <em>relations</em>, quantities that
 * depend on each other, stated in random order with some that do not matter, whose solution is any order in which every quantity is
 * known before it is used.
 *
 * <p>A {@link org.lemmalab.synthetic.wordproblem.Plan} is the program; it has several right orders and several wordings of each step, so
 * that drawing solutions has something to choose from (rejection sampling, section 7 of the LEMMA paper's facts). {@link
 * org.lemmalab.synthetic.wordproblem.WordProblemSet} names the sets, in and out of distribution; {@link
 * org.lemmalab.synthetic.wordproblem.Split} keeps training and test apart by construction, and {@link
 * org.lemmalab.synthetic.wordproblem.Decontamination} counts what two lists of problems share.
 */
package org.lemmalab.synthetic.wordproblem;
