package org.lemmalab.reflection.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.io.Seeds;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Expression.Binary;
import org.lemmalab.reflection.program.GoldSolution.GoldStep;

/** An expression with several operators taken apart, one operator at a time. */
final class SmallerSteps implements SolutionVariation {
    private static final List<String> FIRST = List.of("First, ", "To begin with, ", "The first part is ");
    private static final List<String> NEXT = List.of("Next, ", "Then ", "After that, ");

    @Override
    public Optional<Alternative> find(GoldSolution gold, SplittableRandom random) {
        List<Integer> longOnes = IntStream.range(0, gold.operations().size())
                .filter(index -> Trees.size(gold.operation(index).expression()) > 2)
                .filter(index -> Trees.isPlain(gold.operation(index).expression()))
                .filter(index ->
                        gold.operationsOf(gold.stepOf(gold.operation(index))).size() == 1)
                .boxed()
                .toList();
        return longOnes.isEmpty() ? Optional.empty() : apart(gold, Seeds.pick(longOnes, random), random);
    }

    private static Optional<Alternative> apart(GoldSolution gold, int index, SplittableRandom random) {
        GoldStep taken = gold.stepOf(gold.operation(index));
        List<String> steps = new ArrayList<>();
        for (GoldStep step : gold.steps()) {
            if (step != taken) {
                steps.add(step.readable());
                continue;
            }
            Optional<List<String>> pieces = pieces(gold.operation(index).expression(), step.readable(), random);
            if (pieces.isEmpty()) {
                return Optional.empty();
            }
            steps.addAll(pieces.get());
        }
        return Optional.of(new Alternative(steps, "gold step " + taken.number() + " taken apart"));
    }

    /** The lines that work out an expression; the last one is the text with what is left of the expression. */
    static Optional<List<String>> pieces(Expression whole, String text, SplittableRandom random) {
        List<String> lines = new ArrayList<>();
        Expression rest = whole;
        while (Trees.size(rest) > 2) {
            Binary part = Trees.innermost(rest).orElseThrow();
            Optional<String> line = line(part, lines.isEmpty(), random);
            Optional<BigFraction> value = part.value();
            if (line.isEmpty() || value.isEmpty() || value.get().signum() < 0) {
                return Optional.empty();
            }
            lines.add(line.get());
            rest = Trees.workedOut(rest, part, value.get());
        }
        Expression last = rest;
        return StepText.withExpression(text, last)
                .or(() -> StepText.equation(last).map(equation -> "That makes " + equation + "."))
                .map(line -> {
                    lines.add(line);
                    return lines;
                });
    }

    static Optional<String> line(Expression part, boolean first, SplittableRandom random) {
        String lead = Seeds.pick(first ? FIRST : NEXT, random);
        return StepText.equation(part).map(equation -> lead + equation + ".");
    }
}
