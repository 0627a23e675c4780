package org.lemmalab.mistake.departure;

import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;

/** Formula confusion: the step is about a formula, its numbers are known, and it has some of them in the place where gold has them. */
final class FormulaRule implements Rule {
    private static final Set<String> FORMULAS = Set.of(
            "area",
            "perimeter",
            "volume",
            "circumference",
            "diameter",
            "radius",
            "average",
            "mean",
            "interest",
            "percent",
            "percentage",
            "ratio",
            "probability",
            "surface");

    @Override
    public Optional<Finding> judge(Departure departure) {
        if (departure.equation().isEmpty() || departure.counterpart().isEmpty()) {
            return Optional.empty();
        }
        boolean explained = departure.written().stream().allMatch(departure::isExplained);
        boolean namesFormula =
                departure.mentions(FORMULAS) || departure.step().text().contains("%");
        if (explained && namesFormula && sharesQuantity(departure)) {
            return Rule.found(
                    ErrorType.FORMULA_CONFUSION,
                    departure,
                    "The formula that relates these quantities is another one.");
        }
        return Optional.empty();
    }

    private static boolean sharesQuantity(Departure departure) {
        Set<BigFraction> shared = SameQuantitiesRule.quantities(departure.written());
        shared.retainAll(SameQuantitiesRule.quantities(departure.expected()));
        return !shared.isEmpty();
    }
}
