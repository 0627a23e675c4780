package org.lemmalab.grading;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Measured;

/**
 * One expression as the grader reads it, in LaTeX or plain, to be evaluated: exactly where it is rational, else in double
 * precision at a point. A percent sign divides by a hundred; a unit is dropped.
 *
 * <pre>{@code Formula.read("\\frac{x+1}{2}").orElseThrow().value(Map.of("x", 5.0))}</pre>
 */
public final class Formula {
    /** The longest text that is read, in characters. */
    public static final int LONGEST = 400;

    private static final GradingSettings SETTINGS =
            GradingSettings.standard().withPercent(PercentReading.HUNDREDTH).withTimeLimit(Duration.ofSeconds(1));

    private final Node node;
    private final Set<String> letters;

    private Formula(Node node) {
        this.node = node;
        this.letters = NumericParts.variables(node);
    }

    /**
     * @param text an expression without relation signs
     * @return the expression; empty where the text is none, has several values, or is longer than {@value #LONGEST}
     */
    public static Optional<Formula> read(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Budget budget = budget();
            Node parsed = AnswerParser.parse(Tokenizer.tokens(text, budget), budget, SETTINGS, true);
            Node normal = Normaliser.normal(parsed);
            Node value = normal instanceof Measured measured ? measured.value() : normal;
            return NumericParts.isScalar(value) ? Optional.of(new Formula(value)) : Optional.empty();
        } catch (NoMathematics | OutOfBudget | ArithmeticException | Undefined | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static Budget budget() {
        return Budget.small(System.nanoTime() + SETTINGS.timeLimit().toNanos());
    }

    /**
     * @return its variables, in order
     */
    public Set<String> letters() {
        return letters;
    }

    /**
     * @return its exact value; empty where it has letters, is not rational or takes too much effort
     */
    public Optional<BigFraction> exact() {
        if (!letters.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Rationals.value(node, budget());
        } catch (NoMathematics | OutOfBudget | ArithmeticException | Undefined | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /**
     * @param point the values of its letters
     * @return its real value, up to rounding in double precision; empty where it has none or a letter has no value
     */
    public OptionalDouble value(Map<String, Double> point) {
        Optional<BigFraction> exact = exact();
        if (exact.isPresent()) {
            return known(exact.get().doubleValue());
        }
        try {
            return known(Approximation.at(node, point).value());
        } catch (NoMathematics | OutOfBudget | ArithmeticException | Undefined | StackOverflowError e) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalDouble known(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /**
     * @return the expression with every product and power spelt out
     */
    @Override
    public String toString() {
        return NodeWriter.write(node);
    }
}
