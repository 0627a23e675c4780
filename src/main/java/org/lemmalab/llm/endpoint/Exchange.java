package org.lemmalab.llm.endpoint;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.lemmalab.llm.UnusableModelException;

/** One request until it is settled: attempts, waits between them, rates. */
final class Exchange {
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

    /** Makes attempts until one succeeds, none is left or none makes sense; the outcome is done or refused. */
    <T> Outcome<T> settle(Call<T> call) throws InterruptedException {
        RetryPolicy retries = settings.retries();
        for (int attempt = 1; ; attempt++) {
            Outcome<T> outcome = attempt(call);
            if (outcome instanceof Outcome.Unusable<T> unusable) {
                throw new UnusableModelException(settings.model() + ": " + unusable.reason());
            }
            if (!(outcome instanceof Outcome.Again<T> again)) {
                return outcome;
            }
            boolean asksTooMuch = again.asked()
                    .filter(wait -> wait.compareTo(retries.longestAsked()) > 0)
                    .isPresent();
            if (attempt == retries.attempts() || asksTooMuch) {
                return new Outcome.Refused<>(givenUp(again, attempt));
            }
            if (again.asked().isEmpty()) {
                pause(retries.wait(attempt, ThreadLocalRandom.current()));
            }
        }
    }

    private <T> Outcome<T> attempt(Call<T> call) throws InterruptedException {
        Replicas.Replica replica = replicas.take();
        try {
            RateLimiter.Ticket ticket = limiter.take(call.tokens());
            Outcome<T> outcome = transport.send(replica.baseUrl(), call);
            if (outcome instanceof Outcome.Done<T> done) {
                limiter.settle(ticket, done.tokens());
            } else if (outcome instanceof Outcome.Again<T> again) {
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

    private static String givenUp(Outcome.Again<?> again, int attempts) {
        String asked = again.asked()
                .map(wait -> ", asked to wait " + wait.toSeconds() + " s")
                .orElse("");
        String times = attempts == 1 ? "1 attempt" : attempts + " attempts";
        return "given up after " + times + asked + ": " + again.reason();
    }

    private static void pause(Duration wait) throws InterruptedException {
        Thread.sleep(wait.toMillis());
    }
}
