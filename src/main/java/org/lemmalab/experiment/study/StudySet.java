package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.problem.Problem;

/**
 * Problems to measure on.
 *
 * @param name the set's name
 * @param isInDistribution whether the training problems are of its kind
 * @param problems the problems, the same for every student and seed
 */
public record StudySet(String name, boolean isInDistribution, List<Problem> problems) {
    /** Copies the problems. */
    public StudySet {
        problems = List.copyOf(problems);
    }

    /**
     * @param count at most so many
     * @return the first ones
     */
    public StudySet first(int count) {
        return new StudySet(name, isInDistribution, problems.subList(0, Math.min(count, problems.size())));
    }

    /**
     * @param answers to all problems of some sets, in their order
     * @param sets those sets
     * @return the answers of each
     */
    static List<List<Answer>> cut(List<Answer> answers, List<StudySet> sets) {
        List<List<Answer>> bySet = new ArrayList<>();
        int from = 0;
        for (StudySet set : sets) {
            int to = from + set.problems().size();
            bySet.add(answers.subList(from, to));
            from = to;
        }
        return bySet;
    }

    /**
     * @return the SHA-256 of all questions and answers
     */
    public String hash() {
        return Hashes.sha256(Json.line(problems));
    }
}
