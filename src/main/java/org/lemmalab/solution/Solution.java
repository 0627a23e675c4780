package org.lemmalab.solution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/**
 * A trajectory: steps and a predicted answer (paper Sec. 3.1, t = (s1 … sn, a)).
 *
 * @param steps the steps, numbered from 1 without a gap; may be empty where a model gave only an answer
 * @param answer the final answer as written; empty where none was given
 */
public record Solution(List<Step> steps, Optional<String> answer) {
    /** Copies the steps and checks their numbers. */
    public Solution {
        steps = List.copyOf(steps);
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).number() != i + 1) {
                throw new LabException("solution: expected step " + (i + 1) + ", found step "
                        + steps.get(i).number());
            }
        }
    }

    /**
     * @return the steps, one a line, without the answer
     */
    public String text() {
        return steps.stream().map(Step::text).collect(Collectors.joining("\n"));
    }
}
