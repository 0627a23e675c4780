package org.lemmalab.corpus;

import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;

/**
 * What the baselines ask of a teacher beyond {@link org.lemmalab.reflection.Teacher}: new solutions, new wordings, new problems (paper
 * App. A.2). A program does it for problems that are programs, a model for any. Safe for several threads; refuses with a reason
 * rather than to throw.
 */
public interface SolutionGenerator {
    /**
     * @return the author's name, for records
     */
    String name();

    /**
     * Another detailed solution of a problem (MetaMath's answer augmentation, GPTAug).
     *
     * @param problem question and gold solution
     * @param seed decides every choice
     * @return a solution with a final answer; whether it is right is for the caller to grade
     */
    Result<Solution> solve(Problem problem, long seed);

    /**
     * The same problem in other words (MetaMath's rephrasing): the same quantities, the same gold solution and answer.
     *
     * @param problem question and gold solution
     * @param seed decides every choice
     * @return the reworded problem
     */
    Result<Problem> rephrase(Problem problem, long seed);

    /**
     * The question turned into a statement with its answer (MetaMath's Self-Verification).
     *
     * @param problem question and gold solution
     * @param seed decides every choice
     * @return the statement, without a question
     */
    Result<String> statement(Problem problem, long seed);

    /**
     * A new problem of the same kind with its solution (RefAug's follow-up, LLM2LLM).
     *
     * @param problem question and gold solution
     * @param seed decides every choice
     * @return the new problem, solved
     */
    Result<Problem> similar(Problem problem, long seed);
}
