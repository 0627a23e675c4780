package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;

/**
 * Missing step: the gold operation goes on from a result, and the attempt, in the same words or from a value that this
 * result is made of, goes on without it.
 */
final class SkippedResultRule implements Rule {
    @Override
    public Optional<Finding> judge(Departure departure) {
        List<BigFraction> skipped =
                departure.missing().stream().filter(departure::isSkippedResult).toList();
        boolean rawValue = skipped.stream()
                .anyMatch(result -> departure.extra().stream().anyMatch(value -> departure.isInputOf(value, result)));
        boolean told = !skipped.isEmpty() && departure.readsLikeGold();
        return !rawValue && !told
                ? Optional.empty()
                : Rule.found(
                        ErrorType.MISSING_STEP,
                        departure,
                        "No earlier step works out " + Departure.list(skipped) + ", which it needs.");
    }
}
