package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;

/** Missing step: the gold operation goes on from a result, and the attempt from a value that this result is made of. */
final class SkippedResultRule implements Rule {
    @Override
    public Optional<Finding> judge(Departure departure) {
        List<BigFraction> skipped =
                departure.missing().stream().filter(departure::isSkippedResult).toList();
        boolean rawValue = skipped.stream()
                .anyMatch(result -> departure.extra().stream().anyMatch(value -> departure.isInputOf(value, result)));
        return !rawValue
                ? Optional.empty()
                : Rule.found(
                        ErrorType.MISSING_STEP,
                        departure,
                        "No earlier step works out " + Departure.list(skipped) + ", which it needs.");
    }
}
