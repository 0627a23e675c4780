package org.lemmalab.llm.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Reply;

/** One request for each sample, for servers that draw one at a time; and their replies as one again. */
final class SampleSplitter {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final long MIX_1 = 0xBF58476D1CE4E5B9L;
    private static final long MIX_2 = 0x94D049BB133111EBL;
    private static final long MOST_SEED = 0x7FFFFFFFL;

    private SampleSplitter() {}

    static List<CompletionRequest> split(CompletionRequest request) {
        long seed = request.settings().seed();
        return IntStream.range(0, request.settings().samples())
                .mapToObj(sample -> new CompletionRequest(
                        request.prompt(),
                        request.settings().withSamples(1).withSeed(sample == 0 ? seed : derived(seed, sample))))
                .toList();
    }

    /** All completions, or the first failure. The prompt counts each time, since each time it was read. */
    static Reply join(List<Reply> replies) {
        int promptTokens = 0;
        List<Completion> completions = new ArrayList<>();
        for (Reply reply : replies) {
            if (reply instanceof Reply.Completed completed) {
                promptTokens += completed.promptTokens();
                completions.addAll(completed.completions());
            } else {
                return reply;
            }
        }
        return new Reply.Completed(promptTokens, completions);
    }

    /** SplitMix64's mixing function (Steele et al. 2014), cut to the 31 bits that every server takes. */
    private static long derived(long seed, int sample) {
        long z = seed + sample * GOLDEN_RATIO;
        z = (z ^ (z >>> 30)) * MIX_1;
        z = (z ^ (z >>> 27)) * MIX_2;
        return (z ^ (z >>> 31)) & MOST_SEED;
    }
}
