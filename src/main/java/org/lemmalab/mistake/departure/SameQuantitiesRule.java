package org.lemmalab.mistake.departure;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Operator;

/** Formula confusion: the same quantities in another shape, give or take factors such as 2, 1/2 and 100. */
final class SameQuantitiesRule implements Rule {
    private static final Set<BigFraction> FACTORS = Set.of(
            BigFraction.ONE, BigFraction.of(2), BigFraction.of(1, 2), BigFraction.of(100), BigFraction.of(1, 100));

    @Override
    public Optional<Finding> judge(Departure departure) {
        if (departure.equation().isEmpty() || departure.counterpart().isEmpty() || isLongerSum(departure)) {
            return Optional.empty();
        }
        Set<BigFraction> same = quantities(departure.written());
        boolean telling = same.size() > 1 || departure.mentions(Words.OF_FORMULAS);
        return telling && same.equals(quantities(departure.expected()))
                ? Rule.found(
                        ErrorType.FORMULA_CONFUSION, departure, "The quantities are the same, their formula is not.")
                : Optional.empty();
    }

    /** A sum with one more term is another sum, not another formula, unless the term is one of its own. */
    private static boolean isLongerSum(Departure departure) {
        return departure.missing().isEmpty()
                && !departure.repeatsItself()
                && departure.equation().stream()
                        .flatMap(equation -> equation.expression().operators().stream())
                        .allMatch(Operator::isAdditive);
    }

    static Set<BigFraction> quantities(Iterable<BigFraction> numbers) {
        Set<BigFraction> quantities = new HashSet<>();
        for (BigFraction number : numbers) {
            if (!FACTORS.contains(number)) {
                quantities.add(number);
            }
        }
        return quantities;
    }
}
