package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;

/** How large each recipe's training set is (paper Tab. 7): examples, and tokens of one. */
final class CorpusSizes implements Experiment {
    private static final List<StudyMethod> COUNTED = List.of(
            StudyMethods.SFT,
            StudyMethods.RFT,
            StudyMethods.recipe("metamath"),
            StudyMethods.GPTAUG,
            StudyMethods.recipe("isc"),
            StudyMethods.recipe("s3c-math"),
            StudyMethods.recipe("refaug"),
            StudyMethods.recipe("refaug-90k"),
            StudyMethods.LEMMA,
            StudyMethods.CORRECTIONS);

    @Override
    public String id() {
        return "T7";
    }

    @Override
    public String name() {
        return "data-statistics";
    }

    @Override
    public String title() {
        return "Size of the training sets";
    }

    /** Corpora are made of samples that all experiments need. */
    @Override
    public List<Workload> demands(Study study) {
        return new ArrayList<>();
    }

    @Override
    public void run(Study study, OutcomeBuilder outcome) {
        BaseStudent base = study.bases().get(0);
        for (StudyMethod method : COUNTED) {
            StudyArm subject = StudyArm.of(base, method, 1);
            Corpus corpus = Corpus.read(study.corpus(subject).folder());
            outcome.measure(measure(base, method, "solutions", corpus.examples(), corpus.examples()));
            outcome.measure(measure(base, method, "mean tokens", corpus.meanTokens(), corpus.examples()));
            corpus.missing().ifPresent(reason -> outcome.missing(method.title(), reason));
        }
    }

    private static Measure measure(BaseStudent base, StudyMethod method, String metric, double value, long count) {
        return new Measure(base.name(), method.title(), "corpus", metric, value, value, value, count, 1);
    }
}
