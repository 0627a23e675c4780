package org.lemmalab.experiment.study;

/**
 * Two methods on the same problems with the same seeds.
 *
 * @param base the student that both were fine-tuned from
 * @param method one method
 * @param against the other
 * @param set what they were measured on
 * @param metric what was measured
 * @param difference method minus other, in shares
 * @param low lower end of the 95 % interval, paired over problems and seeds
 * @param high upper end
 * @param p of the paired bootstrap, or of McNemar's test where there is one seed
 * @param adjusted p after Holm's correction over the experiment's contrasts
 * @param problems how many problems a seed
 * @param seeds how many pairs of runs
 */
public record Contrast(
        String base,
        String method,
        String against,
        String set,
        String metric,
        double difference,
        double low,
        double high,
        double p,
        double adjusted,
        long problems,
        int seeds) {}
