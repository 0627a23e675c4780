package org.lemmalab.synthetic.wordproblem;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Bare sums, differences, products and quotients, worked out place by place: a skill of its own, so that a student's errors in stories
 * and relations are errors of reading and planning rather than of arithmetic.
 *
 * @param largest the largest number
 */
record ArithmeticGenerator(long largest) implements Generator {
    private static final String SAY = PlannedStep.EQUATION + ".";

    @Override
    public Optional<Drill> draw(Random random) {
        String operator = List.of("+", "-", "*", "/").get(random.nextInt(4));
        long a = 2 + random.nextInt(Math.toIntExact(largest - 1));
        long b = 2 + random.nextInt(Math.toIntExact(operator.equals("*") || operator.equals("/") ? 11 : largest - 1));
        long left = operator.equals("/") ? a * b : a;
        long value = switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            default -> a;
        };
        if (value < 2 || value > largest || left > largest) {
            return Optional.empty();
        }
        return Optional.of(new Drill(new Plan(steps(left, b, operator)), left + operator + b));
    }

    /**
     * A calculation.
     *
     * @param plan how it goes
     * @param expression what to work out
     */
    record Drill(Plan plan, String expression) implements Draft {
        @Override
        public String instance() {
            return "arithmetic: " + expression;
        }

        @Override
        public WordProblem told(Random random) {
            return WordProblem.of("Work out " + expression + ".", plan, instance(), instance(), random);
        }
    }

    /** Products of a two-digit number go through tens and ones; everything else is one step. */
    private static List<PlannedStep> steps(long left, long right, String operator) {
        PlannedStep whole = step(operator, new Term.Given(left), new Term.Given(right));
        long tens = left / 10 * 10;
        if (!operator.equals("*") || tens == 0 || tens == left) {
            return List.of(whole);
        }
        return List.of(
                step("*", new Term.Given(tens), new Term.Given(right)),
                step("*", new Term.Given(left - tens), new Term.Given(right)),
                step("+", new Term.Result(0), new Term.Result(1)));
    }

    private static PlannedStep step(String operator, Term... terms) {
        return new PlannedStep(List.of(terms), operator, List.of(SAY));
    }
}
