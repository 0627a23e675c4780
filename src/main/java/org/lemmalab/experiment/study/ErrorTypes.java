package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Share;

/** Which errors the students make, by student and set (paper Figs. 3 and 7). */
final class ErrorTypes implements Experiment {
    /** Before a type's title, in a measure's metric. */
    static final String SHARE = "share of errors: ";

    @Override
    public String id() {
        return "F3/F7";
    }

    @Override
    public String name() {
        return "error-types";
    }

    @Override
    public String title() {
        return "Error types by student and set";
    }

    @Override
    public List<Workload> demands(Study study) {
        List<Workload> demands = new ArrayList<>();
        study.bases()
                .forEach(
                        base -> demands.addAll(Workload.greedy(StudyArm.of(base, StudyMethods.BASE, 1), study.sets())));
        return demands;
    }

    @Override
    public void run(Study study, OutcomeBuilder outcome) {
        // The students' columns of a set stand side by side.
        for (StudySet set : study.sets()) {
            for (BaseStudent base : study.bases()) {
                List<Answer> answers =
                        study.answers(StudyArm.of(base, StudyMethods.BASE, 1), List.of(set), SamplingPlan.GREEDY);
                put(base, set, ErrorTally.of(study.teachers().main(), set.problems(), answers), outcome);
            }
        }
    }

    private static void put(BaseStudent base, StudySet set, ErrorTally tally, OutcomeBuilder outcome) {
        if (tally.total() > 0) {
            for (ErrorType type : ErrorType.values()) {
                Share share = new Share(tally.counts().getOrDefault(type, 0L), tally.total());
                outcome.measure(measure(base, set, SHARE + type.title(), share));
            }
        }
        long wrong = tally.wrong().stream().filter(each -> each).count();
        if (wrong > 0) {
            outcome.measure(measure(base, set, "errors without a verdict", new Share(tally.undecided(), wrong)));
        }
    }

    static Measure measure(BaseStudent base, StudySet set, String metric, Share share) {
        return new Measure(
                base.name(),
                StudyMethods.BASE.title(),
                set.name(),
                metric,
                share.value(),
                share.low(),
                share.high(),
                share.total(),
                1);
    }
}
