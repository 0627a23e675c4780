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
record Demand(Subject subject, String asked, long answers) {
    /** The student as it is has no seed. */
    Demand {
        if (subject.method().isBase()) {
            subject = Subject.of(subject.base(), subject.method(), 1);
        }
    }

    /** Greedy answers to whole sets, of all seeds of each method. */
    static List<Demand> greedy(Study study, List<StudyMethod> methods, List<StudySet> sets) {
        return greedy(study, study.bases().get(0), methods, sets);
    }

    /** The same from another base than the first. */
    static List<Demand> greedy(Study study, BaseStudent base, List<StudyMethod> methods, List<StudySet> sets) {
        List<Demand> demands = new ArrayList<>();
        for (StudyMethod method : methods) {
            for (long seed : study.seeds(method)) {
                Subject subject = Subject.of(base, method, seed);
                demands.addAll(greedy(subject, study.asked(subject, sets)));
            }
        }
        return demands;
    }

    /** Greedy answers of each student to what it is asked of the sets in distribution. */
    static List<Demand> ofEach(Study study, List<Subject> subjects) {
        return subjects.stream()
                .flatMap(each -> greedy(each, study.asked(each, study.ownSets())).stream())
                .toList();
    }

    static List<Demand> greedy(Subject subject, List<StudySet> sets) {
        return sets.stream()
                .map(set -> new Demand(subject, set.name(), set.problems().size()))
                .toList();
    }
}
