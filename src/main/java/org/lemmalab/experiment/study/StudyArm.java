package org.lemmalab.experiment.study;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A student in a study: a base, a method, a seed.
 *
 * @param base what it starts from
 * @param method what it is fine-tuned on
 * @param seed of samples, triplets, corpus and training
 * @param dataShare the share of the training problems that the corpus is made of
 * @param tokenShare how many of the budget's training tokens it reads; 2 reads twice as many
 * @param rate its learning rate; empty for the budget's
 */
public record StudyArm(
        BaseStudent base, StudyMethod method, long seed, double dataShare, double tokenShare, Optional<Double> rate) {
    /**
     * @param base what it starts from
     * @param method what it is fine-tuned on
     * @param seed the seed
     * @return with all training problems, and the budget's tokens and learning rate
     */
    public static StudyArm of(BaseStudent base, StudyMethod method, long seed) {
        return new StudyArm(base, method, seed, 1, 1, Optional.empty());
    }

    /**
     * @param share of the training problems
     * @return with so many of them
     */
    public StudyArm withData(double share) {
        return new StudyArm(base, method, seed, share, tokenShare, rate);
    }

    /**
     * @param share of the budget's training tokens
     * @return with so many of them
     */
    public StudyArm withTokens(double share) {
        return new StudyArm(base, method, seed, dataShare, share, rate);
    }

    /**
     * @param other than the budget's
     * @return with this learning rate
     */
    public StudyArm withRate(double other) {
        return new StudyArm(base, method, seed, dataShare, tokenShare, Optional.of(other));
    }

    /** Whether it is asked all problems, as those of the main comparison are. */
    boolean isMain() {
        return method.isMain() && dataShare == 1 && tokenShare == 1;
    }

    @Override
    public String toString() {
        return base.name() + ", " + method.title() + ", seed " + seed + part(dataShare, "problems")
                + part(tokenShare, "tokens")
                + rate.map(own -> ", rate " + words(own)).orElse("");
    }

    /** A learning rate as people write it, {@code 0.0005}. */
    static String words(double rate) {
        return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
    }

    private static String part(double share, String of) {
        return share == 1 ? "" : String.format(Locale.ROOT, ", %.0f %% of the %s", 100 * share, of);
    }
}
