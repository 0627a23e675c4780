package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;

/** A number that nothing explains: a conversion gone wrong, a value of the question misquoted, or an invention. */
final class InventionRule implements Rule {
    @Override
    public Optional<Finding> judge(Departure departure) {
        List<BigFraction> unexplained = departure.written().stream()
                .filter(value -> !departure.isExplained(value))
                .toList();
        if (departure.missing().stream().anyMatch(departure::isConversion)) {
            return Rule.found(ErrorType.UNIT_CONVERSION, departure, "The factor between units is another one.");
        }
        return unexplained.isEmpty()
                ? Optional.empty()
                : Rule.found(
                        ErrorType.HALLUCINATION,
                        departure,
                        "Neither the question nor an earlier step states " + Departure.list(unexplained) + ".");
    }
}
