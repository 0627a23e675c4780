package org.lemmalab.solution;

import org.lemmalab.io.LabException;

/**
 * A step with its place in the text that it was split from.
 *
 * @param step the step
 * @param start where it begins in the whole text, thoughts included, in UTF-16 units
 * @param end one after its last character; a thought in the middle of a step lies between the two
 */
public record LocatedStep(Step step, int start, int end) {
    /** Checks that the place is one. */
    public LocatedStep {
        if (step == null || start < 0 || end <= start) {
            throw new LabException("located step: expected a step from a place to a later one, found " + step + " from "
                    + start + " to " + end);
        }
    }
}
