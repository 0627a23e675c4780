package org.lemmalab.experiment.study;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a study is going to do, before it does it; what several experiments share is counted once, what the store has is not looked at.
 *
 * @param runs students to be fine-tuned
 * @param trainingTokens read in all fine-tunings
 * @param answers texts to be written, samples of the training problems included
 * @param answerTokens in them, about
 * @param minutes on two quiet cores, for a student of a million parameters, about
 * @param megabytes in the store at most, about
 */
public record StudyPlan(
        long runs, long trainingTokens, long answers, long answerTokens, double minutes, double megabytes) {
    /** Measured for the small student, two processes of one thread each on two slow cores. */
    private static final double TRAINED_A_SECOND = 7_200;

    private static final double WRITTEN_A_SECOND = 4_100;
    private static final long TOKENS_OF_ANSWER = 100;
    private static final double SECONDS_OF_RUN = 1.5;
    private static final double MEGABYTES_OF_STUDENT = 5;
    private static final double BYTES_OF_ANSWER = 1_000;

    /** A sample of the training problems is drawn once for all. */
    private record Sampled(String base, long seed) {}

    static StudyPlan of(Study study, List<Experiment> experiments) {
        Set<Demand> demands = new LinkedHashSet<>();
        experiments.forEach(each -> demands.addAll(each.demands(study)));
        Set<Subject> tuned = demands.stream()
                .map(Demand::subject)
                .filter(subject -> !subject.method().isBase())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Sampled> sampled = tuned.stream()
                .map(subject -> new Sampled(subject.base().name(), subject.seed()))
                .collect(Collectors.toSet());
        StudyBudget budget = study.budget();
        long answers = demands.stream().mapToLong(Demand::answers).sum()
                + (long) sampled.size() * budget.trainingProblems() * budget.samples();
        long training = tuned.stream().mapToLong(study::trainingTokens).sum();
        double seconds = training / TRAINED_A_SECOND
                + answers * TOKENS_OF_ANSWER / WRITTEN_A_SECOND
                + tuned.size() * SECONDS_OF_RUN;
        return new StudyPlan(
                tuned.size(),
                training,
                answers,
                answers * TOKENS_OF_ANSWER,
                seconds / 60,
                tuned.size() * MEGABYTES_OF_STUDENT + answers * BYTES_OF_ANSWER / 1e6);
    }

    /**
     * @return in words
     */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%,d fine-tunings of %,d tokens in all; %,d answers of about %,d tokens; about %.0f minutes on two quiet"
                        + " cores, %.0f MB on the disk",
                runs,
                trainingTokens,
                answers,
                answerTokens,
                Math.max(1, minutes),
                megabytes);
    }
}
