package org.lemmalab.mistake;

import java.util.Optional;
import java.util.function.Function;
import org.lemmalab.io.LabException;
import org.lemmalab.pipeline.Usage;

/**
 * What a teacher gives when it is asked: the thing, or the reason why there is none. A refusal is an ordinary outcome: a program has
 * no place for a unit error, a model's reply is malformed. Either may have used up tokens and money.
 *
 * @param <T> what was asked for
 */
public sealed interface Taught<T> {
    /**
     * @return what the teacher used up
     */
    Usage usage();

    /**
     * @param value what was asked for
     * @param usage what it used up
     * @param <T> its type
     */
    record Given<T>(T value, Usage usage) implements Taught<T> {
        /** Checks that both are there. */
        public Given {
            if (value == null || usage == null) {
                throw new LabException("teacher: expected a value and its usage, found none");
            }
        }
    }

    /**
     * @param reason why there is none, for people; equal reasons are counted together, so it names no single problem
     * @param usage what was used up all the same
     * @param <T> what was asked for
     */
    record Refused<T>(String reason, Usage usage) implements Taught<T> {
        /** Checks that both are there. */
        public Refused {
            if (reason == null || reason.isBlank() || usage == null) {
                throw new LabException("teacher: expected a reason and its usage, found none");
            }
        }
    }

    /**
     * @param value what was asked for
     * @param <T> its type
     * @return it, for nothing
     */
    static <T> Taught<T> given(T value) {
        return new Given<>(value, Usage.NONE);
    }

    /**
     * @param reason why there is none
     * @param <T> what was asked for
     * @return a refusal that used nothing up
     */
    static <T> Taught<T> refused(String reason) {
        return new Refused<>(reason, Usage.NONE);
    }

    /**
     * @return what was asked for, where it was given
     */
    default Optional<T> asOptional() {
        return this instanceof Given<T> given ? Optional.of(given.value()) : Optional.empty();
    }

    /**
     * @return why it was not given, where it was not
     */
    default Optional<String> refusal() {
        return this instanceof Refused<T> refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    /**
     * Goes on with what was given; usages add up.
     *
     * @param next asks on
     * @param <U> what is asked for next
     * @return the outcome, or the first refusal
     */
    default <U> Taught<U> then(Function<? super T, Taught<U>> next) {
        if (this instanceof Given<T> given) {
            Taught<U> outcome = next.apply(given.value());
            Usage sum = given.usage().plus(outcome.usage());
            return outcome instanceof Given<U> more
                    ? new Given<>(more.value(), sum)
                    : new Refused<>(((Refused<U>) outcome).reason(), sum);
        }
        return new Refused<>(((Refused<T>) this).reason(), usage());
    }
}
