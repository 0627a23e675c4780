package org.lemmalab.llm.meter;

/**
 * What was used up.
 *
 * @param requests that were answered
 * @param failures requests without an answer; what they cost, if anything, is not known
 * @param promptTokens tokens read
 * @param completionTokens tokens written
 * @param seconds spent waiting for replies, added up over all threads
 * @param dollars US dollars
 */
public record Spending(
        long requests, long failures, long promptTokens, long completionTokens, double seconds, double dollars) {
    /** Nothing. */
    public static final Spending NONE = new Spending(0, 0, 0, 0, 0, 0);

    /**
     * @param other further spending
     * @return both together
     */
    public Spending plus(Spending other) {
        return new Spending(
                requests + other.requests,
                failures + other.failures,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                seconds + other.seconds,
                dollars + other.dollars);
    }
}
