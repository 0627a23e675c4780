package org.lemmalab.experiment;

import org.lemmalab.io.LabException;

/**
 * How much is done to measure the gates.
 *
 * @param problems of the development split, for each set; default 1,000
 * @param errors the most errors of a set that are tried again; default 150
 * @param samples of each such step; default 8
 * @param steps of plain fine-tuning, of about 2,000 tokens each; default 150
 * @param rate its learning rate at the start, which falls to zero; default 5e-4
 * @param seed of everything random; default 1
 */
public record GateSettings(int problems, int errors, int samples, int steps, double rate, long seed) {
    /** Some three minutes on two cores. */
    public static final GateSettings STANDARD = new GateSettings(1_000, 150, 8, 150, 5e-4, 1);

    /** Checks the numbers. */
    public GateSettings {
        if (problems < 1 || errors < 1 || samples < 1 || steps < 1 || !(rate > 0)) {
            throw new LabException(
                    "gates: expected problems, errors, samples and steps from 1 and a rate above 0, found " + problems
                            + ", " + errors + ", " + samples + ", " + steps + " and " + rate);
        }
    }
}
