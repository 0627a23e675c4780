package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fine-tunes a study's students and asks them, in a process beside the one that runs its experiments, so that the latter finds their
 * answers in the store. It begins with the last seeds and the last experiments, and leaves to others what they are at. When no student is
 * left to be tuned it goes through the experiments from the last one, for what else they ask; what they find is of no use here.
 *
 * @param study the study, with a store of the same folder
 * @param experiments whose students
 */
public record StudyHelper(Study study, String experiments) {
    /** Makes what is missing until there is nothing left that no other process is making. */
    public void run() {
        List<Experiment> wanted = Experiments.named(experiments);
        Map<StudyArm, Set<String>> asked = new LinkedHashMap<>();
        for (Experiment experiment : wanted) {
            for (Workload demand : Experiments.demands(experiment, study)) {
                asked.computeIfAbsent(demand.subject(), each -> new LinkedHashSet<>())
                        .add(demand.asked());
            }
        }
        for (StudyArm subject : order(asked.keySet())) {
            List<StudySet> sets = study.asked(subject, study.sets()).stream()
                    .filter(set -> asked.get(subject).contains(set.name()))
                    .toList();
            if (isFree(subject)) {
                help(subject, sets);
            }
        }
        List<Experiment> fromTheLast = new ArrayList<>(wanted);
        Collections.reverse(fromTheLast);
        fromTheLast.forEach(experiment -> OutcomeBuilder.of(experiment, study));
    }

    /** The other way round than experiments go, but the later seeds before all: their samples are nobody's yet. */
    private static List<StudyArm> order(Set<StudyArm> subjects) {
        List<StudyArm> order = new ArrayList<>(subjects);
        Collections.reverse(order);
        order.sort(Comparator.comparingLong(StudyArm::seed).reversed());
        return order;
    }

    private boolean isFree(StudyArm subject) {
        return !subject.method().isBase()
                && study.missing(subject).isEmpty()
                && !study.tuned(subject).isThere()
                && !study.tuned(subject).isBeingMade();
    }

    private void help(StudyArm subject, List<StudySet> sets) {
        if (sets.isEmpty()) {
            study.tuned(subject).folder();
        } else {
            study.answers(subject, sets, SamplingPlan.GREEDY);
        }
    }
}
