package org.lemmalab.transformer;

import org.lemmalab.io.LabException;

/** Checks of token ids before they reach the engine, where a wrong one would end the process on some devices. */
final class TokenChecks {
    private TokenChecks() {}

    static void requireToken(long token, int vocabulary) {
        if (token < 0 || token >= vocabulary) {
            throw new LabException("token id: expected one from 0 to " + (vocabulary - 1) + ", found " + token);
        }
    }

    /**
     * @param tokens a prompt
     * @param config the model that is to read it
     * @param more tokens that must still fit after it
     * @throws LabException if it is empty, too long, or has a token that the model does not know
     */
    static void requirePrompt(int[] tokens, ModelConfig config, int more) {
        if (tokens.length == 0) {
            throw new LabException("prompt: expected at least one token, found none");
        }
        int context = config.size().context();
        if (tokens.length + more > context) {
            throw new LabException("prompt: expected at most " + (context - more) + " tokens (a context of " + context
                    + (more > 0 ? " less " + more + " to come" : "") + "), found " + tokens.length);
        }
        for (int token : tokens) {
            requireToken(token, config.size().vocabulary());
        }
    }
}
