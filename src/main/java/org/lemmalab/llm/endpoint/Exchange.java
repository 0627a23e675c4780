package org.lemmalab.llm.endpoint;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.UnusableModelException;

/** One request until it is settled: attempts, waits between them, rates. */
final class Exchange {
    private static final int BYTES_A_TOKEN = 4;

    private final EndpointSettings settings;
    private final Transport transport;
    private final Replicas replicas;
    private final RateLimiter limiter;

    Exchange(EndpointSettings settings, Transport transport, RateLimiter limiter) {
        this.settings = settings;
        this.transport = transport;
        this.replicas = new Replicas(settings.baseUrls());
        this.limiter = limiter;
    }

    /** Makes attempts until one succeeds, none is left or none makes sense. */
    Reply settle(CompletionRequest request) throws InterruptedException {
        RetryPolicy retries = settings.retries();
        for (int attempt = 1; ; attempt++) {
            Outcome outcome = attempt(request);
            if (outcome instanceof Outcome.Done done) {
                return done.reply();
            } else if (outcome instanceof Outcome.Refused refused) {
                return new Reply.Failed(settings.model() + ": " + refused.reason());
            } else if (outcome instanceof Outcome.Unusable unusable) {
                throw new UnusableModelException(settings.model() + ": " + unusable.reason());
            } else if (outcome instanceof Outcome.Again again) {
                boolean asksTooMuch = again.asked()
                        .filter(wait -> wait.compareTo(retries.longestAsked()) > 0)
                        .isPresent();
                if (attempt == retries.attempts() || asksTooMuch) {
                    return new Reply.Failed(givenUp(again, attempt));
                }
                if (again.asked().isEmpty()) {
                    pause(retries.wait(attempt, ThreadLocalRandom.current()));
                }
            }
        }
    }

    private Outcome attempt(CompletionRequest request) throws InterruptedException {
        Replicas.Replica replica = replicas.take();
        try {
            RateLimiter.Ticket ticket = limiter.take(estimate(request));
            Outcome outcome = transport.send(replica.baseUrl(), request);
            if (outcome instanceof Outcome.Done done) {
                limiter.settle(ticket, used(done.reply()));
            } else if (outcome instanceof Outcome.Again again) {
                limiter.settle(ticket, 0);
                again.asked()
                        .filter(wait -> wait.compareTo(settings.retries().longestAsked()) <= 0)
                        .ifPresent(wait -> replicas.rest(replica, wait));
            }
            return outcome;
        } finally {
            replicas.giveBack(replica);
        }
    }

    private String givenUp(Outcome.Again again, int attempts) {
        String asked = again.asked()
                .map(wait -> ", asked to wait " + wait.toSeconds() + " s")
                .orElse("");
        String times = attempts == 1 ? "1 attempt" : attempts + " attempts";
        return settings.model() + ": given up after " + times + asked + ": " + again.reason();
    }

    private static void pause(Duration wait) throws InterruptedException {
        Thread.sleep(wait.toMillis());
    }

    private static long estimate(CompletionRequest request) {
        SamplingSettings asked = request.settings();
        long prompt = request.prompt().getBytes(StandardCharsets.UTF_8).length / BYTES_A_TOKEN + 1;
        return prompt + (long) asked.samples() * asked.maxNewTokens();
    }

    private static long used(Reply.Completed reply) {
        return reply.promptTokens()
                + reply.completions().stream().mapToLong(Completion::tokens).sum();
    }
}
