package org.lemmalab.llm.endpoint;

import java.time.Duration;
import java.util.Optional;

/** What became of one attempt to get a {@code T}. */
sealed interface Outcome<T> {
    /** It is here; {@code tokens} were read and written for it. */
    record Done<T>(T value, long tokens) implements Outcome<T> {}

    /** Another attempt may succeed; {@code asked} is how long the server wants to be left alone. */
    record Again<T>(String reason, Optional<Duration> asked) implements Outcome<T> {
        static <T> Again<T> because(String reason) {
            return new Again<>(reason, Optional.empty());
        }
    }

    /** This request will not succeed. */
    record Refused<T>(String reason) implements Outcome<T> {}

    /** No request will succeed. */
    record Unusable<T>(String reason) implements Outcome<T> {}
}
