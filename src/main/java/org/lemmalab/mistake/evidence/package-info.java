/**
 * Evidence for the first wrong step of an attempt with a wrong answer, without a model.
 *
 * <p>Each equality is checked by arithmetic and the grader's algebra: it holds, fails, or is open. Values are held against question,
 * gold solution and earlier steps; equations against the gold path; and each equation is asked which small change of it would lead to the
 * gold answer. A conditional logit over the steps ({@link org.lemmalab.mistake.evidence.Account}) weighs these facts and gives each step
 * its probability to be the first wrong one. Its weights are fitted on the halves of labelled sets that the resource
 * {@code weights.json} names.
 */
package org.lemmalab.mistake.evidence;
