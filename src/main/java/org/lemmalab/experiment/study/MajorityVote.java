package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.evaluation.statistics.Majority;
import org.lemmalab.experiment.study.Scores.Row;
import org.lemmalab.grading.Grader;

/** Majority of k solutions beside one (paper Tab. 10), temperature 0.7. */
final class MajorityVote implements Experiment {
    private static final List<StudyMethod> VOTING =
            List.of(StudyMethods.BASE, StudyMethods.SFT, StudyMethods.RFT, StudyMethods.GPTAUG, StudyMethods.LEMMA);

    @Override
    public String id() {
        return "T10";
    }

    @Override
    public String name() {
        return "majority-vote";
    }

    @Override
    public String title() {
        return "Majority of several solutions";
    }

    @Override
    public List<Workload> demands(Study study) {
        List<Workload> demands = new ArrayList<>();
        for (StudyMethod method : VOTING) {
            StudyArm subject = StudyArm.of(study.bases().get(0), method, 1);
            sets(study)
                    .forEach(set -> demands.add(new Workload(
                            subject,
                            set.name() + ", votes",
                            (long) set.problems().size() * study.budget().majoritySamples())));
        }
        return demands;
    }

    private static List<StudySet> sets(Study study) {
        return study.ownSets().stream()
                .map(set -> set.first(study.budget().majorityProblems()))
                .toList();
    }

    @Override
    public void run(Study study, OutcomeBuilder outcome) {
        Optional<Scores> sft = vote(StudyMethods.SFT, study, new OutcomeBuilder());
        for (StudyMethod method : VOTING) {
            Optional<Scores> voted = vote(method, study, outcome);
            boolean isLemma = method.equals(StudyMethods.LEMMA);
            voted.filter(scores -> isLemma)
                    .ifPresent(scores -> sft.ifPresent(
                            other -> outcome.claim("LEMMA is better than SFT by majority, too.", scores, other)));
        }
    }

    /** One seed: what varies is the draws. Returns the majority's scores. */
    private static Optional<Scores> vote(StudyMethod method, Study study, OutcomeBuilder outcome) {
        BaseStudent base = study.bases().get(0);
        StudyArm subject = StudyArm.of(base, method, 1);
        Optional<String> missing = study.missing(subject);
        if (missing.isPresent()) {
            outcome.missing(method.title(), missing.get());
            return Optional.empty();
        }
        int count = study.budget().majoritySamples();
        SamplingPlan drawing = new SamplingPlan(SamplingPlan.TEMPERATURE, count, 1);
        List<List<Answer>> answers = List.of(study.answers(subject, sets(study), drawing));
        Row row = new Row(base.name(), method.title());
        Scores majority = Scores.of(row, MethodTable.OWN, "maj@" + count, answers, MajorityVote::majority);
        outcome.measure(Scores.of(row, MethodTable.OWN, "pass@1", answers, MajorityVote::share));
        outcome.measure(Scores.of(row, MethodTable.OWN, "pass@" + count, answers, answer -> share(answer) > 0 ? 1 : 0));
        outcome.measure(majority);
        return Optional.of(majority);
    }

    private static double share(Answer answer) {
        return answer.texts().stream()
                .mapToDouble(text -> text.isRight() ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static double majority(Answer answer) {
        Majority majority =
                Majority.of(answer.texts().stream().map(Answer.Text::answer).toList(), Grader.standard()::equal);
        boolean isRight = answer.texts().stream()
                .anyMatch(text -> text.isRight() && text.answer().equals(majority.answer()));
        return isRight ? 1 : 0;
    }
}
