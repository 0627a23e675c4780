package org.lemmalab.experiment.study;

import java.util.Locale;

/**
 * A student in a study: a base, a method, a seed.
 *
 * @param base what it starts from
 * @param method what it is fine-tuned on
 * @param seed of samples, triplets, corpus and training
 * @param dataShare the share of the training problems that the corpus is made of
 * @param tokenShare how many of the budget's training tokens it reads; 2 reads twice as many
 */
public record Subject(BaseStudent base, StudyMethod method, long seed, double dataShare, double tokenShare) {
    /**
     * @param base what it starts from
     * @param method what it is fine-tuned on
     * @param seed the seed
     * @return with all training problems and the budget's tokens
     */
    public static Subject of(BaseStudent base, StudyMethod method, long seed) {
        return new Subject(base, method, seed, 1, 1);
    }

    /**
     * @param share of the training problems
     * @return with so many of them
     */
    public Subject withData(double share) {
        return new Subject(base, method, seed, share, tokenShare);
    }

    /**
     * @param share of the budget's training tokens
     * @return with so many of them
     */
    public Subject withTokens(double share) {
        return new Subject(base, method, seed, dataShare, share);
    }

    /** Whether it is one of those that the main comparison is about. */
    boolean isMain() {
        return method.isMain() && dataShare == 1 && tokenShare == 1;
    }

    @Override
    public String toString() {
        return base.name() + ", " + method.title() + ", seed " + seed + part(dataShare, "problems")
                + part(tokenShare, "tokens");
    }

    private static String part(double share, String of) {
        return share == 1 ? "" : String.format(Locale.ROOT, ", %.0f %% of the %s", 100 * share, of);
    }
}
