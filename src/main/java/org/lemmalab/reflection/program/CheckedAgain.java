package org.lemmalab.reflection.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.io.Seeds;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Expression.Binary;
import org.lemmalab.problem.program.Expression.Literal;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Operator;
import org.lemmalab.reflection.program.GoldSolution.GoldStep;

/** Where the program allows no other way: the same operations, operands turned round where that is allowed, and a check behind. */
final class CheckedAgain implements SolutionVariation {
    private static final List<String> LEADS =
            List.of("Check by going back: ", "To check, go backwards: ", "Going backwards confirms it: ");

    @Override
    public Optional<Alternative> find(GoldSolution gold, SplittableRandom random) {
        Operation last = gold.operation(gold.operations().size() - 1);
        List<String> steps = new ArrayList<>();
        for (GoldStep step : gold.steps()) {
            steps.add(turned(gold, step));
        }
        check(last)
                .flatMap(StepText::equation)
                .ifPresent(equation -> steps.add(Seeds.pick(LEADS, random) + equation + "."));
        return Optional.of(
                new Alternative(steps, "the program allows no other order or method: the same operations, checked"));
    }

    private static String turned(GoldSolution gold, GoldStep step) {
        List<Integer> operations = gold.operationsOf(step);
        boolean commutes = operations.size() == 1
                && gold.operation(operations.get(0)).expression() instanceof Binary binary
                && (binary.operator() == Operator.ADD || binary.operator() == Operator.MULTIPLY)
                && Trees.isPlain(binary);
        if (!commutes) {
            return step.readable();
        }
        Binary binary = (Binary) gold.operation(operations.get(0)).expression();
        Expression turned = new Binary(binary.operator(), binary.right(), binary.left());
        return StepText.withExpression(step.readable(), turned).orElse(step.readable());
    }

    /** The inverse operation, which leads from the result back to the first operand. */
    private static Optional<Expression> check(Operation operation) {
        if (!(operation.expression() instanceof Binary binary) || !Trees.isPlain(binary) || Trees.size(binary) != 2) {
            return Optional.empty();
        }
        BigFraction by = binary.right().value().orElse(BigFraction.ZERO);
        if (by.signum() == 0) {
            return Optional.empty();
        }
        Optional<Operator> inverse = switch (binary.operator()) {
            case ADD -> Optional.of(Operator.SUBTRACT);
            case SUBTRACT -> Optional.of(Operator.ADD);
            case MULTIPLY -> Optional.of(Operator.DIVIDE);
            case DIVIDE -> Optional.of(Operator.MULTIPLY);
            case POWER -> Optional.empty();
        };
        return inverse.map(operator -> new Binary(operator, new Literal(operation.value()), binary.right()));
    }
}
