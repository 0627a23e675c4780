package org.lemmalab.transformer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lemmalab.llm.FinishReason;
import org.lemmalab.llm.SamplingSettings;

/** One text being generated: its tokens so far and its own random numbers, so that no other row has a say in it. */
final class GenerationRow {
    private final int promptNumber;
    private final int sample;
    private final GenerationPrompt prompt;
    private final int limit;
    private final SplittableRandom random;
    private int[] tokens = new int[16];
    private float[] logProbabilities = new float[16];
    private int count;

    GenerationRow(int promptNumber, int sample, GenerationPrompt prompt, int context) {
        this.promptNumber = promptNumber;
        this.sample = sample;
        this.prompt = prompt;
        this.limit = Math.min(prompt.settings().maxNewTokens(), context - prompt.tokens().length);
        this.random = new SplittableRandom(
                new SplittableRandom(prompt.settings().seed() + 0x9E3779B97F4A7C15L * sample).nextLong());
    }

    SamplingSettings settings() {
        return prompt.settings();
    }

    int[] promptTokens() {
        return prompt.tokens();
    }

    boolean isFirstSample() {
        return sample == 0;
    }

    int promptNumber() {
        return promptNumber;
    }

    double nextRandom() {
        return random.nextDouble();
    }

    /** The last token, which the next step reads. */
    int last() {
        return tokens[count - 1];
    }

    /** Where that token stands in the text, counted from the prompt's start. */
    int position() {
        return prompt.tokens().length + count - 1;
    }

    /**
     * @param token the next token
     * @param logProbability its log-probability
     * @param ends tokens that end a text
     * @return why the row ends with it, empty where it goes on
     */
    Optional<FinishReason> add(int token, float logProbability, List<Integer> ends) {
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * count);
            logProbabilities = Arrays.copyOf(logProbabilities, 2 * count);
        }
        tokens[count] = token;
        logProbabilities[count] = logProbability;
        count++;
        if (ends.contains(token)) {
            return Optional.of(FinishReason.END);
        }
        if (prompt.stop().stops(sample, tokens, count)) {
            return Optional.of(FinishReason.STOP);
        }
        return count >= limit ? Optional.of(FinishReason.LENGTH) : Optional.empty();
    }

    Generated finished(FinishReason reason) {
        boolean wanted = prompt.settings().logProbabilities();
        return new Generated(
                promptNumber,
                sample,
                Arrays.copyOf(tokens, count),
                reason,
                wanted ? Arrays.copyOf(logProbabilities, count) : new float[0]);
    }
}
