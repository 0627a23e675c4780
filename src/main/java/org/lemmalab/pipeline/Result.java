package org.lemmalab.pipeline;

import org.lemmalab.io.LabException;

/**
 * The outcome of one call of a stage: a value, or the reason why there is none. Either may have used up tokens and money.
 *
 * @param <T> the value's type, writable by {@link org.lemmalab.io.Json}
 */
public sealed interface Result<T> {
    /**
     * @return what the call used up
     */
    Usage usage();

    /**
     * @param value the value
     * @param <T> its type
     * @return a success that used nothing up
     */
    static <T> Result<T> success(T value) {
        return new Success<>(value, Usage.NONE);
    }

    /**
     * @param reason why there is no value
     * @param <T> the type that it would have had
     * @return a failure that used nothing up
     */
    static <T> Result<T> failure(String reason) {
        return new Failure<>(reason, Usage.NONE);
    }

    /**
     * @param value the value
     * @param usage what it used up
     * @param <T> the value's type
     */
    record Success<T>(T value, Usage usage) implements Result<T> {
        /** Checks that both are there. */
        public Success {
            if (value == null || usage == null) {
                throw new LabException("result: expected a value and its usage, found none");
            }
        }
    }

    /**
     * @param reason why there is no value, for people
     * @param usage what the call used up all the same
     * @param <T> the type that the value would have had
     */
    record Failure<T>(String reason, Usage usage) implements Result<T> {
        /** Checks that both are there. */
        public Failure {
            if (reason == null || reason.isBlank() || usage == null) {
                throw new LabException("result: expected a reason and its usage, found none");
            }
        }
    }
}
