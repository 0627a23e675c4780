package org.lemmalab.mistake;

import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;

/** Finds the first wrong step of an attempt and its error type. */
@FunctionalInterface
public interface Analyst {
    /**
     * @param problem question and gold solution
     * @param attempt a student's solution
     * @return the verdict; never null, and no exception for any attempt
     */
    Analysis analyse(Problem problem, Solution attempt);
}
