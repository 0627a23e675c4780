package org.lemmalab.training;

import java.util.Arrays;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.TokenSequence;

/**
 * A prompt and the response to be learnt. The prompt is read, never learnt.
 *
 * @param id names it in messages
 * @param prompt its tokens, at least one
 * @param response its tokens, with the end token; at least one
 * @param learned for each token of the response, whether it is learnt
 */
public record Example(String id, int[] prompt, int[] response, boolean[] learned) {
    /** Copies the arrays and checks their lengths. */
    public Example {
        if (id == null || prompt.length == 0 || response.length == 0 || learned.length != response.length) {
            throw new LabException(
                    "example " + id + ": expected a prompt, a response and a mark for each of its tokens," + " found "
                            + prompt.length + ", " + response.length + " and " + learned.length + " tokens");
        }
        prompt = prompt.clone();
        response = response.clone();
        learned = learned.clone();
    }

    /**
     * @param id names it in messages
     * @param prompt its tokens
     * @param response its tokens, with the end token
     * @return an example whose whole response is learnt
     */
    public static Example of(String id, int[] prompt, int... response) {
        boolean[] learned = new boolean[response.length];
        Arrays.fill(learned, true);
        return new Example(id, prompt, response, learned);
    }

    /**
     * @return tokens in all
     */
    public int length() {
        return prompt.length + response.length;
    }

    /**
     * @return how many tokens are learnt
     */
    public int learnedTokens() {
        int count = 0;
        for (boolean mark : learned) {
            count += mark ? 1 : 0;
        }
        return count;
    }

    /**
     * @param length tokens, more than the prompt has
     * @return the example with its response cut at the end; the end token is gone then, so a cut is not learnt as an end
     */
    Example cut(int length) {
        int kept = length - prompt.length;
        return new Example(id, prompt, Arrays.copyOf(response, kept), Arrays.copyOf(learned, kept));
    }

    TokenSequence sequence() {
        int[] tokens = Arrays.copyOf(prompt, length());
        System.arraycopy(response, 0, tokens, prompt.length, response.length);
        boolean[] trained = new boolean[tokens.length];
        System.arraycopy(learned, 0, trained, prompt.length, response.length);
        return new TokenSequence(tokens, trained);
    }
}
