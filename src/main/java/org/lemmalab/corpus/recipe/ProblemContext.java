package org.lemmalab.corpus.recipe;

import java.util.List;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.solution.Attempt;

/**
 * What is known of a problem before a recipe begins.
 *
 * @param problem question and gold solution
 * @param attempts a student's attempts at it; may be none
 * @param triplets errors of it with reflections and corrections; may be none
 */
public record ProblemContext(Problem problem, List<Attempt> attempts, List<Triplet> triplets) {
    /** Copies the lists and checks that all belong to the problem. */
    public ProblemContext {
        attempts = List.copyOf(attempts);
        triplets = List.copyOf(triplets);
        for (Attempt attempt : attempts) {
            require(problem, attempt.id(), attempt.problemId());
        }
        for (Triplet triplet : triplets) {
            require(problem, triplet.id(), triplet.problem().id());
        }
    }

    /**
     * @param problem a problem of which nothing else is known
     * @return that
     */
    public static ProblemContext of(Problem problem) {
        return new ProblemContext(problem, List.of(), List.of());
    }

    private static void require(Problem problem, String what, String found) {
        if (!problem.id().equals(found)) {
            throw new LabException(what + ": expected one of problem " + problem.id() + ", found one of " + found);
        }
    }
}
