package org.lemmalab.experiment.study;

import java.util.List;
import java.util.Locale;
import org.lemmalab.experiment.study.Scores.Row;

/** Accuracy against data size (paper Fig. 5): fewer problems to learn from, read the more often; as many tokens in all. */
final class DataSize implements Experiment {
    private static final List<StudyMethod> SIZED =
            List.of(StudyMethods.LEMMA, StudyMethods.GPTAUG, StudyMethods.recipe("isc"), StudyMethods.recipe("refaug"));

    @Override
    public String id() {
        return "F5";
    }

    @Override
    public String name() {
        return "data-size";
    }

    @Override
    public String title() {
        return "Accuracy against data size";
    }

    @Override
    public List<Workload> demands(Study study) {
        return SIZED.stream()
                .flatMap(method -> Workload.ofEach(study, subjects(study, method)).stream())
                .toList();
    }

    private static List<StudyArm> subjects(Study study, StudyMethod method) {
        return study.budget().dataShares().stream()
                .map(share -> StudyArm.of(study.bases().get(0), method, 1).withData(share))
                .toList();
    }

    @Override
    public void run(Study study, OutcomeBuilder outcome) {
        for (StudyMethod method : SIZED) {
            List<Scores> sizes = outcome.present(study, subjects(study, method)).stream()
                    .map(subject -> scores(study, subject))
                    .toList();
            sizes.forEach(outcome::measure);
            if (method.equals(StudyMethods.LEMMA) && sizes.size() > 1) {
                Scores most = sizes.get(sizes.size() - 1);
                Scores fewest = sizes.get(0);
                outcome.claim(
                        "LEMMA gains from more problems.",
                        most.labelled("LEMMA, all problems", MethodTable.OWN),
                        fewest.labelled("LEMMA, fewest problems", MethodTable.OWN));
            }
        }
    }

    private static Scores scores(Study study, StudyArm subject) {
        List<Answer> answers = study.commonAnswers(subject, study.ownSets()).stream()
                .flatMap(List::stream)
                .toList();
        Row row = new Row(subject.base().name(), subject.method().title());
        long examples = Corpus.read(study.corpus(subject).folder()).examples();
        return Scores.of(
                row,
                String.format(Locale.ROOT, "%s, %d examples", MethodTable.OWN, examples),
                MethodTable.ACCURACY,
                List.of(answers),
                MethodTable::mark);
    }
}
