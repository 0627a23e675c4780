package org.lemmalab.reflection;

import java.util.List;
import org.lemmalab.io.LabException;

/**
 * The way from an error to the right answer.
 *
 * @param strategy whether it goes on from the error or starts over
 * @param steps the steps that follow the reflection; the first of them does the wrong step again, or begins afresh
 * @param answer the final answer
 * @param note what is particular about it, for people: for a restart, in what it differs from the gold solution, or that the program
 *     allows no other way; may be empty
 */
public record Correction(Strategy strategy, List<String> steps, String answer, String note) {
    /** Copies the steps and checks that none is missing. */
    public Correction {
        steps = List.copyOf(steps);
        if (strategy == null || answer == null || answer.isBlank() || note == null) {
            throw new LabException("correction: expected a strategy, an answer and a note, found one missing");
        }
        if (steps.isEmpty() || steps.stream().anyMatch(String::isBlank)) {
            throw new LabException("correction: expected steps, none of them blank, found " + steps);
        }
    }
}
