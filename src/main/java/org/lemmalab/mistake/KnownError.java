package org.lemmalab.mistake;

import org.lemmalab.io.LabException;
import org.lemmalab.solution.ProblemAttempt;

/**
 * A wrong attempt whose error somebody has labelled.
 *
 * @param subject problem and attempt
 * @param firstWrongStep the labelled first wrong step, from 1
 * @param type the labelled type
 */
public record KnownError(ProblemAttempt subject, int firstWrongStep, ErrorType type) {
    /** Checks step and type. */
    public KnownError {
        if (subject == null || type == null || firstWrongStep < 1) {
            throw new LabException(
                    "known error: expected an attempt, a type and a step from 1, found " + firstWrongStep);
        }
    }
}
