package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operation;

/** Calculation: the operation stands as it should, its result is another. */
final class CalculationStrategy implements Strategy {
    @Override
    public ErrorType type() {
        return ErrorType.CALCULATION;
    }

    @Override
    public List<Mistake> mistakes(GoldSolution gold, RandomGenerator random) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            Operation operation = gold.operation(i);
            for (BigFraction value : NearNumbers.of(operation.value(), random)) {
                mistakes.add(mistake(i, operation, value));
            }
        }
        return mistakes;
    }

    private static Mistake mistake(int index, Operation operation, BigFraction value) {
        String right = Numbers.text(operation.value());
        return new Mistake(
                index,
                value,
                new Mistake.Reworked((text, place, edits) -> {}, Map.of(), true),
                operation.expression() + " is " + right + ", not " + Numbers.text(value) + ".");
    }

    @Override
    public String none() {
        return "no operation has a result that is easily miscalculated";
    }
}
