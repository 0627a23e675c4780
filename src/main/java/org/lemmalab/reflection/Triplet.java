package org.lemmalab.reflection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;

/**
 * Error – reflection – correction (paper Sec. 3.1).
 *
 * <p>On a line of JSON: {@code id, problem {id, question, gold_solution, gold_answer}, attempt {steps, first_wrong_step, error_type,
 * source, explanation, given_answer}, reflection {text, style, student_nll, candidate_nlls}, correction {strategy, steps, answer,
 * note}, provenance {student, teacher, seed, prompt_hashes, toolkit_version}}.
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

    /**
     * @return the object that stands on its line
     */
    public ObjectNode json() {
        return TripletFields.write(this);
    }

    /**
     * @param line an object as {@link #json()} gives it
     * @return the triplet
     * @throws LabException if a field is missing, unknown in its values or of the wrong kind
     */
    public static Triplet parse(JsonNode line) {
        return TripletFields.read(line);
    }

    /**
     * @return the whole text that a model learns from it
     */
    public Revision revision() {
        return Revision.of(this);
    }
}
