package org.lemmalab.solution;

import org.lemmalab.io.LabException;

/**
 * One step of a solution.
 *
 * @param number its place, from 1
 * @param text its text, without line breaks at either end
 */
public record Step(int number, String text) {
    /** Checks number and text. */
    public Step {
        if (number < 1) {
            throw new LabException("step: expected a number from 1, found " + number);
        }
        if (text == null || text.isBlank()) {
            throw new LabException("step " + number + ": expected text, found none");
        }
    }
}
