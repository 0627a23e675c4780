package org.lemmalab.mistake.departure;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;

/** Formula confusion: the same quantities in another shape, give or take factors such as 2, 1/2 and 100. */
final class FormulaRule implements Rule {
    private static final Set<BigFraction> FACTORS = Set.of(
            BigFraction.ONE, BigFraction.of(2), BigFraction.of(1, 2), BigFraction.of(100), BigFraction.of(1, 100));
    private static final Set<String> FORMULAS = Set.of(
            "area",
            "perimeter",
            "volume",
            "circumference",
            "diameter",
            "radius",
            "average",
            "mean",
            "speed",
            "rate",
            "interest",
            "percent",
            "percentage",
            "discount",
            "ratio",
            "probability",
            "surface");

    @Override
    public Optional<Finding> judge(Departure departure) {
        if (departure.equation().isEmpty() || departure.counterpart().isEmpty()) {
            return Optional.empty();
        }
        boolean sameQuantities = quantities(departure.written()).equals(quantities(departure.expected()));
        boolean explained = departure.written().stream().allMatch(departure::isExplained);
        boolean namesFormula =
                departure.mentions(FORMULAS) || departure.step().text().contains("%");
        if (sameQuantities || explained && namesFormula && sharesQuantity(departure)) {
            return Rule.found(
                    ErrorType.FORMULA_CONFUSION,
                    departure,
                    "The formula that relates these quantities is another one.");
        }
        return Optional.empty();
    }

    private static boolean sharesQuantity(Departure departure) {
        Set<BigFraction> shared = quantities(departure.written());
        shared.retainAll(quantities(departure.expected()));
        return !shared.isEmpty();
    }

    private static Set<BigFraction> quantities(Iterable<BigFraction> numbers) {
        Set<BigFraction> quantities = new HashSet<>();
        for (BigFraction number : numbers) {
            if (!FACTORS.contains(number)) {
                quantities.add(number);
            }
        }
        return quantities;
    }
}
