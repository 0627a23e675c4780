package org.lemmalab.solution;

import java.util.Optional;
import java.util.OptionalDouble;
import org.lemmalab.io.LabException;

/**
 * A student's solution of a problem.
 *
 * @param id name of the attempt, for example {@code gsm8k/test/17/6b_finetuning}
 * @param problemId the problem that it attempts
 * @param model who made it
 * @param solution steps and final answer
 * @param markedCorrect the recorded mark, where there is one
 * @param temperature at which it was sampled, where that is known
 */
public record Attempt(
        String id,
        String problemId,
        String model,
        Solution solution,
        Optional<Boolean> markedCorrect,
        OptionalDouble temperature) {
    /** Checks that nothing is missing. */
    public Attempt {
        requireText("id", id);
        requireText("problem id", problemId);
        requireText("model", model);
        if (solution == null || markedCorrect == null || temperature == null) {
            throw new LabException("attempt " + id + ": expected a solution, a mark or none, a temperature or none");
        }
        if (temperature.isPresent() && !(temperature.getAsDouble() >= 0)) {
            throw new LabException(
                    "attempt " + id + ": expected a temperature from 0, found " + temperature.getAsDouble());
        }
    }

    /**
     * @param id name of the attempt
     * @param problemId the problem that it attempts
     * @param model who made it, at a temperature that is not known
     * @param solution steps and final answer
     * @param markedCorrect the recorded mark, where there is one
     */
    public Attempt(String id, String problemId, String model, Solution solution, Optional<Boolean> markedCorrect) {
        this(id, problemId, model, solution, markedCorrect, OptionalDouble.empty());
    }

    private static void requireText(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new LabException("attempt: expected a text as " + name + ", found none");
        }
    }
}
