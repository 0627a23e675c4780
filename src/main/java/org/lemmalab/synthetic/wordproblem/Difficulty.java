package org.lemmalab.synthetic.wordproblem;

import org.lemmalab.io.LabException;

/**
 * How hard problems are.
 *
 * @param leastSteps the fewest steps of a solution
 * @param mostSteps the most
 * @param largest the largest number, given or worked out
 * @param scale what the ranges of given numbers are multiplied by, from 1
 * @param leastDistractors the fewest statements that do not matter
 * @param mostDistractors the most
 */
public record Difficulty(
        int leastSteps, int mostSteps, long largest, int scale, int leastDistractors, int mostDistractors) {
    /** Checks the ranges. */
    public Difficulty {
        boolean steps = leastSteps >= 1 && mostSteps >= leastSteps && mostSteps <= 16;
        boolean distractors = leastDistractors >= 0 && mostDistractors >= leastDistractors && mostDistractors <= 12;
        if (!steps || !distractors || largest < 10 || scale < 1) {
            throw new LabException(
                    "difficulty: expected 1 to 16 steps, 0 to 12 distractors, a largest number from 10 and a"
                            + " scale from 1, found " + leastSteps + " to " + mostSteps + ", " + leastDistractors
                            + " to "
                            + mostDistractors + ", " + largest + " and " + scale);
        }
    }

    /**
     * @param least the fewest steps
     * @param most the most
     * @return this difficulty with another number of steps
     */
    public Difficulty withSteps(int least, int most) {
        return new Difficulty(least, most, largest, scale, leastDistractors, mostDistractors);
    }

    /**
     * @param newLargest the largest number
     * @param newScale what the ranges of given numbers are multiplied by
     * @return this difficulty with larger numbers
     */
    public Difficulty withNumbers(long newLargest, int newScale) {
        return new Difficulty(leastSteps, mostSteps, newLargest, newScale, leastDistractors, mostDistractors);
    }

    /**
     * @param least the fewest statements that do not matter
     * @param most the most
     * @return this difficulty with another number of them
     */
    public Difficulty withDistractors(int least, int most) {
        return new Difficulty(leastSteps, mostSteps, largest, scale, least, most);
    }
}
