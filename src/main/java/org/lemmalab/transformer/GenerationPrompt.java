package org.lemmalab.transformer;

import org.lemmalab.llm.SamplingSettings;

/**
 * A prompt in tokens.
 *
 * @param tokens the prompt, at least one
 * @param settings how to draw; its stop texts are the stop rule's matter
 * @param stop ends a row early
 */
public record GenerationPrompt(int[] tokens, SamplingSettings settings, StopRule stop) {
    /**
     * A prompt that only an end token, or length, ends.
     *
     * @param tokens the prompt
     * @param settings how to draw
     */
    public GenerationPrompt(int[] tokens, SamplingSettings settings) {
        this(tokens, settings, (sample, generated, count) -> false);
    }

    /** Looks at a row after each token. Not called for an end token. */
    @FunctionalInterface
    public interface StopRule {
        /**
         * @param sample which of the prompt's rows, from 0; several threads may ask, but not about one row
         * @param generated the row's tokens, the first {@code count} of them valid; not to be changed
         * @param count how many
         * @return whether the row ends here
         */
        boolean stops(int sample, int[] generated, int count);
    }
}
