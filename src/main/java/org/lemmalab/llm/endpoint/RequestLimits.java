package org.lemmalab.llm.endpoint;

import java.time.Duration;
import org.lemmalab.io.LabException;

/**
 * How hard a server may be pressed, and how long and large an answer may be. None of these change a result.
 *
 * @param concurrency requests on the way at a time, over all base URLs
 * @param requestsPerMinute the most requests, retries included, within any 60 s; 0: no limit
 * @param tokensPerMinute the most tokens, read and written, within any 60 s; 0: no limit. A request counts with its estimated
 *     prompt and the most new tokens until its real usage is known.
 * @param timeout the longest that one attempt may take, from sending to the answer's last byte
 * @param largestAnswer the most bytes of an answer that are read
 */
public record RequestLimits(
        int concurrency, int requestsPerMinute, long tokensPerMinute, Duration timeout, long largestAnswer) {
    private static final int MOST_CONCURRENT = 4096;

    /** 8 at a time, no rates, 10 minutes, 32 MiB. */
    public static final RequestLimits STANDARD = new RequestLimits(8, 0, 0, Duration.ofMinutes(10), 32L << 20);

    /** Checks the ranges. */
    public RequestLimits {
        require(concurrency >= 1 && concurrency <= MOST_CONCURRENT, "concurrency", "1 to 4096", concurrency);
        require(requestsPerMinute >= 0, "requests per minute", "at least 0 (no limit)", requestsPerMinute);
        require(tokensPerMinute >= 0, "tokens per minute", "at least 0 (no limit)", tokensPerMinute);
        require(timeout.toMillis() >= 1, "time-out", "at least 1 ms", timeout);
        require(largestAnswer >= 1 && largestAnswer <= 1L << 30, "largest answer", "1 byte to 1 GiB", largestAnswer);
    }

    /**
     * @param requests on the way at a time
     * @return these limits with that
     */
    public RequestLimits withConcurrency(int requests) {
        return new RequestLimits(requests, requestsPerMinute, tokensPerMinute, timeout, largestAnswer);
    }

    /**
     * @param requests the most a minute; 0: no limit
     * @param tokens the most a minute; 0: no limit
     * @return these limits with that
     */
    public RequestLimits withRates(int requests, long tokens) {
        return new RequestLimits(concurrency, requests, tokens, timeout, largestAnswer);
    }

    /**
     * @param longest that one attempt may take
     * @return these limits with that
     */
    public RequestLimits withTimeout(Duration longest) {
        return new RequestLimits(concurrency, requestsPerMinute, tokensPerMinute, longest, largestAnswer);
    }

    /**
     * @param bytes the most that are read of an answer
     * @return these limits with that
     */
    public RequestLimits withLargestAnswer(long bytes) {
        return new RequestLimits(concurrency, requestsPerMinute, tokensPerMinute, timeout, bytes);
    }

    private static void require(boolean holds, String name, String expected, Object found) {
        if (!holds) {
            throw new LabException("request limits: " + name + ": expected " + expected + ", found " + found);
        }
    }
}
