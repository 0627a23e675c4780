package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.departure.Words;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Operator;

/** Operator: one operator of an operation is another. */
final class OperatorStrategy implements Strategy {
    /** In a fixed order: the order of a set of constants differs from run to run, and with it what a seed gives. */
    private static final Map<Operator, List<Operator>> TAKEN_FOR = Map.of(
            Operator.ADD, List.of(Operator.SUBTRACT, Operator.MULTIPLY),
            Operator.SUBTRACT, List.of(Operator.ADD),
            Operator.MULTIPLY, List.of(Operator.ADD, Operator.DIVIDE),
            Operator.DIVIDE, List.of(Operator.MULTIPLY, Operator.SUBTRACT),
            Operator.POWER, List.of(Operator.MULTIPLY));

    private static final Set<String> NAMES = Set.of(
            "add",
            "adding",
            "added",
            "sum",
            "plus",
            "subtract",
            "subtracting",
            "subtracted",
            "minus",
            "difference",
            "multiply",
            "multiplying",
            "multiplied",
            "product",
            "divide",
            "dividing",
            "divided");

    @Override
    public ErrorType type() {
        return ErrorType.OPERATOR;
    }

    @Override
    public List<Mistake> mistakes(GoldSolution gold, RandomGenerator random) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            List<Operator> operators = gold.operation(i).expression().operators();
            for (int at = 0; at < operators.size() && !isNamed(gold, i); at++) {
                for (Operator wrong : TAKEN_FOR.get(operators.get(at))) {
                    if (!isFormula(gold, i, operators.get(at), wrong)) {
                        mistake(gold, i, at, wrong).ifPresent(mistakes::add);
                    }
                }
            }
        }
        return mistakes;
    }

    /** Whether the step names its operation in words: another sign would contradict them. */
    static boolean isNamed(GoldSolution gold, int operation) {
        return gold.wordsAt(operation).stream().anyMatch(NAMES::contains);
    }

    private static boolean isFormula(GoldSolution gold, int operation, Operator right, Operator wrong) {
        return right.isAdditive() != wrong.isAdditive()
                && (gold.wordsAt(operation).stream().anyMatch(Words.OF_FORMULAS::contains)
                        || gold.questionWords().stream().anyMatch(Words.OF_FORMULAS::contains));
    }

    private static Optional<Mistake> mistake(GoldSolution gold, int index, int at, Operator wrong) {
        Operation operation = gold.operation(index);
        Operator right = operation.expression().operators().get(at);
        Mistake.Rework rework = (text, place, edits) -> {
            if (place.operators().isEmpty()) {
                throw new Refusal("the operators of an equation do not stand one by one");
            }
            edits.replace(place.operators().get(at), sign(wrong));
        };
        return Reworking.value(gold, index, rework)
                .filter(value -> !gold.isResult(value))
                .map(value -> new Mistake(
                        index,
                        value,
                        new Mistake.Reworked(rework, Map.of(), false),
                        explanation(right, wrong, operation)));
    }

    private static String explanation(Operator right, Operator wrong, Operation operation) {
        return "The numbers have to be " + deed(right) + ", not " + deed(wrong) + ": it is " + operation.text() + ".";
    }

    private static String deed(Operator operator) {
        return switch (operator) {
            case ADD -> "added";
            case SUBTRACT -> "subtracted";
            case MULTIPLY -> "multiplied";
            case DIVIDE -> "divided";
            case POWER -> "raised to a power";
        };
    }

    private static String sign(Operator operator) {
        return operator == Operator.MULTIPLY ? "*" : operator.symbol();
    }

    @Override
    public String none() {
        return "no operation has an operator that could be taken for another";
    }
}
