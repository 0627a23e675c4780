package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Operator;

/**
 * The attempt lacks numbers of the gold operation: a unit factor, a factor or result that a step should have introduced, or a term that
 * the question asks to count in.
 */
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
        String evidence = "Here " + Departure.list(missing) + " is left out of account.";
        boolean term =
                departure.equation().get().expression().operators().stream().allMatch(Operator::isAdditive);
        return term && missing.stream().noneMatch(departure::isSkippedResult)
                ? Rule.found(ErrorType.QUESTION_MISINTERPRETATION, departure, evidence)
                : Rule.found(ErrorType.MISSING_STEP, departure, evidence);
    }
}
