package org.lemmalab.llm.endpoint;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.lemmalab.io.LabException;

/**
 * When a failed attempt is made again: after {@code firstWait} doubled with each failure up to {@code longestWait}, of which a
 * random half to whole is waited (jitter, so that requests that failed together do not come back together). Where the server says
 * how long to wait ({@code Retry-After}, RFC 9110 Sec. 10.2.3), that holds instead.
 *
 * @param attempts calls in all, from 1 (no retry)
 * @param firstWait wait after the first failure
 * @param longestWait the longest wait of our own
 * @param longestAsked the longest wait that a server may ask for; a request that should wait longer fails at once
 */
public record RetryPolicy(int attempts, Duration firstWait, Duration longestWait, Duration longestAsked) {
    private static final int MOST_DOUBLINGS = 30;

    /** 6 attempts, from half a second to 30 s; servers may ask for up to 5 minutes. */
    public static final RetryPolicy STANDARD =
            new RetryPolicy(6, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5));

    /** One attempt. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Checks the ranges. */
    public RetryPolicy {
        if (attempts < 1 || firstWait.isNegative() || longestWait.isNegative() || longestAsked.isNegative()) {
            throw new LabException("retries: expected at least 1 attempt and no negative wait, found " + attempts + ", "
                    + firstWait + ", " + longestWait + ", " + longestAsked);
        }
    }

    /**
     * @param failures so far, from 1
     * @param random for the jitter; it changes no result
     * @return how long to wait
     */
    Duration wait(int failures, RandomGenerator random) {
        double whole = firstWait.toNanos() * (double) (1L << Math.min(failures - 1, MOST_DOUBLINGS));
        double capped = Math.min(whole, longestWait.toNanos());
        return Duration.ofNanos((long) (capped * (0.5 + random.nextDouble() / 2)));
    }
}
