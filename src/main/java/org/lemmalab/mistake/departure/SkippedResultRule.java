package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;

/** Missing step: the gold operation goes on from a result that the attempt never worked out, and the attempt goes on without it. */
final class SkippedResultRule implements Rule {
    @Override
    public Optional<Finding> judge(Departure departure) {
        List<BigFraction> skipped =
                departure.missing().stream().filter(departure::isSkippedResult).toList();
        boolean explained = departure.written().stream().allMatch(departure::isExplained);
        return skipped.isEmpty() || !explained
                ? Optional.empty()
                : Rule.found(
                        ErrorType.MISSING_STEP,
                        departure,
                        "No earlier step works out " + Departure.list(skipped) + ", which it needs.");
    }
}
