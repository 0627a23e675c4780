package org.lemmalab.solution;

import java.util.Optional;
import org.lemmalab.io.LabException;

/**
 * A student's solution of a problem.
 *
 * @param id name of the attempt, for example {@code gsm8k/test/17/6b_finetuning}
 * @param problemId the problem that it attempts
 * @param model who made it
 * @param solution steps and final answer
 * @param markedCorrect the recorded mark, where there is one
 */
public record Attempt(String id, String problemId, String model, Solution solution, Optional<Boolean> markedCorrect) {
    /** Checks that nothing is missing. */
    public Attempt {
        requireText("id", id);
        requireText("problem id", problemId);
        requireText("model", model);
        if (solution == null || markedCorrect == null) {
            throw new LabException("attempt " + id + ": expected a solution and a mark or none");
        }
    }

    private static void requireText(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new LabException("attempt: expected a text as " + name + ", found none");
        }
    }
}
