package org.lemmalab.transformer;

import java.util.Collections;
import java.util.List;
import org.lemmalab.io.LabException;

/**
 * What a decoder looks like; the numbers of a Hugging Face {@code config.json}.
 *
 * @param family which models it belongs with
 * @param size widths and counts
 * @param normEpsilon added to the mean square before the root, for example 1e-5
 * @param rope rotary positions
 * @param window attention windows of the layers
 * @param tied whether the output head is the embedding
 * @param tokens the special tokens
 */
public record ModelConfig(
        ModelFamily family,
        Size size,
        double normEpsilon,
        Rope rope,
        Window window,
        boolean tied,
        SpecialTokens tokens) {

    /** Checks that the parts fit together. */
    public ModelConfig {
        if (family == null || size == null || rope == null || window == null || tokens == null) {
            throw new LabException("model config: expected all parts, found one missing");
        }
        if (!(normEpsilon > 0)) {
            throw new LabException("model config: rms_norm_eps: expected a number above 0, found " + normEpsilon);
        }
        if (window.sliding().size() != size.layers()) {
            throw new LabException("model config: layer_types: expected " + size.layers() + " entries, found "
                    + window.sliding().size());
        }
        for (int end : tokens.ends()) {
            requireToken("eos_token_id", end, size.vocabulary());
        }
        tokens.start().ifPresent(start -> requireToken("bos_token_id", start, size.vocabulary()));
    }

    /**
     * A plain Llama: no window, positions not scaled.
     *
     * @param size widths and counts
     * @param tied whether the output head is the embedding
     * @param tokens the special tokens
     * @return the configuration
     */
    public static ModelConfig llama(Size size, boolean tied, SpecialTokens tokens) {
        return new ModelConfig(
                ModelFamily.LLAMA, size, 1e-5, Rope.plain(10_000), Window.none(size.layers()), tied, tokens);
    }

    /**
     * @return how many numbers the parameters of such a decoder are
     */
    public long parameterCount() {
        return WeightLayout.of(this).stream()
                .mapToLong(weight -> weight.shape().size())
                .sum();
    }

    /**
     * Widths and counts.
     *
     * @param vocabulary V, tokens in the vocabulary
     * @param width M, of the residual stream
     * @param feedForward F, of the feed-forward layer
     * @param layers count
     * @param heads H, query heads
     * @param keyValueHeads K, a divisor of H
     * @param headWidth D, even
     * @param context the most tokens of a sequence
     */
    public record Size(
            int vocabulary,
            int width,
            int feedForward,
            int layers,
            int heads,
            int keyValueHeads,
            int headWidth,
            int context) {
        /** Checks that all are positive and divide as they must. */
        public Size {
            requirePositive("vocab_size", vocabulary);
            requirePositive("hidden_size", width);
            requirePositive("intermediate_size", feedForward);
            requirePositive("num_hidden_layers", layers);
            requirePositive("num_attention_heads", heads);
            requirePositive("num_key_value_heads", keyValueHeads);
            requirePositive("head_dim", headWidth);
            requirePositive("max_position_embeddings", context);
            if (heads % keyValueHeads != 0) {
                throw new LabException("model config: num_key_value_heads: expected a divisor of " + heads
                        + " (num_attention_heads), found " + keyValueHeads);
            }
            if (headWidth % 2 != 0) {
                throw new LabException("model config: head_dim: expected an even number, found " + headWidth);
            }
        }

        private static void requirePositive(String name, int value) {
            if (value < 1) {
                throw new LabException("model config: " + name + ": expected a number from 1, found " + value);
            }
        }
    }

    /**
     * Which layers look back only so far.
     *
     * @param size tokens that a token sees, itself included; 0 where no layer has a window
     * @param sliding for each layer, whether it has the window
     */
    public record Window(int size, List<Boolean> sliding) {
        /** Copies the list and checks it against the size. */
        public Window {
            sliding = List.copyOf(sliding);
            if (size < 0 || size == 0 && sliding.contains(true)) {
                throw new LabException("model config: sliding_window: expected a number from 1, found " + size);
            }
        }

        /**
         * @param layers how many layers
         * @return no window in any
         */
        public static Window none(int layers) {
            return new Window(0, Collections.nCopies(layers, false));
        }

        /**
         * @param layers how many layers
         * @param size tokens that a token sees, itself included
         * @return the same window in all
         */
        public static Window everywhere(int layers, int size) {
            return new Window(size, Collections.nCopies(layers, true));
        }
    }

    private static void requireToken(String name, int token, int vocabulary) {
        if (token < 0 || token >= vocabulary) {
            throw new LabException(
                    "model config: " + name + ": expected a token from 0 to " + (vocabulary - 1) + ", found " + token);
        }
    }
}
