package org.lemmalab.llm;

import java.util.List;

/**
 * How probable a model finds a text.
 *
 * @param tokens the text's tokens with their log-probabilities, in order
 * @param tokensRead how many tokens were read for it, the prefix included
 */
public record Score(List<TokenLogProbability> tokens, int tokensRead) {
    /** Copies the list. */
    public Score {
        tokens = List.copyOf(tokens);
    }

    /**
     * @return natural logarithm of the text's probability: the sum over its tokens
     */
    public double logProbability() {
        return tokens.stream().mapToDouble(TokenLogProbability::logProbability).sum();
    }

    /**
     * @return negative log-likelihood a token, in nats
     */
    public double meanNegativeLogLikelihood() {
        return -logProbability() / tokens.size();
    }
}
