package org.lemmalab.solution;

import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;

/**
 * An attempt beside the problem that it attempts.
 *
 * @param problem question and gold solution
 * @param attempt the attempt
 */
public record ProblemAttempt(Problem problem, Attempt attempt) {
    /** Checks that the two belong together. */
    public ProblemAttempt {
        if (!problem.id().equals(attempt.problemId())) {
            throw new LabException("attempt " + attempt.id() + ": expected an attempt on problem " + problem.id()
                    + ", found one on " + attempt.problemId());
        }
    }
}
