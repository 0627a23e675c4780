package org.lemmalab.llm;

/**
 * How far a model has come with its requests.
 *
 * @param completed completions that are ready
 * @param total completions asked for
 * @param tokens tokens generated so far
 * @param seconds since the start
 */
public record Progress(int completed, int total, long tokens, double seconds) {
    /**
     * @return generated tokens a second
     */
    public double tokensPerSecond() {
        return seconds <= 0 ? 0 : tokens / seconds;
    }
}
