package org.lemmalab.reflection;

import java.util.List;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.solution.Step;

/**
 * The error of a triplet: an attempt up to its first wrong step, that step included (paper Sec. 3.1, t_sub). Where truncation is
 * switched off for the ablation, the steps after it stand here too.
 *
 * @param steps the steps as the student or teacher wrote them, word for word
 * @param firstWrongStep the number of the first wrong step, from 1
 * @param type its type
 * @param source who made the error
 * @param explanation what is wrong with that step; never part of what is learnt as it stands
 * @param givenAnswer the wrong answer that the whole attempt came to
 */
public record ErroneousAttempt(
        List<Step> steps,
        int firstWrongStep,
        ErrorType type,
        ErrorSource source,
        String explanation,
        String givenAnswer) {
    /** Copies the steps and checks that the wrong one is among them. */
    public ErroneousAttempt {
        steps = List.copyOf(steps);
        if (firstWrongStep < 1 || firstWrongStep > steps.size()) {
            throw new LabException("erroneous attempt: expected a first wrong step from 1 to " + steps.size()
                    + ", found " + firstWrongStep);
        }
        if (type == null || source == null || explanation == null || givenAnswer == null) {
            throw new LabException(
                    "erroneous attempt: expected a type, a source, an explanation and an answer, found one missing");
        }
    }

    /**
     * @return whether it ends at the first wrong step
     */
    public boolean isTruncated() {
        return steps.size() == firstWrongStep;
    }

    /**
     * @return the attempt cut after its first wrong step
     */
    public ErroneousAttempt truncated() {
        return new ErroneousAttempt(
                steps.subList(0, firstWrongStep), firstWrongStep, type, source, explanation, givenAnswer);
    }

    /**
     * @return the steps before the error
     */
    public List<Step> goodSteps() {
        return steps.subList(0, firstWrongStep - 1);
    }

    /**
     * @return the first wrong step
     */
    public Step wrongStep() {
        return steps.get(firstWrongStep - 1);
    }
}
