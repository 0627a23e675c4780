package org.lemmalab.transformer;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.TokenLogProbability;

/**
 * Looks inside a model while it reads: the tokens of a text, what it expects next, what each token looks at.
 *
 * @param model the model; stays its owner's
 */
public record Inspector(LocalModel model) {
    /**
     * A token of a text.
     *
     * @param id its number in the vocabulary
     * @param text what it stands for
     */
    public record Piece(int id, String text) {}

    /**
     * What the tokens of a text look at, in one head of one layer.
     *
     * @param tokens the text's tokens, T of them
     * @param layer from 0
     * @param head from 0
     * @param weights [T][T]: row i is what token i takes from tokens 0 … i; rows sum to 1, what comes later has 0
     */
    public record Attention(List<Piece> tokens, int layer, int head, float[][] weights) {}

    /**
     * @param text any text
     * @return its tokens as the model reads them, with what the tokenizer puts around a text
     */
    public List<Piece> tokens(String text) {
        return pieces(model.tokenizer().encode(text, true));
    }

    /**
     * The likeliest next tokens.
     *
     * @param prompt a text so far
     * @param count how many
     * @return the tokens with their log-probabilities, the likeliest first; of equally likely ones the one with the lower number
     * @throws LabException if the count is out of range or the prompt does not fit the model
     */
    public List<TokenLogProbability> next(String prompt, int count) {
        int vocabulary = model.decoder().config().size().vocabulary();
        if (count < 1 || count > vocabulary) {
            throw new LabException("next tokens: expected a count from 1 to " + vocabulary + ", found " + count);
        }
        float[] all = model.decoder().nextLogProbabilities(model.tokenizer().encode(prompt, true));
        int[] best = IntStream.range(0, all.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer token) -> -all[token]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
        String[] texts = model.tokenizer().pieces(best);
        return IntStream.range(0, count)
                .mapToObj(i -> new TokenLogProbability(texts[i], all[best[i]]))
                .toList();
    }

    /**
     * @param text a text
     * @param layer from 0
     * @param head from 0
     * @return what each of its tokens looks at
     * @throws LabException if there is no such layer or head, or the text does not fit the model
     */
    public Attention attention(String text, int layer, int head) {
        int heads = model.decoder().config().size().heads();
        if (head < 0 || head >= heads) {
            throw new LabException("head: expected one from 0 to " + (heads - 1) + ", found " + head);
        }
        int[] tokens = model.tokenizer().encode(text, true);
        return new Attention(pieces(tokens), layer, head, model.decoder().attention(tokens, layer)[head]);
    }

    private List<Piece> pieces(int[] tokens) {
        String[] texts = model.tokenizer().pieces(tokens);
        return IntStream.range(0, tokens.length)
                .mapToObj(i -> new Piece(tokens[i], texts[i]))
                .toList();
    }
}
