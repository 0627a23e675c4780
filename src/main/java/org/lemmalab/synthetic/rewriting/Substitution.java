package org.lemmalab.synthetic.rewriting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Expression.Binary;
import org.lemmalab.problem.program.Expression.Literal;
import org.lemmalab.problem.program.Expression.Negation;
import org.lemmalab.problem.program.Expression.Percent;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.problem.program.NumbersInText.Located;
import org.lemmalab.problem.program.QuestionValues;

/**
 * Writes new numbers into old texts.
 *
 * @param values new value by old value
 */
record Substitution(Map<BigFraction, BigFraction> values) {
    private static final Pattern SPELLED = Pattern.compile(
            "(?i)\\b(five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
                    + "|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million)\\b");

    /** Copies the map. */
    Substitution {
        values = new HashMap<>(values);
    }

    /** Works an expression out with new numbers in the place of old ones. */
    static Optional<BigFraction> evaluate(Expression expression, Map<BigFraction, BigFraction> values) {
        return renewed(expression, values).value();
    }

    private static Expression renewed(Expression tree, Map<BigFraction, BigFraction> values) {
        if (tree instanceof Binary binary) {
            return new Binary(binary.operator(), renewed(binary.left(), values), renewed(binary.right(), values));
        }
        if (tree instanceof Negation negation && negation.operand() instanceof Binary) {
            return new Negation(renewed(negation.operand(), values));
        }
        if (tree instanceof Percent percent && percent.operand() instanceof Binary) {
            return new Percent(renewed(percent.operand(), values));
        }
        Optional<BigFraction> value = tree.value();
        return value.isEmpty() || !values.containsKey(value.get()) ? tree : new Literal(values.get(value.get()));
    }

    /**
     * @param line a line of the gold solution
     * @param question the old question
     * @return the line with new numbers; empty where a number of it belongs to nothing, or a word may be one that changes
     */
    Optional<String> line(String line, String question) {
        if (SPELLED.matcher(line).find()) {
            return Optional.empty();
        }
        List<Located> places = new ArrayList<>();
        for (Located number : NumbersInText.locate(line)) {
            if (number.isPercent()) {
                BigFraction share = number.value().divide(BigFraction.of(100));
                if (isChanged(share) || isChanged(number.value())) {
                    return Optional.empty();
                }
            } else if (values.containsKey(number.value())) {
                places.add(number);
            } else if (!QuestionValues.of(question).states(number.value())) {
                return Optional.empty();
            }
        }
        return Optional.of(replaced(line, places));
    }

    /** The question with its free figures replaced. */
    String question(String question, List<FreeFigure> free) {
        return replaced(question, free.stream().map(FreeFigure::place).toList());
    }

    private boolean isChanged(BigFraction old) {
        return values.containsKey(old) && !values.get(old).equals(old);
    }

    private String replaced(String text, List<Located> places) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Located place : places) {
            String old = text.substring(place.start(), place.end());
            BigFraction fresh = values.getOrDefault(place.value(), place.value());
            out.append(text, from, place.start());
            out.append(fresh.equals(place.value()) ? old : written(fresh, old, isAnnotated(text, place.start())));
            from = place.end();
        }
        return out.append(text.substring(from)).toString();
    }

    private static boolean isAnnotated(String text, int at) {
        Matcher open = Pattern.compile("<<[^<>]*$").matcher(text.substring(0, at));
        return open.find();
    }

    /** In the old number's fashion: two decimals for money that had them, separators where there were some. */
    private static String written(BigFraction value, String old, boolean annotated) {
        String text = Numbers.text(value);
        boolean money = old.matches("[\\d,]*\\.\\d\\d") && !annotated;
        if (money) {
            BigDecimal cents = value.bigDecimalValue(2, RoundingMode.HALF_UP);
            boolean exact =
                    BigFraction.of(cents.movePointRight(2).longValue(), 100).equals(value);
            text = exact ? cents.toPlainString() : text.replace(",", "");
        }
        return annotated || !old.contains(",") ? text.replace(",", "") : text;
    }
}
