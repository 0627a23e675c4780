package org.lemmalab.llm;

import java.util.List;
import org.lemmalab.io.LabException;

/**
 * How a completion is drawn.
 *
 * @param temperature divides the logits; 0 takes the likeliest token every time
 * @param topP only the likeliest tokens that together have this probability may be drawn; 1: all
 * @param topK only this many of the likeliest tokens may be drawn; 0: all
 * @param maxNewTokens the most tokens of a completion, from 1
 * @param stop texts that end a completion; they are not part of it
 * @param seed decides every draw; sample i of the same seed is the same in every batch
 * @param samples completions for the prompt, from 1
 * @param logProbabilities whether each token's log-probability is wanted
 */
public record SamplingSettings(
        double temperature,
        double topP,
        int topK,
        int maxNewTokens,
        List<String> stop,
        long seed,
        int samples,
        boolean logProbabilities) {

    /** Checks the ranges. */
    public SamplingSettings {
        stop = List.copyOf(stop);
        require(temperature >= 0 && temperature < Double.POSITIVE_INFINITY, "temperature", "from 0", temperature);
        require(topP > 0 && topP <= 1, "top_p", "above 0 and at most 1", topP);
        require(topK >= 0, "top_k", "from 0 (off)", topK);
        require(maxNewTokens >= 1, "max_new_tokens", "from 1", maxNewTokens);
        require(samples >= 1, "n", "from 1", samples);
        if (stop.contains("")) {
            throw new LabException("sampling: stop: expected texts, found an empty one");
        }
    }

    /**
     * @param maxNewTokens the most tokens of a completion
     * @return the likeliest token every time
     */
    public static SamplingSettings greedy(int maxNewTokens) {
        return new SamplingSettings(0, 1, 0, maxNewTokens, List.of(), 0, 1, false);
    }

    /**
     * @param temperature divides the logits
     * @param maxNewTokens the most tokens of a completion
     * @param seed decides every draw
     * @return tokens drawn from the whole distribution
     */
    public static SamplingSettings sampling(double temperature, int maxNewTokens, long seed) {
        return new SamplingSettings(temperature, 1, 0, maxNewTokens, List.of(), seed, 1, false);
    }

    /**
     * @param value the probability that the tokens to draw from have together
     * @return these settings with another top_p
     */
    public SamplingSettings withTopP(double value) {
        return new SamplingSettings(temperature, value, topK, maxNewTokens, stop, seed, samples, logProbabilities);
    }

    /**
     * @param value how many tokens to draw from
     * @return these settings with another top_k
     */
    public SamplingSettings withTopK(int value) {
        return new SamplingSettings(temperature, topP, value, maxNewTokens, stop, seed, samples, logProbabilities);
    }

    /**
     * @param texts what ends a completion
     * @return these settings with other stop texts
     */
    public SamplingSettings withStop(String... texts) {
        return new SamplingSettings(
                temperature, topP, topK, maxNewTokens, List.of(texts), seed, samples, logProbabilities);
    }

    /**
     * @param value the seed
     * @return these settings with another seed
     */
    public SamplingSettings withSeed(long value) {
        return new SamplingSettings(temperature, topP, topK, maxNewTokens, stop, value, samples, logProbabilities);
    }

    /**
     * @param value completions for the prompt
     * @return these settings with another number of samples
     */
    public SamplingSettings withSamples(int value) {
        return new SamplingSettings(temperature, topP, topK, maxNewTokens, stop, seed, value, logProbabilities);
    }

    /**
     * @return these settings with log-probabilities wanted
     */
    public SamplingSettings withLogProbabilities() {
        return new SamplingSettings(temperature, topP, topK, maxNewTokens, stop, seed, samples, true);
    }

    private static void require(boolean holds, String name, String expected, Number found) {
        if (!holds) {
            throw new LabException("sampling: " + name + ": expected a number " + expected + ", found " + found);
        }
    }
}
