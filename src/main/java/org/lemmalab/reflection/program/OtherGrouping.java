package org.lemmalab.reflection.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lemmalab.io.Seeds;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Expression.Literal;
import org.lemmalab.reflection.program.GoldSolution.GoldStep;

/**
 * The same numbers grouped differently, within one step or across steps that are merged for it: what is taken away is added up first
 * (100 - 50 - 30 as 100 - 80), a common factor is taken out (3 × 4 + 5 × 4 as 8 × 4), a product is formed before a division.
 */
final class OtherGrouping implements SolutionVariation {
    private static final int MOST_NUMBERS = 6;

    @Override
    public Optional<Alternative> find(GoldSolution gold, SplittableRandom random) {
        Inlining inlining = new Inlining(gold, Inlining.possible(gold));
        List<Alternative> found = new ArrayList<>();
        IntStream.range(0, gold.operations().size()).forEach(index -> {
            add(gold, index, new Inlining(gold, List.of()), random, found);
            if (!inlining.within(index).isEmpty()) {
                add(gold, index, new Inlining(gold, List.copyOf(inlining.within(index))), random, found);
            }
        });
        return found.isEmpty() ? Optional.empty() : Optional.of(Seeds.pick(found, random));
    }

    private static void add(
            GoldSolution gold, int index, Inlining inlining, SplittableRandom random, List<Alternative> found) {
        GoldStep step = gold.stepOf(gold.operation(index));
        Expression expression = inlining.expression(index);
        boolean fits = Trees.size(expression) <= MOST_NUMBERS && Trees.isPlain(expression);
        if (!fits || gold.operationsOf(step).size() != 1) {
            return;
        }
        for (Regrouped regrouped : Regrouped.of(expression)) {
            lines(step, regrouped, random).ifPresent(lines -> {
                List<String> steps = new ArrayList<>();
                for (GoldStep each : gold.steps()) {
                    if (each == step) {
                        steps.addAll(lines);
                    } else if (!inlining.isGone(each)) {
                        steps.add(each.readable());
                    }
                }
                String inner = StepText.written(regrouped.inner()).orElse("");
                found.add(new Alternative(steps, "other grouping: " + inner + " first"));
            });
        }
    }

    /** The inner group, then the step with its value. */
    private static Optional<List<String>> lines(GoldStep step, Regrouped regrouped, SplittableRandom random) {
        Optional<String> first = SmallerSteps.line(regrouped.inner(), true, random);
        return first.flatMap(inner -> regrouped.inner().value().flatMap(value -> {
            Expression outer = regrouped.outer(new Literal(value));
            return StepText.withExpression(step.readable(), outer)
                    .or(() -> StepText.equation(outer).map(equation -> "That makes " + equation + "."))
                    .map(last -> List.of(inner, last));
        }));
    }
}
