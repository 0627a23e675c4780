package org.lemmalab.llm.meter;

import java.util.ArrayList;
import java.util.List;
import org.lemmalab.llm.CompletionRequest;

/**
 * What requests would cost, without sending them.
 *
 * @param requests how many
 * @param promptTokens tokens read, about (four bytes a token)
 * @param mostCompletionTokens tokens written at most
 * @param leastDollars US dollars if nothing were written
 * @param mostDollars US dollars if every completion were as long as allowed
 * @param examples the first prompts, three at most
 */
public record DryRun(
        long requests,
        long promptTokens,
        long mostCompletionTokens,
        double leastDollars,
        double mostDollars,
        List<String> examples) {
    private static final int EXAMPLES = 3;

    /** Copies the list. */
    public DryRun {
        examples = List.copyOf(examples);
    }

    /**
     * @param requests what would be sent; gone through once
     * @param price of the model's tokens
     * @return the estimate
     */
    public static DryRun of(Iterable<CompletionRequest> requests, Price price) {
        long count = 0;
        long prompt = 0;
        long completion = 0;
        List<String> examples = new ArrayList<>();
        for (CompletionRequest request : requests) {
            count++;
            prompt += TokenEstimate.likelyPromptTokens(request);
            completion += TokenEstimate.mostCompletionTokens(request);
            if (examples.size() < EXAMPLES) {
                examples.add(request.prompt());
            }
        }
        return new DryRun(count, prompt, completion, price.of(prompt, 0), price.of(prompt, completion), examples);
    }
}
