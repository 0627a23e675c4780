package org.lemmalab.reflection.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lemmalab.io.Seeds;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.reflection.program.GoldSolution.GoldStep;

/** Steps merged into one expression: results that are used once are not worked out apart. */
final class OneExpression implements SolutionVariation {
    private static final int MOST_NUMBERS = 7;

    @Override
    public Optional<Alternative> find(GoldSolution gold, SplittableRandom random) {
        List<Integer> possible = Inlining.possible(gold);
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        boolean all = random.nextBoolean();
        List<Integer> chosen = all ? possible : List.of(Seeds.pick(possible, random));
        return merged(gold, chosen);
    }

    private static Optional<Alternative> merged(GoldSolution gold, List<Integer> chosen) {
        Inlining inlining = new Inlining(gold, chosen);
        List<String> steps = new ArrayList<>();
        for (GoldStep step : gold.steps()) {
            if (!inlining.isGone(step)) {
                Optional<String> text = text(gold, step, inlining);
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                steps.add(text.get());
            }
        }
        String note = "steps merged: " + gold.steps().size() + " gold steps, " + steps.size() + " here";
        return Optional.of(new Alternative(steps, note));
    }

    private static Optional<String> text(GoldSolution gold, GoldStep step, Inlining inlining) {
        List<Integer> operations = gold.operationsOf(step);
        if (operations.size() != 1 || inlining.within(operations.get(0)).isEmpty()) {
            return Optional.of(step.readable());
        }
        Expression expression = inlining.expression(operations.get(0));
        if (Trees.size(expression) > MOST_NUMBERS) {
            return Optional.empty();
        }
        return StepText.withExpression(step.readable(), expression)
                .or(() ->
                        StepText.equation(expression).map(equation -> "In one expression, this is " + equation + "."));
    }
}
