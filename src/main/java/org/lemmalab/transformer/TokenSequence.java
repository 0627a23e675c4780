package org.lemmalab.transformer;

import java.util.Arrays;
import org.lemmalab.io.LabException;

/**
 * Tokens, and which of them are to be learnt.
 *
 * @param tokens the tokens
 * @param trained for each token, whether its prediction from those before it is trained; never the first
 */
public record TokenSequence(int[] tokens, boolean[] trained) {
    /** Copies both. */
    public TokenSequence {
        if (tokens.length == 0 || tokens.length != trained.length) {
            throw new LabException("token sequence: expected as many marks as tokens and at least one, found "
                    + tokens.length + " tokens and " + trained.length + " marks");
        }
        tokens = tokens.clone();
        trained = trained.clone();
        trained[0] = false;
    }

    /**
     * @param tokens the tokens
     * @return a sequence in which every token but the first is trained
     */
    public static TokenSequence all(int... tokens) {
        return after(0, tokens);
    }

    /**
     * @param prompt how many tokens at the start are given, not learnt
     * @param tokens the tokens
     * @return the sequence
     */
    public static TokenSequence after(int prompt, int... tokens) {
        boolean[] trained = new boolean[tokens.length];
        Arrays.fill(trained, Math.min(prompt, tokens.length), tokens.length, true);
        return new TokenSequence(tokens, trained);
    }
}
