/**
 * The study's outcomes as people see them: each experiment's table beside the paper's printed numbers, a figure with intervals, the
 * paired comparisons, what they say about the paper's claim, and trajectories. All of it is made of {@code outcome.json} records; nothing
 * is run again.
 *
 * <p>How a {@link org.lemmalab.experiment.study.Measure} finds its place: methods are rows, matched by name with the paper's; sets and metrics
 * are columns. Where an experiment is about error types, the type is named in the metric or the set, by its title or label. Where it is
 * about an amount (temperature, training examples), that is the last number in the set's, the method's or the metric's name: {@code
 * stories, temperature 0.7}. A metric whose name speaks of tokens, steps, solutions, examples, nats, seconds or counts is a plain number; any
 * other is a share and is shown in per cent.
 */
package org.lemmalab.report.study;
