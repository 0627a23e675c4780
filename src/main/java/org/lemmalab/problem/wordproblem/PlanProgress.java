package org.lemmalab.problem.wordproblem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How far a solution of a made story has come in the plan. A line is right if its equation is that of a step that can be taken now,
 * whatever words stand around it; the operands of a sum and of a product may change places. Immutable.
 *
 * @param plan the plan
 * @param done the places of the steps that were taken, in their order
 */
public record PlanProgress(Plan plan, List<Integer> done) {
    private static final Pattern EQUATION =
            Pattern.compile("(?<![\\d.])(?<expression>\\d+(?:[-+*/]\\d+)+)=(?<result>\\d+)(?![\\d*/+-])");

    /** An equation as a line has it. */
    private record Written(String expression, String result) {
        static Optional<Written> in(String line) {
            Matcher matcher = EQUATION.matcher(line);
            return matcher.find()
                    ? Optional.of(new Written(matcher.group("expression"), matcher.group("result")))
                    : Optional.empty();
        }

        boolean isOf(PlannedStep step, List<Long> results) {
            String planned = step.expression(results);
            return planned.equals(expression)
                    || step.operators().matches("[+]+|[*]+") && sorted(planned).equals(sorted(expression));
        }

        private static List<String> sorted(String expression) {
            return Arrays.stream(expression.split("(?<=[-+*/])|(?=[-+*/])"))
                    .sorted()
                    .toList();
        }
    }

    /** Copies the places. */
    public PlanProgress {
        done = List.copyOf(done);
    }

    /**
     * @param plan a plan
     * @return no step taken
     */
    public static PlanProgress start(Plan plan) {
        return new PlanProgress(plan, List.of());
    }

    /**
     * @param line the next line
     * @return how far the solution has come with it; empty where it is no right step
     */
    public Optional<PlanProgress> after(String line) {
        List<Long> results = plan.results();
        return Written.in(line)
                .flatMap(written -> open().stream()
                        .filter(place -> written.isOf(plan.steps().get(place), results)
                                && written.result().equals(results.get(place).toString()))
                        .min(Comparator.comparing(place -> isWorded(place, line) ? 0 : 1)))
                .map(this::with);
    }

    /**
     * @param line a line that is no right step
     * @return whether it is one but for its result: the right operation, worked out wrongly
     */
    public boolean isMiscalculated(String line) {
        List<Long> results = plan.results();
        return Written.in(line)
                .filter(written -> open().stream()
                        .anyMatch(place -> written.isOf(plan.steps().get(place), results)
                                && !written.result().equals(results.get(place).toString())))
                .isPresent();
    }

    /**
     * @param random draws order and wordings
     * @return the lines that are left to the answer
     */
    public List<String> rest(Random random) {
        String whole = plan.text(plan.randomOrder(done, random), random);
        return whole.lines().skip(done.size()).toList();
    }

    private List<Integer> open() {
        return IntStream.range(0, plan.steps().size())
                .filter(place -> !done.contains(place)
                        && done.containsAll(plan.steps().get(place).needs()))
                .boxed()
                .toList();
    }

    private boolean isWorded(int place, String line) {
        PlannedStep step = plan.steps().get(place);
        List<Long> results = plan.results();
        return IntStream.range(0, step.wordings().size())
                .anyMatch(wording ->
                        step.line(wording, results, results.get(place)).equals(line.strip()));
    }

    private PlanProgress with(int place) {
        List<Integer> more = new ArrayList<>(done);
        more.add(place);
        return new PlanProgress(plan, more);
    }
}
