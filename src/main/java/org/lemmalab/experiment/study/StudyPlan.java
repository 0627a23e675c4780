package org.lemmalab.experiment.study;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a study is going to do, before it does it; what several experiments share is counted once, what the store has is not looked at.
 *
 * @param runs students to be fine-tuned
 * @param trainingTokens read in all fine-tunings
 * @param answers texts to be written, samples of the training problems included
 * @param answerTokens in them, about
 * @param minutes on two quiet cores, about
 * @param megabytes in the store at most, about
 */
public record StudyPlan(
        long runs, long trainingTokens, long answers, long answerTokens, double minutes, double megabytes) {
    /** Measured for the shipped students, two processes of one thread each on two slow cores; an endpoint counts as small. */
    private static final double MICROSECONDS_TO_TRAIN = 59;

    private static final double MICROSECONDS_TO_TRAIN_A_MILLION = 55;
    private static final double MICROSECONDS_TO_WRITE = 121;
    private static final double MICROSECONDS_TO_WRITE_A_MILLION = 45;
    private static final long TOKENS_OF_ANSWER = 100;

    /** Its corpus and its share of the statistics. */
    private static final double SECONDS_OF_RUN = 3;

    private static final double MEGABYTES_OF_STUDENT = 5;
    private static final double BYTES_OF_ANSWER = 1_000;

    /** A sample of the training problems is drawn once for all. */
    private record Sampled(BaseStudent base, long seed) {}

    /** A token's cost, of each student that takes part. */
    private record Rates(Map<BaseStudent, Double> millions) {
        double trained(BaseStudent base, double tokens) {
            return tokens * (MICROSECONDS_TO_TRAIN + MICROSECONDS_TO_TRAIN_A_MILLION * millions.get(base)) / 1e6;
        }

        double answered(BaseStudent base, double answers) {
            return answers
                    * TOKENS_OF_ANSWER
                    * (MICROSECONDS_TO_WRITE + MICROSECONDS_TO_WRITE_A_MILLION * millions.get(base))
                    / 1e6;
        }
    }

    static StudyPlan of(Study study, List<Experiment> experiments) {
        Set<Workload> demands = new LinkedHashSet<>();
        experiments.forEach(each -> demands.addAll(Experiments.demands(each, study)));
        Set<StudyArm> tuned = demands.stream()
                .map(Workload::subject)
                .filter(subject -> !subject.method().isBase())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Sampled> sampled = tuned.stream()
                .map(subject -> new Sampled(subject.base(), subject.seed()))
                .collect(Collectors.toSet());
        StudyBudget budget = study.budget();
        long samples = (long) budget.trainingProblems() * budget.samples();
        long answers = demands.stream().mapToLong(Workload::answers).sum() + sampled.size() * samples;
        long training = tuned.stream().mapToLong(study::trainingTokens).sum();
        Rates rates = new Rates(study.bases().stream().collect(Collectors.toMap(base -> base, BaseStudent::millions)));
        double seconds = tuned.size() * SECONDS_OF_RUN
                + tuned.stream()
                        .mapToDouble(each -> rates.trained(each.base(), study.trainingTokens(each)))
                        .sum()
                + demands.stream()
                        .mapToDouble(each -> rates.answered(each.subject().base(), each.answers()))
                        .sum()
                + sampled.stream()
                        .mapToDouble(each -> rates.answered(each.base(), samples))
                        .sum();
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
