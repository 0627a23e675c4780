/**
 * The study: one class per experiment of the paper, at the scale of the machine, over one store of artefacts (samples, triplets, corpora,
 * tuned students, answers) that all experiments share and that a stopped run goes on from.
 *
 * <p>{@link org.lemmalab.experiment.study.Study} makes what is asked for and finds it again, {@link
 * org.lemmalab.experiment.study.StudyStore} keeps it under the hash of what it is made from, {@link
 * org.lemmalab.experiment.study.StudyMethods} names what is compared, {@link org.lemmalab.experiment.study.StudyBudget} says how much is
 * done. Every recipe is trained for the same number of tokens. {@link org.lemmalab.experiment.study.StudyRun} runs the experiments and
 * writes an {@link org.lemmalab.experiment.study.Outcome} each: numbers with intervals, paired comparisons corrected for their number,
 * and verdicts that are read off the intervals.
 */
package org.lemmalab.experiment.study;
