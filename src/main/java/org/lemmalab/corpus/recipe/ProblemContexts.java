package org.lemmalab.corpus.recipe;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.solution.Attempt;

/** Puts problems, attempts and triplets together. */
public final class ProblemContexts {
    private ProblemContexts() {}

    /**
     * @param problems the problems, in the order that is kept
     * @param attempts a student's attempts at them
     * @param triplets triplets of them
     * @return one material a problem
     * @throws LabException if an attempt or triplet is of none of the problems, or a problem is there twice
     */
    public static List<ProblemContext> of(
            List<Problem> problems, List<Attempt> attempts, Collection<Triplet> triplets) {
        Set<String> known = new HashSet<>();
        for (Problem problem : problems) {
            if (!known.add(problem.id())) {
                throw new LabException("problem " + problem.id() + ": expected each problem once, found it twice");
            }
        }
        Map<String, List<Attempt>> attemptsOf =
                attempts.stream().collect(Collectors.groupingBy(each -> known(each.problemId(), each.id(), known)));
        Map<String, List<Triplet>> tripletsOf = triplets.stream()
                .collect(Collectors.groupingBy(each -> known(each.problem().id(), each.id(), known)));
        return problems.stream()
                .map(problem -> new ProblemContext(
                        problem,
                        attemptsOf.getOrDefault(problem.id(), List.of()),
                        tripletsOf.getOrDefault(problem.id(), List.of())))
                .toList();
    }

    private static String known(String problem, String what, Set<String> known) {
        if (!known.contains(problem)) {
            throw new LabException(
                    what + ": expected one of the " + known.size() + " problems, found problem '" + problem + "'");
        }
        return problem;
    }
}
