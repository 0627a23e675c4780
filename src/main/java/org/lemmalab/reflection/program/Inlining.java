package org.lemmalab.reflection.program;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Operand;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.reflection.program.GoldSolution.GoldStep;

/** Results that are used once, put as expressions into the place where they are used. */
final class Inlining {
    private final GoldSolution gold;
    private final Set<Integer> chosen;

    /** @param chosen operations whose expressions take the place of their results */
    Inlining(GoldSolution gold, List<Integer> chosen) {
        this.gold = gold;
        this.chosen = new HashSet<>(chosen);
    }

    /** The operations that stand alone in their step, and whose result one other step alone uses, as an operand. */
    static List<Integer> possible(GoldSolution gold) {
        return IntStream.range(0, gold.operations().size() - 1)
                .filter(index -> isUsedOnce(gold, index))
                .boxed()
                .toList();
    }

    private static boolean isUsedOnce(GoldSolution gold, int index) {
        Operation operation = gold.operation(index);
        List<GoldStep> users = gold.steps().stream()
                .filter(step -> step.number() > operation.step() && GoldSolution.uses(step, operation))
                .toList();
        long operands = gold.operations().stream()
                .flatMap(other -> other.operands().stream())
                .filter(operand -> operand.resultOf().orElse(-1) == index)
                .count();
        return operands == 1
                && users.size() == 1
                && gold.operationsOf(gold.stepOf(operation)).size() == 1
                && gold.operationsOf(users.get(0)).size() == 1;
    }

    /** An operation's expression with the chosen ones put in. */
    Expression expression(int index) {
        Operation operation = gold.operation(index);
        Expression expression = operation.expression();
        List<Operand> operands = operation.operands();
        for (int i = operands.size() - 1; i >= 0; i--) {
            int source = operands.get(i).resultOf().orElse(-1);
            if (chosen.contains(source)) {
                expression = Trees.replaced(expression, i, expression(source));
            }
        }
        return expression;
    }

    boolean isGone(GoldStep step) {
        return gold.operationsOf(step).stream().anyMatch(chosen::contains);
    }

    /** The chosen operations that an operation's expression takes in. */
    Set<Integer> within(int index) {
        Set<Integer> found = new HashSet<>();
        for (Operand operand : gold.operation(index).operands()) {
            operand.resultOf().stream().filter(chosen::contains).forEach(source -> {
                found.add(source);
                found.addAll(within(source));
            });
        }
        return found;
    }
}
