package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How far a solution of a synthetic story has come in the plan. A line is right if its equation is that of a step that can be taken now,
 * whatever words stand around it; the operands of a sum and of a product may change places. Immutable.
 *
 * @param plan the plan
 * @param done the places of the steps that were taken, in their order
 */
public record PlanProgress(Plan plan, List<Integer> done) {
    private static final Pattern EQUATION =
            Pattern.compile("(?<![\\d.])(?<expression>\\d+(?:[-+*/]\\d+)+)=(?<result>\\d+)(?![\\d*/+-])");

    /**
     * An equation as a line has it.
     *
     * @param expression the operation, for example {@code 4*6}
     * @param result what the line says it comes to
     */
    public record Written(String expression, String result) {
        /**
         * @param line a line
         * @return the first equation that it writes; empty where it writes none
         */
        public static Optional<Written> in(String line) {
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
     * The step that a wrong line was to be: the one of the same words, whatever its numbers. Where that step needs others that were not
     * taken, it is one of those.
     *
     * @param line a line that is no right step
     * @return the step's place, one that can be taken now; empty where no step is left that reads like the line
     */
    public OptionalInt meant(String line) {
        String words = words(line);
        return IntStream.range(0, plan.steps().size())
                .filter(place -> !done.contains(place) && hasWords(place, words))
                .map(this::open)
                .findFirst();
    }

    /** The step itself, or the first one that has to be taken before it. */
    private int open(int place) {
        return plan.steps().get(place).needs().stream()
                .filter(need -> !done.contains(need))
                .findFirst()
                .map(this::open)
                .orElse(place);
    }

    /**
     * @param place of a step
     * @param line a line
     * @return whether the line reads like the step, whatever its numbers
     */
    public boolean isWordedAs(int place, String line) {
        return hasWords(place, words(line));
    }

    private boolean hasWords(int place, String words) {
        return plan.steps().get(place).wordings().stream()
                .map(wording -> wording.replace(PlannedStep.EQUATION, "1=1").replace(PlannedStep.RESULT, "1"))
                .anyMatch(wording -> words(wording).equalsIgnoreCase(words));
    }

    /** A line without its numbers and operations. */
    private static String words(String line) {
        return line.strip().replaceAll("[\\d+*/=-]+", "1");
    }

    /**
     * @param place of a step that can be taken now
     * @return its operation in figures, for example {@code 4*6}
     */
    public String expression(int place) {
        return plan.steps().get(place).expression(plan.results());
    }

    /**
     * @param random draws order and wordings
     * @return the lines that are left to the answer
     */
    public List<String> rest(Random random) {
        String whole = plan.text(plan.randomOrder(done, random), random);
        return whole.lines().skip(done.size()).toList();
    }

    /**
     * @param first the place of a step that can be taken now
     * @param random draws the order of the others, and wordings
     * @return the lines that are left to the answer, that step's first
     */
    public List<String> rest(int first, Random random) {
        String whole = plan.text(plan.randomOrder(with(first).done, random), random);
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
