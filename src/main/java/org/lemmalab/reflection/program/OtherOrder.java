package org.lemmalab.reflection.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lemmalab.io.Seeds;
import org.lemmalab.reflection.program.GoldSolution.GoldStep;

/**
 * The same steps in another order. A step waits for those whose results it writes, and for the one before it if its words depend on
 * that ("This means …", "The remaining …"). The last step stays last; words of sequence at the beginning of steps are dropped.
 */
final class OtherOrder implements SolutionVariation {
    private static final Pattern HANGING = Pattern.compile(
            "^(this|that|these|those|it|they|so|therefore|thus|hence|since|which|the remaining|the rest|the other|another|"
                    + "of|after|in total|altogether|together|combined|also|he also|she also|at|and|but|if|both|each)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SEQUENCE = Pattern.compile(
            "^(?:(?:then|next|now|first|firstly|second|secondly|third|finally|lastly|afterwards),?\\s+)+",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<Alternative> find(GoldSolution gold, SplittableRandom random) {
        int count = gold.steps().size();
        List<List<Integer>> waitsFor = new ArrayList<>();
        for (GoldStep step : gold.steps()) {
            if (gold.operationsOf(step).isEmpty()) {
                return Optional.empty();
            }
            waitsFor.add(waitsFor(gold, step));
        }
        List<Integer> order = order(count - 1, waitsFor, random);
        order.add(count - 1);
        if (isAscending(order)) {
            return Optional.empty();
        }
        List<String> steps = order.stream()
                .map(index -> withoutSequence(gold.steps().get(index).readable()))
                .toList();
        String numbers = order.stream().map(index -> String.valueOf(index + 1)).collect(Collectors.joining(", "));
        return Optional.of(new Alternative(steps, "other order: gold steps " + numbers));
    }

    private static List<Integer> waitsFor(GoldSolution gold, GoldStep step) {
        int index = step.number() - 1;
        List<Integer> earlier = new ArrayList<>();
        for (int i = 0; i < index; i++) {
            boolean used = gold.operationsOf(gold.steps().get(i)).stream()
                    .anyMatch(operation -> GoldSolution.uses(step, gold.operation(operation)));
            if (used
                    || i == index - 1
                            && HANGING.matcher(withoutSequence(step.readable())).matches()) {
                earlier.add(i);
            }
        }
        return earlier;
    }

    /** A random order in which every step stands after those that it waits for. */
    private static List<Integer> order(int count, List<List<Integer>> waitsFor, SplittableRandom random) {
        List<Integer> order = new ArrayList<>();
        while (order.size() < count) {
            List<Integer> ready = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                if (!order.contains(i) && order.containsAll(waitsFor.get(i))) {
                    ready.add(i);
                }
            }
            order.add(Seeds.pick(ready, random));
        }
        return order;
    }

    private static boolean isAscending(List<Integer> order) {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i) != i) {
                return false;
            }
        }
        return true;
    }

    private static String withoutSequence(String text) {
        String rest = SEQUENCE.matcher(text).replaceFirst("");
        return rest.isEmpty() ? text : StepText.capitalised(rest);
    }
}
