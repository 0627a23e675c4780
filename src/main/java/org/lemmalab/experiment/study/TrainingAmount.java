package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lemmalab.experiment.study.Scores.Row;

/**
 * Accuracy and reflection against training tokens, which the paper has not: whether a student learns to err before it learns to reflect,
 * and what it takes until reflecting pays.
 */
final class TrainingAmount implements Experiment {
    private static final List<StudyMethod> COMPARED =
            List.of(StudyMethods.SFT, StudyMethods.LEMMA, StudyMethods.MASKED);

    @Override
    public String id() {
        return "tokens";
    }

    @Override
    public String name() {
        return "training-tokens";
    }

    @Override
    public String title() {
        return "Accuracy and reflection against training tokens";
    }

    @Override
    public List<Workload> demands(Study study) {
        return COMPARED.stream()
                .flatMap(method -> Workload.ofEach(study, subjects(study, method)).stream())
                .toList();
    }

    @Override
    public Optional<Finding> leftOut(StudyBudget budget) {
        return budget.tokenShares().size() > 1
                ? Optional.empty()
                : Optional.of(Finding.leftOut(
                        "More training changes how the methods compare.",
                        budget,
                        "trains on one number of tokens only"));
    }

    private static List<StudyArm> subjects(Study study, StudyMethod method) {
        return study.budget().tokenShares().stream()
                .map(share -> StudyArm.of(study.bases().get(0), method, 1).withTokens(share))
                .toList();
    }

    @Override
    public void run(Study study, OutcomeBuilder outcome) {
        List<StudySet> sets = study.common(study.ownSets());
        List<List<Scores>> plain = List.of();
        for (StudyMethod method : COMPARED) {
            List<List<Scores>> amounts = outcome.present(study, subjects(study, method)).stream()
                    .map(subject -> measure(study, subject, sets, outcome))
                    .toList();
            if (method.equals(StudyMethods.SFT)) {
                plain = amounts;
            } else {
                compare(amounts, plain, outcome);
            }
            claim(method, amounts, sets, outcome);
        }
    }

    /** Accuracies of one student on each set; how it reflects is put beside them. */
    private static List<Scores> measure(Study study, StudyArm subject, List<StudySet> sets, OutcomeBuilder outcome) {
        Row row = new Row(subject.base().name(), subject.method().title());
        String amount = String.format(Locale.ROOT, ", %d tokens", study.trainingTokens(subject));
        List<List<Answer>> answers = study.commonAnswers(subject, study.ownSets());
        List<Scores> scores = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            StudySet set =
                    new StudySet(sets.get(i).name() + amount, true, sets.get(i).problems());
            List<List<Answer>> run = List.of(answers.get(i));
            Scores accuracy = Scores.of(row, set.name(), MethodTable.ACCURACY, run, MethodTable::mark);
            outcome.measure(accuracy);
            Reflecting.measure(row, set, study.teachers().main(), run, outcome);
            scores.add(accuracy);
        }
        return scores;
    }

    /** With as many tokens, on each set. */
    private static void compare(List<List<Scores>> amounts, List<List<Scores>> plain, OutcomeBuilder outcome) {
        for (int i = 0; i < Math.min(amounts.size(), plain.size()); i++) {
            for (int set = 0; set < amounts.get(i).size(); set++) {
                outcome.contrast(amounts.get(i).get(set), plain.get(i).get(set));
            }
        }
    }

    /** A claim a set: that most tokens are better than fewest. */
    private static void claim(
            StudyMethod method, List<List<Scores>> amounts, List<StudySet> sets, OutcomeBuilder outcome) {
        if (amounts.size() < 2) {
            return;
        }
        for (int set = 0; set < sets.size(); set++) {
            String name = sets.get(set).name();
            Scores most = amounts.get(amounts.size() - 1).get(set);
            Scores fewest = amounts.get(0).get(set);
            outcome.claim(
                    method.title() + " gains from more training on " + name + ".",
                    most.labelled(method.title() + ", most tokens", name),
                    fewest.labelled(method.title() + ", fewest tokens", name));
        }
    }
}
