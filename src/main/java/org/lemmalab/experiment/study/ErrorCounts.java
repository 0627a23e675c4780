package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;

/** Errors by type before and after fine-tuning (paper Figs. 6 and 8), a share of all problems. */
final class ErrorCounts implements Experiment {
    private static final List<StudyMethod> COUNTED =
            List.of(StudyMethods.BASE, StudyMethods.SFT, StudyMethods.RFT, StudyMethods.LEMMA);

    /** Rarer types bear no comparison. */
    private static final double FREQUENT = 0.03;

    @Override
    public String id() {
        return "F6/F8";
    }

    @Override
    public String name() {
        return "error-counts";
    }

    @Override
    public String title() {
        return "Errors by type before and after fine-tuning";
    }

    @Override
    public List<Workload> demands(Study study) {
        return Workload.greedy(study, COUNTED, study.ownSets());
    }

    @Override
    public void run(Study study, OutcomeBuilder outcome) {
        MethodTable table = new MethodTable(study, study.bases().get(0), study.ownSets());
        Map<StudyMethod, Map<ErrorType, Scores>> counted = new LinkedHashMap<>();
        for (StudyMethod method : COUNTED) {
            Optional<String> missing = table.ask(method);
            missing.ifPresent(reason -> outcome.missing(method.title(), reason));
            if (missing.isEmpty()) {
                counted.put(method, count(study, table, method));
                counted.get(method).values().forEach(outcome::measure);
            }
        }
        if (counted.containsKey(StudyMethods.SFT) && counted.containsKey(StudyMethods.LEMMA)) {
            compare(counted.get(StudyMethods.SFT), counted.get(StudyMethods.LEMMA), outcome);
        }
    }

    private static Map<ErrorType, Scores> count(Study study, MethodTable table, StudyMethod method) {
        List<Problem> problems =
                study.ownSets().stream().flatMap(set -> set.problems().stream()).toList();
        List<ErrorTally> tallies = new ArrayList<>();
        table.runs(method, MethodTable.OWN)
                .orElseThrow()
                .forEach(run -> tallies.add(ErrorTally.of(study.teachers().main(), problems, run)));
        Map<ErrorType, Scores> scores = new EnumMap<>(ErrorType.class);
        for (ErrorType type : ErrorType.values()) {
            List<double[]> marks =
                    tallies.stream().map(tally -> tally.marks(type)).toList();
            scores.put(
                    type,
                    new Scores(
                            study.bases().get(0).name(),
                            method.title(),
                            MethodTable.OWN,
                            "errors: " + type.title(),
                            marks));
        }
        return scores;
    }

    private static void compare(Map<ErrorType, Scores> before, Map<ErrorType, Scores> after, OutcomeBuilder outcome) {
        for (ErrorType type : ErrorType.values()) {
            if (before.get(type).measure().value() >= FREQUENT) {
                outcome.claim(
                        "SFT makes more errors than LEMMA of every frequent type.", before.get(type), after.get(type));
            }
        }
    }
}
