package org.lemmalab.reflection;

import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;

/**
 * Error – reflection – correction (paper Sec. 3.1).
 *
 * @param id name within its set
 * @param problem question and gold solution
 * @param attempt the error
 * @param reflection what leads out of it
 * @param correction the right way
 * @param origin what it was made by
 */
public record Triplet(
        String id,
        Problem problem,
        ErroneousAttempt attempt,
        Reflection reflection,
        Correction correction,
        TripletOrigin origin) {
    /** Checks that nothing is missing. */
    public Triplet {
        if (id == null || id.isBlank()) {
            throw new LabException("triplet: expected an id, found none");
        }
        if (problem == null || attempt == null || reflection == null || correction == null || origin == null) {
            throw new LabException("triplet " + id
                    + ": expected a problem, an attempt, a reflection, a correction and an origin, found one missing");
        }
    }
}
