package org.lemmalab.experiment.study;

import org.lemmalab.io.LabException;

/**
 * One measured number with its uncertainty.
 *
 * @param base the student that was fine-tuned, or that was asked as it is
 * @param method the recipe, as the paper prints it; {@code base} for the student itself
 * @param set what it was measured on
 * @param metric what was measured, for example {@code accuracy}, {@code pass@8}, {@code reflection precision}
 * @param value the mean over seeds and problems; shares from 0 to 1
 * @param low lower end of the 95 % interval, over problems and seeds
 * @param high upper end
 * @param count problems (or events) a seed
 * @param seeds how many runs
 */
public record Measure(
        String base,
        String method,
        String set,
        String metric,
        double value,
        double low,
        double high,
        long count,
        int seeds) {
    /** Checks the order of the ends. */
    public Measure {
        if (!(low <= high)) {
            throw new LabException("measure " + method + ", " + set + ", " + metric + ": expected an interval, found "
                    + low + " to " + high);
        }
    }
}
