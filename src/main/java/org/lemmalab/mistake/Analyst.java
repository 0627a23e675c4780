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

    /**
     * The same with how the verdict came about, for analysts that waver: their votes, failed replies and what they used up.
     *
     * @param problem question and gold solution
     * @param attempt a student's solution
     * @return the verdict with its votes
     */
    default VotedAnalysis judge(Problem problem, Solution attempt) {
        return VotedAnalysis.of(analyse(problem, attempt));
    }
}
