package org.lemmalab.mistake;

import org.lemmalab.io.LabException;
import org.lemmalab.solution.Solution;

/**
 * A whole wrong solution with one error injected on purpose (paper Sec. 3.3, mistake augmentation).
 *
 * @param type the type that was asked for
 * @param solution all steps, reasoned on from the error to a wrong answer
 * @param firstWrongStep where the error stands, from 1
 * @param explanation what is wrong with that step, for the reflection; no part of the solution
 */
public record Injection(ErrorType type, Solution solution, int firstWrongStep, String explanation) {
    /** Checks that the error stands in the solution, which must end in an answer. */
    public Injection {
        if (type == null || solution == null || explanation == null || explanation.isBlank()) {
            throw new LabException("injection: expected a type, a solution and an explanation, found one missing");
        }
        if (firstWrongStep < 1 || firstWrongStep > solution.steps().size()) {
            throw new LabException("injection: expected a first wrong step from 1 to "
                    + solution.steps().size() + ", found " + firstWrongStep);
        }
        if (solution.answer().isEmpty()) {
            throw new LabException("injection: expected a solution with a final answer, found none");
        }
    }
}
