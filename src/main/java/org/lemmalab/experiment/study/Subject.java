package org.lemmalab.experiment.study;

import java.util.Locale;

/**
 * A student in a study: a base, a method, a seed.
 *
 * @param base what it starts from
 * @param method what it is fine-tuned on
 * @param seed of samples, triplets, corpus and training
 * @param dataShare the share of the training problems that the corpus is made of
 */
public record Subject(BaseStudent base, StudyMethod method, long seed, double dataShare) {
    /**
     * @param base what it starts from
     * @param method what it is fine-tuned on
     * @param seed the seed
     * @return with all training problems
     */
    public static Subject of(BaseStudent base, StudyMethod method, long seed) {
        return new Subject(base, method, seed, 1);
    }

    @Override
    public String toString() {
        String data = dataShare == 1 ? "" : String.format(Locale.ROOT, ", %.0f %% of the problems", 100 * dataShare);
        return base.name() + ", " + method.title() + ", seed " + seed + data;
    }
}
