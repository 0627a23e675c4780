package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;

/**
 * What an experiment needs of one student.
 *
 * @param subject the student
 * @param asked what it is asked, for example a set's name with the drawing
 * @param answers how many texts
 */
record Workload(StudyArm subject, String asked, long answers) {
    /** The student as it is has no seed. */
    Workload {
        if (subject.method().isBase()) {
            subject = StudyArm.of(subject.base(), subject.method(), 1);
        }
    }

    /** Greedy answers to whole sets, of all seeds of each method. */
    static List<Workload> greedy(Study study, List<StudyMethod> methods, List<StudySet> sets) {
        return greedy(study, study.bases().get(0), methods, sets);
    }

    /** The same from another base than the first. */
    static List<Workload> greedy(Study study, BaseStudent base, List<StudyMethod> methods, List<StudySet> sets) {
        List<Workload> demands = new ArrayList<>();
        for (StudyMethod method : methods) {
            for (long seed : study.seeds(method)) {
                StudyArm subject = StudyArm.of(base, method, seed);
                demands.addAll(greedy(subject, study.asked(subject, sets)));
            }
        }
        return demands;
    }

    /** Greedy answers of each student to what it is asked of the sets in distribution. */
    static List<Workload> ofEach(Study study, List<StudyArm> subjects) {
        return subjects.stream()
                .flatMap(each -> greedy(each, study.asked(each, study.ownSets())).stream())
                .toList();
    }

    static List<Workload> greedy(StudyArm subject, List<StudySet> sets) {
        return sets.stream()
                .map(set -> new Workload(subject, set.name(), set.problems().size()))
                .toList();
    }
}
