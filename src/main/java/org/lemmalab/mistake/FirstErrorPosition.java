package org.lemmalab.mistake;

import java.util.Collection;
import java.util.OptionalDouble;
import org.lemmalab.io.LabException;

/**
 * Where an attempt goes wrong first.
 *
 * @param step the first wrong step, from 1
 * @param steps how many steps the attempt has
 */
public record FirstErrorPosition(int step, int steps) {
    /** Checks that the step lies within the attempt. */
    public FirstErrorPosition {
        if (step < 1 || step > steps) {
            throw new LabException("first error: expected a step from 1 to " + steps + ", found " + step);
        }
    }

    /**
     * @return how far into the attempt: the middle of the step, above 0 and below 1
     */
    public double relative() {
        return (step - 0.5) / steps;
    }

    /**
     * @param positions several positions
     * @return the mean step; empty where there is none
     */
    public static OptionalDouble meanStep(Collection<FirstErrorPosition> positions) {
        return positions.stream().mapToInt(FirstErrorPosition::step).average();
    }

    /**
     * @param positions several positions
     * @return the mean relative position; empty where there is none
     */
    public static OptionalDouble meanRelative(Collection<FirstErrorPosition> positions) {
        return positions.stream().mapToDouble(FirstErrorPosition::relative).average();
    }
}
