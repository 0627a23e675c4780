package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;

/** The attempt lacks numbers of the gold operation: a unit factor, or results and values that a step should have brought in. */
final class OmissionRule implements Rule {
    @Override
    public Optional<Finding> judge(Departure departure) {
        List<BigFraction> missing = departure.missing();
        if (departure.equation().isEmpty()
                || departure.counterpart().isEmpty()
                || missing.isEmpty()
                || !departure.extra().isEmpty()) {
            return Optional.empty();
        }
        if (missing.stream().anyMatch(departure::isConversion)) {
            return Rule.found(
                    ErrorType.UNIT_CONVERSION,
                    departure,
                    "The factor " + Departure.list(missing) + " between units is left out.");
        }
        return Rule.found(
                ErrorType.MISSING_STEP, departure, "Here " + Departure.list(missing) + " is left out of account.");
    }
}
