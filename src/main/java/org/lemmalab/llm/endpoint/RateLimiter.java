package org.lemmalab.llm.endpoint;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps requests and tokens within any window of time below their limits; waits where they would pass them. */
final class RateLimiter {
    private final int requests;
    private final long tokens;
    private final long windowNanos;
    private final Deque<Ticket> recent = new ArrayDeque<>();
    private long recentTokens;

    /** A request within the window, with the tokens that it counts for. */
    static final class Ticket {
        private final long nanos;
        private long tokens;
        private boolean expired;

        private Ticket(long nanos, long tokens) {
            this.nanos = nanos;
            this.tokens = tokens;
        }
    }

    /** 0 stands for no limit. */
    RateLimiter(int requests, long tokens, Duration window) {
        this.requests = requests;
        this.tokens = tokens;
        this.windowNanos = window.toNanos();
    }

    /** Waits until a request of so many tokens fits; one larger than the limit itself goes when it would be alone. */
    synchronized Ticket take(long estimate) throws InterruptedException {
        long now = System.nanoTime();
        expire(now);
        while (!fits(estimate)) {
            long nanos = recent.getFirst().nanos + windowNanos - now;
            wait(nanos / 1_000_000 + 1);
            now = System.nanoTime();
            expire(now);
        }
        Ticket ticket = new Ticket(now, estimate);
        recent.addLast(ticket);
        recentTokens += estimate;
        return ticket;
    }

    /** Corrects a ticket's tokens to what was really used. */
    synchronized void settle(Ticket ticket, long used) {
        if (!ticket.expired) {
            recentTokens += used - ticket.tokens;
            ticket.tokens = used;
            notifyAll();
        }
    }

    private boolean fits(long estimate) {
        if (recent.isEmpty()) {
            return true;
        }
        return (requests == 0 || recent.size() < requests) && (tokens == 0 || recentTokens + estimate <= tokens);
    }

    private void expire(long now) {
        while (!recent.isEmpty() && now - recent.getFirst().nanos >= windowNanos) {
            Ticket ticket = recent.removeFirst();
            ticket.expired = true;
            recentTokens -= ticket.tokens;
        }
    }
}
