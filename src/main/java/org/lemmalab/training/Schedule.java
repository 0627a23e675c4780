package org.lemmalab.training;

import org.lemmalab.io.LabException;

/**
 * How the learning rate goes over a run, as in transformers: it rises from zero over the warm-up, then follows its shape.
 *
 * @param shape after the warm-up
 * @param warmupRatio the share of all steps that is warm-up, rounded up; from 0 to 1
 */
public record Schedule(Shape shape, double warmupRatio) {
    /** What follows the warm-up. */
    public enum Shape {
        /** Half a cosine from the full rate to zero. */
        COSINE,
        /** A line from the full rate to zero. */
        LINEAR,
        /** The full rate. */
        CONSTANT
    }

    /** Checks the ratio. */
    public Schedule {
        if (shape == null || !(warmupRatio >= 0 && warmupRatio <= 1)) {
            throw new LabException(
                    "schedule: expected a shape and a warmup_ratio from 0 to 1, found " + shape + ", " + warmupRatio);
        }
    }

    /**
     * @param step the step, from 0
     * @param steps all steps of the run
     * @return what the learning rate is multiplied by in that step, from 0 to 1
     */
    public double factor(int step, int steps) {
        int warmup = (int) Math.ceil(warmupRatio * steps);
        if (step < warmup) {
            return (double) step / warmup;
        }
        double done = (double) (step - warmup) / Math.max(1, steps - warmup);
        return switch (shape) {
            case COSINE -> Math.max(0, 0.5 * (1 + Math.cos(Math.PI * done)));
            case LINEAR -> Math.max(0, 1 - done);
            case CONSTANT -> 1;
        };
    }
}
