package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;

/**
 * The exact program behind a synthetic problem. The last step's result is the answer, and every other step leads to it. Any order in which a
 * step comes after those that it needs is a right solution.
 *
 * @param steps the steps in one right order
 */
public record Plan(List<PlannedStep> steps) {
    /** Checks that steps use earlier ones only, that none is idle and that all results are whole numbers from 0. */
    public Plan {
        steps = List.copyOf(steps);
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            for (int need : steps.get(i).needs()) {
                if (need >= i) {
                    throw new LabException(
                            "plan: step " + (i + 1) + ": expected results of earlier steps, found step " + (need + 1));
                }
                used.add(need);
            }
        }
        if (steps.isEmpty() || used.size() != steps.size() - 1) {
            throw new LabException("plan: expected steps that all lead to the last one, found " + steps.size()
                    + " of which " + used.size() + " are used");
        }
        results(steps);
    }

    /**
     * @return the result of each step
     */
    public List<Long> results() {
        return results(steps);
    }

    /**
     * @return the result of the last step
     */
    public long answer() {
        return results().get(steps.size() - 1);
    }

    /**
     * @return each step's place, in the plan's own order
     */
    public List<Integer> naturalOrder() {
        return IntStream.range(0, steps.size()).boxed().toList();
    }

    /**
     * @param random draws among the steps that can be taken next
     * @return a right order
     */
    public List<Integer> randomOrder(Random random) {
        return randomOrder(List.of(), random);
    }

    /** A right order that begins with these steps. */
    List<Integer> randomOrder(List<Integer> begun, Random random) {
        List<Integer> order = new ArrayList<>(begun);
        while (order.size() < steps.size()) {
            List<Integer> next = IntStream.range(0, steps.size())
                    .filter(i ->
                            !order.contains(i) && order.containsAll(steps.get(i).needs()))
                    .boxed()
                    .toList();
            order.add(next.get(random.nextInt(next.size())));
        }
        return order;
    }

    /**
     * @return how many right orders there are
     */
    public long orders() {
        long[] ways = new long[1 << steps.size()];
        ways[0] = 1;
        for (int done = 0; done < ways.length; done++) {
            for (int i = 0; i < steps.size() && ways[done] > 0; i++) {
                int taken = done;
                boolean open = (done >> i & 1) == 0
                        && steps.get(i).needs().stream().allMatch(need -> (taken >> need & 1) == 1);
                if (open) {
                    ways[done | 1 << i] += ways[done];
                }
            }
        }
        return ways[ways.length - 1];
    }

    /**
     * @param order the steps' places in the order wanted
     * @param random draws the wordings
     * @return the solution, one step a line
     * @throws LabException if the order is not a right one
     */
    public String text(List<Integer> order, Random random) {
        return String.join("\n", sentences(order, random));
    }

    /** The same, each step by itself. */
    List<String> sentences(List<Integer> order, Random random) {
        requireRight(order);
        List<Long> results = results();
        List<String> lines = new ArrayList<>();
        for (int place : order) {
            PlannedStep step = steps.get(place);
            lines.add(step.line(random.nextInt(step.wordings().size()), results, results.get(place)));
        }
        return lines;
    }

    private void requireRight(List<Integer> order) {
        Set<Integer> done = new HashSet<>();
        for (int place : order) {
            boolean known = place >= 0 && place < steps.size();
            if (!known || !done.containsAll(steps.get(place).needs()) || !done.add(place)) {
                throw new LabException(
                        "plan: expected an order in which each step comes after those it needs, found " + order);
            }
        }
        if (done.size() != steps.size()) {
            throw new LabException("plan: expected all " + steps.size() + " steps, found " + order);
        }
    }

    private static List<Long> results(List<PlannedStep> steps) {
        List<Long> results = new ArrayList<>();
        for (PlannedStep step : steps) {
            results.add(step.value(results)
                    .orElseThrow(() -> new LabException("plan: step " + (results.size() + 1)
                            + ": expected a whole number from 0, found " + step.expression(results))));
        }
        return List.copyOf(results);
    }
}
