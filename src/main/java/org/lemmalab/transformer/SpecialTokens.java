package org.lemmalab.transformer;

import java.util.List;
import java.util.OptionalInt;

/**
 * Token ids with a meaning to generation.
 *
 * @param start put before a text; empty where the model knows none
 * @param ends those that end a text; may be empty
 * @param padding fills a batch; empty where the model names none (any token will do, it is never looked at)
 */
public record SpecialTokens(OptionalInt start, List<Integer> ends, OptionalInt padding) {
    /** Copies the ends. */
    public SpecialTokens {
        ends = List.copyOf(ends);
    }

    /**
     * @param start put before a text
     * @param end ends a text
     * @param padding fills a batch
     * @return the three
     */
    public static SpecialTokens of(int start, int end, int padding) {
        return new SpecialTokens(OptionalInt.of(start), List.of(end), OptionalInt.of(padding));
    }
}
