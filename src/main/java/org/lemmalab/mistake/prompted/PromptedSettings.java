package org.lemmalab.mistake.prompted;

import org.lemmalab.io.LabException;

/**
 * How a model is asked when it teaches.
 *
 * @param analyses how many replies an analysis asks for, from 1; the most frequent verdict counts
 * @param analysisTemperature of these replies; 0 is for one reply only
 * @param temperature of everything else
 * @param maxNewTokens the most tokens of a reply; a reply that reaches them is a failure
 * @param seed decides, with the seed of each call, every draw
 */
public record PromptedSettings(
        int analyses, double analysisTemperature, double temperature, int maxNewTokens, long seed) {
    /** One greedy analysis; all else at temperature 0.7, at most 1,024 tokens a reply, seed 0. */
    public static final PromptedSettings STANDARD = new PromptedSettings(1, 0, 0.7, 1024, 0);

    /** The temperature of several analyses where none is named. */
    public static final double CONSISTENCY_TEMPERATURE = 0.7;

    /** Checks the ranges. */
    public PromptedSettings {
        if (analyses < 1 || maxNewTokens < 1) {
            throw new LabException(
                    "teacher: expected at least 1 analysis and 1 token, found " + analyses + " and " + maxNewTokens);
        }
        if (!(analysisTemperature >= 0)
                || !(temperature >= 0)
                || Double.isInfinite(analysisTemperature + temperature)) {
            throw new LabException(
                    "teacher: expected temperatures from 0, found " + analysisTemperature + " and " + temperature);
        }
        if (analyses > 1 && analysisTemperature == 0) {
            throw new LabException("teacher: expected a temperature above 0 for " + analyses
                    + " analyses of one attempt, found 0, which gives the same reply every time");
        }
    }

    /**
     * @param count how many replies an analysis asks for
     * @return these settings with them; at temperature {@value #CONSISTENCY_TEMPERATURE} where several are asked for and it was 0
     */
    public PromptedSettings withAnalyses(int count) {
        double drawn = count > 1 && analysisTemperature == 0 ? CONSISTENCY_TEMPERATURE : analysisTemperature;
        return new PromptedSettings(count, drawn, temperature, maxNewTokens, seed);
    }

    /**
     * @param value of analyses and everything else
     * @return these settings with it
     */
    public PromptedSettings withTemperature(double value) {
        return new PromptedSettings(analyses, value, value, maxNewTokens, seed);
    }

    /**
     * @param value the most tokens of a reply
     * @return these settings with it
     */
    public PromptedSettings withMaxNewTokens(int value) {
        return new PromptedSettings(analyses, analysisTemperature, temperature, value, seed);
    }

    /**
     * @param value decides every draw
     * @return these settings with it
     */
    public PromptedSettings withSeed(long value) {
        return new PromptedSettings(analyses, analysisTemperature, temperature, maxNewTokens, value);
    }
}
