package org.lemmalab.mistake.departure;

import java.util.Optional;
import org.lemmalab.mistake.ErrorType;

/** Names the type of a departure where its own kind of evidence is there. */
@FunctionalInterface
interface Rule {
    Optional<Finding> judge(Departure departure);

    /** A type with the evidence for it, in words. */
    record Finding(ErrorType type, String explanation) {}

    static Optional<Finding> found(ErrorType type, Departure departure, String evidence) {
        return Optional.of(new Finding(type, departure.place() + "; " + departure.goldPlace() + ". " + evidence));
    }
}
