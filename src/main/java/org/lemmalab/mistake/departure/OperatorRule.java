package org.lemmalab.mistake.departure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Operator;

/**
 * Operator: the very numbers of the gold operation under another operator. Where the step speaks of a formula (an area, an average)
 * and takes a sum for a product, it is the formula that is confused.
 */
final class OperatorRule implements Rule {
    private static final Set<String> OUTLINES = Set.of("rectangle", "rectangular", "perimeter", "area", "volume");

    @Override
    public Optional<Finding> judge(Departure departure) {
        if (departure.equation().isEmpty()
                || departure.counterpart().isEmpty()
                || !departure.missing().isEmpty()
                || !departure.extra().isEmpty()) {
            return Optional.empty();
        }
        Equation equation = departure.equation().get();
        Operation gold = departure.counterpart().get();
        if (equation.expression().operators().equals(gold.expression().operators())) {
            return Rule.found(
                    ErrorType.FORMULA_CONFUSION,
                    departure,
                    "The same numbers stand in the wrong places of the formula.");
        }
        boolean additive = equation.expression().operators().stream().allMatch(operator -> operator.isAdditive());
        boolean goldAdditive = gold.expression().operators().stream().allMatch(operator -> operator.isAdditive());
        boolean shape = departure.mentions(Words.OF_FORMULAS)
                || departure.gold().questionWords().stream().anyMatch(OUTLINES::contains);
        if (additive != goldAdditive && shape) {
            return Rule.found(
                    ErrorType.FORMULA_CONFUSION,
                    departure,
                    "It takes a sum for a product in a formula, or the reverse.");
        }
        List<Operator> others = new ArrayList<>(equation.expression().operators());
        gold.expression().operators().forEach(others::remove);
        return others.size() > 1
                ? Rule.found(ErrorType.FORMULA_CONFUSION, departure, "The numbers are the same, the formula is not.")
                : Rule.found(ErrorType.OPERATOR, departure, "The numbers are the same, an operator is not.");
    }
}
