package org.lemmalab.mistake.departure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Operator;

/**
 * Finds the gold operation that a departing equation stands for: the one that shares most numbers, operators and words with it,
 * rather one that the attempt has not worked out yet.
 */
final class CounterpartFinder {
    private static final double NUMBERS = 3;
    private static final double OPERATORS = 1;
    private static final double WORDS = 4;
    private static final double RAW = 1;
    private static final double OPEN = 1;
    private static final double NEXT = 0.5;
    private static final double LEAST = 1.8;

    private final GoldPath gold;

    CounterpartFinder(GoldPath gold) {
        this.gold = gold;
    }

    Optional<Operation> find(Equation equation, StepReading step, List<BigFraction> earlier) {
        Optional<Operation> best = Optional.empty();
        double bestScore = LEAST;
        boolean nextSeen = false;
        for (Operation operation : gold.program().operations()) {
            boolean open = !earlier.contains(operation.value());
            double score = score(equation, step, operation) + (open ? OPEN : 0) + (open && !nextSeen ? NEXT : 0);
            nextSeen |= open;
            if (score > bestScore) {
                bestScore = score;
                best = Optional.of(operation);
            }
        }
        return best;
    }

    private double score(Equation equation, StepReading step, Operation operation) {
        Set<String> goldWords = gold.steps().get(operation.step() - 1).words();
        List<Operator> operators = equation.expression().operators();
        return NUMBERS * overlap(equation.expression().numbers(), operation.numbers())
                + OPERATORS * overlap(operators, operation.expression().operators())
                + WORDS * Words.similarity(step.words(), goldWords)
                + (takesRawValue(equation, operation) ? RAW : 0);
    }

    /** The equation takes a value where the operation takes the result that gold makes of it: a step was skipped. */
    private boolean takesRawValue(Equation equation, Operation operation) {
        List<BigFraction> written = equation.expression().numbers();
        return operation.operands().stream()
                .filter(operand -> operand.resultOf().isPresent() && !written.contains(operand.value()))
                .map(operand ->
                        gold.program().operations().get(operand.resultOf().getAsInt()))
                .anyMatch(source -> source.numbers().stream()
                        .anyMatch(number ->
                                written.contains(number) && !operation.numbers().contains(number)));
    }

    private static <T> double overlap(List<T> one, List<T> other) {
        List<T> rest = new ArrayList<>(other);
        long shared = one.stream().filter(rest::remove).count();
        int largest = Math.max(one.size(), other.size());
        return largest == 0 ? 0 : (double) shared / largest;
    }
}
