package org.lemmalab.pipeline;

import java.util.Optional;
import java.util.function.Function;
import org.lemmalab.io.LabException;

/**
 * What a call gives, of a stage, a teacher or a reader of replies: a value, or the reason why there is none. A failure is an ordinary
 * outcome: a program has no place for a unit error, a model's reply is malformed. Either may have used up tokens and money.
 *
 * @param <T> the value's type; where a stage keeps it, writable by {@link org.lemmalab.io.Json}
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
     * @param reason why there is no value, for people; equal reasons are counted together, so it names no single problem
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

    /**
     * @return the value, if there is one
     */
    default Optional<T> asOptional() {
        return this instanceof Success<T> success ? Optional.of(success.value()) : Optional.empty();
    }

    /**
     * @return why there is no value, if there is none
     */
    default Optional<String> failure() {
        return this instanceof Failure<T> failure ? Optional.of(failure.reason()) : Optional.empty();
    }

    /**
     * Goes on with the value; usages add up.
     *
     * @param next makes the next value of it
     * @param <U> the next value's type
     * @return the next result, or this failure
     */
    default <U> Result<U> then(Function<? super T, Result<U>> next) {
        if (this instanceof Success<T> success) {
            Result<U> result = next.apply(success.value());
            Usage sum = success.usage().plus(result.usage());
            return result instanceof Success<U> more
                    ? new Success<>(more.value(), sum)
                    : new Failure<>(((Failure<U>) result).reason(), sum);
        }
        return new Failure<>(((Failure<T>) this).reason(), usage());
    }
}
