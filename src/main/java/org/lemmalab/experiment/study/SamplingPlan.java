package org.lemmalab.experiment.study;

import java.util.List;
import java.util.Map;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Seeds;
import org.lemmalab.llm.SamplingSettings;

/**
 * How answers are drawn.
 *
 * @param temperature 0 for the likeliest token every time
 * @param samples answers a problem
 * @param seed decides every draw; each problem has one of its own that hangs on it
 */
public record SamplingPlan(double temperature, int samples, long seed) {
    /** The likeliest token every time. */
    public static final SamplingPlan GREEDY = new SamplingPlan(0, 1, 0);

    /** The temperature at which the paper samples. */
    public static final double TEMPERATURE = 0.7;

    /** Endpoints take seeds of 31 bits. */
    private static final long SEED_BITS = 0x7FFFFFFFL;

    /** Checks the ranges. */
    public SamplingPlan {
        if (!(temperature >= 0) || samples < 1) {
            throw new LabException("drawing: expected a temperature from 0 and at least one sample, found "
                    + temperature + " and " + samples);
        }
    }

    SamplingSettings settings(String problem, int mostTokens, List<String> stop) {
        return SamplingSettings.sampling(temperature, mostTokens, Seeds.derive(seed, "draw", problem) & SEED_BITS)
                .withSamples(samples)
                .withStop(stop.toArray(String[]::new));
    }

    Map<String, String> identity() {
        return Map.of(
                "temperature", String.valueOf(temperature),
                "samples", String.valueOf(samples),
                "seed", String.valueOf(seed));
    }
}
