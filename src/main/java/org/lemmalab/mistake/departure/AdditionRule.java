package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Operator;

/**
 * The attempt has all the numbers of the gold operation and more. Numbers that nothing explains are invented; an extra factor of explained numbers is a formula with too much in it.
 */
final class AdditionRule implements Rule {

    @Override
    public Optional<Finding> judge(Departure departure) {
        List<BigFraction> extra = departure.extra();
        if (departure.equation().isEmpty()
                || departure.counterpart().isEmpty()
                || !departure.missing().isEmpty()
                || extra.isEmpty()) {
            return Optional.empty();
        }
        boolean invented = extra.stream().anyMatch(value -> !departure.isKnown(value));
        if (invented) {
            return Rule.found(
                    ErrorType.HALLUCINATION,
                    departure,
                    "Neither the question nor an earlier step has " + Departure.list(extra) + " for this.");
        }
        boolean factor = departure.equation().get().expression().operators().stream()
                .anyMatch(operator -> operator == Operator.MULTIPLY || operator == Operator.DIVIDE);
        return factor
                ? Rule.found(
                        ErrorType.FORMULA_CONFUSION,
                        departure,
                        "The extra " + Departure.list(extra) + " does not belong.")
                : Rule.found(
                        ErrorType.QUESTION_MISINTERPRETATION,
                        departure,
                        "It takes in " + Departure.list(extra) + ", which the question does not ask for here.");
    }
}
