package org.lemmalab.llm;

import java.util.List;

/**
 * A completed text.
 *
 * @param text the completion alone, without prompt and stop text
 * @param tokens how many tokens were generated, an end token included
 * @param finish why it ended
 * @param logProbabilities for each generated token; empty where not asked for
 */
public record Completion(String text, int tokens, FinishReason finish, List<TokenLogProbability> logProbabilities) {
    /** Copies the list. */
    public Completion {
        logProbabilities = List.copyOf(logProbabilities);
    }
}
