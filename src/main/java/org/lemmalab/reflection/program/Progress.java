package org.lemmalab.reflection.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.problem.program.Operand;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.reflection.program.GoldSolution.GoldStep;
import org.lemmalab.solution.Step;

/**
 * How far the good steps of an attempt have come on the gold path. Where they are the first gold steps, word for word but for spaces
 * and annotations, the rest is what remains. Elsewhere an operation counts as done if the good steps have its value; what remains are
 * the operations that the last one still needs, looked for backwards.
 */
final class Progress {
    private final GoldSolution gold;
    private final List<Step> good;

    Progress(GoldSolution gold, List<Step> good) {
        this.gold = gold;
        this.good = List.copyOf(good);
    }

    /** The gold steps that are still to be done, in their order; none where the good steps have come to the answer. */
    Result<List<GoldStep>> remaining() {
        if (good.size() <= gold.steps().size() && followsGold()) {
            return Result.success(gold.steps().subList(good.size(), gold.steps().size()));
        }
        if (!gold.isComplete()) {
            return Result.failure("the attempt goes its own way, and the gold solution's equations do not lead to its"
                    + " answer, so that it cannot be said what is still to be done");
        }
        return byValues();
    }

    private boolean followsGold() {
        for (int i = 0; i < good.size(); i++) {
            if (!StepText.normal(good.get(i).text())
                    .equals(StepText.normal(gold.steps().get(i).readable()))) {
                return false;
            }
        }
        return true;
    }

    private Result<List<GoldStep>> byValues() {
        List<BigFraction> values = valuesOfGoodSteps();
        Set<Integer> done = new HashSet<>();
        for (int i = 0; i < gold.operations().size(); i++) {
            BigFraction value = gold.operation(i).value();
            long same = gold.operations().stream()
                    .filter(other -> other.value().equals(value))
                    .count();
            long found = values.stream().filter(value::equals).count();
            if (found > 0 && found < same) {
                return Result.failure(
                        "two gold operations have the same result, and it cannot be said which of them the"
                                + " attempt has done");
            }
            if (found > 0) {
                done.add(i);
            }
        }
        Set<Integer> needed = new HashSet<>();
        need(gold.operations().size() - 1, done, needed);
        return Result.success(steps(needed));
    }

    private List<BigFraction> valuesOfGoodSteps() {
        List<BigFraction> values = new ArrayList<>();
        for (Step step : good) {
            List<Equation> equations = EquationReader.read(step.text());
            equations.forEach(equation -> equation.result().ifPresent(values::add));
            if (equations.isEmpty()) {
                NumbersInText.read(step.text()).stream()
                        .filter(value -> !gold.question().states(value))
                        .forEach(values::add);
            }
        }
        return values;
    }

    private void need(int index, Set<Integer> done, Set<Integer> needed) {
        if (!done.contains(index) && needed.add(index)) {
            for (Operand operand : gold.operation(index).operands()) {
                operand.resultOf().ifPresent(source -> need(source, done, needed));
            }
        }
    }

    /** The steps of the needed operations, and those without any operation after the first of them. */
    private List<GoldStep> steps(Set<Integer> needed) {
        Set<Integer> numbers = new HashSet<>();
        needed.stream().map(gold::operation).map(Operation::step).forEach(numbers::add);
        int first = numbers.stream().min(Integer::compare).orElse(Integer.MAX_VALUE);
        return gold.steps().stream()
                .filter(step -> numbers.contains(step.number())
                        || step.number() > first && gold.operationsOf(step).isEmpty())
                .toList();
    }
}
