package org.lemmalab.experiment.study;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/** All experiments of the study, in the order in which they are run. */
final class Experiments {
    private static final List<Experiment> ALL = List.of(
            new ErrorTypes(),
            new Temperatures(),
            new MainResults(),
            new Dialogues(),
            Comparisons.difficultyAware(),
            Comparisons.ablations(),
            Comparisons.additionalBaselines(),
            new CorpusSizes(),
            Comparisons.otherTeacher(),
            new MajorityVote(),
            new DataSize(),
            new ErrorCounts(),
            new CaseStudies(),
            Comparisons.connections(),
            new TrainingAmount(),
            new LearningRates());

    private Experiments() {}

    static List<Experiment> all() {
        return ALL;
    }

    /**
     * @param wanted {@code all}, or ids or names with commas between: {@code T2,F5}, {@code main-results}
     * @return the experiments, in their own order
     */
    static List<Experiment> named(String wanted) {
        if (wanted.equals("all")) {
            return ALL;
        }
        List<String> names = Arrays.stream(wanted.split(",")).map(String::strip).toList();
        for (String name : names) {
            if (ALL.stream().noneMatch(each -> is(each, name))) {
                throw new LabException("experiment: expected all or some of "
                        + ALL.stream().map(Experiment::id).collect(Collectors.joining(", ")) + ", found '" + name
                        + "'");
            }
        }
        return ALL.stream()
                .filter(each -> names.stream().anyMatch(name -> is(each, name)))
                .toList();
    }

    /** What an experiment needs; nothing where the study's budget leaves it out. */
    static List<Workload> demands(Experiment experiment, Study study) {
        return experiment.leftOut(study.budget()).isPresent() ? List.of() : experiment.demands(study);
    }

    private static boolean is(Experiment experiment, String name) {
        return experiment.name().equals(name)
                || Arrays.asList(experiment.id().split("/")).contains(name)
                || experiment.id().equals(name);
    }
}
