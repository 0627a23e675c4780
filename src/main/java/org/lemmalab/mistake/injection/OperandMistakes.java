package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Operation;

/** Mistakes that write one number of an operation wrongly and work it out rightly from there. */
final class OperandMistakes {
    private OperandMistakes() {}

    /**
     * @param gold the solution
     * @param operation the index of the operation
     * @param at which of its numbers
     * @param wrong what is written for it
     * @param explanation what is wrong
     * @return the mistake; empty where the number stands there more than once, its step says it in words, or the result is gold's
     */
    static Optional<Mistake> of(GoldSolution gold, int operation, int at, BigFraction wrong, String explanation) {
        Operation right = gold.operation(operation);
        BigFraction number = right.numbers().get(at);
        boolean once = right.numbers().stream().filter(number::equals).count() == 1;
        if (!once || NumberNames.says(gold.wordsAt(operation), number) || !isOnlyHere(gold, operation, number)) {
            return Optional.empty();
        }
        List<BigFraction> numbers = new ArrayList<>(right.numbers());
        numbers.set(at, wrong);
        Mistake.Rework rework = (text, place, edits) -> StepRewriter.replace(text, place, number, wrong, edits);
        return right.expression()
                .withNumbers(numbers)
                .value()
                .filter(value -> !gold.isResult(value))
                .map(value -> new Mistake(
                        operation, value, new Mistake.Reworked(rework, Map.of(number, wrong), false), explanation));
    }

    /** Whether no other equation of the step has the number: it would be quoted in two ways. */
    private static boolean isOnlyHere(GoldSolution gold, int operation, BigFraction number) {
        return gold.operationsIn(gold.operation(operation).step()).stream()
                .filter(other -> other != operation)
                .noneMatch(other -> gold.operation(other).numbers().contains(number)
                        || gold.operation(other).value().equals(number));
    }
}
