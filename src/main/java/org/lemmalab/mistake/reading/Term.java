package org.lemmalab.mistake.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Formula;
import org.lemmalab.mistake.reading.Sign.Kind;
import org.lemmalab.problem.program.ArithmeticParser;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Numbers;

/**
 * One side of a relation, or a value that stands alone.
 *
 * @param text the expression without units
 * @param at where it begins in the step's text
 * @param operators how many operators it has
 * @param number whether it is a single number as written
 * @param decimals how many digits follow its decimal point, at most over all its numbers
 * @param percent whether a percent sign occurs
 * @param units the words right after it
 * @param arithmetic the expression, where it is arithmetic on numbers
 * @param formula the expression, where it has letters, roots or functions
 */
public record Term(
        String text,
        int at,
        int operators,
        boolean number,
        int decimals,
        boolean percent,
        List<String> units,
        Optional<Expression> arithmetic,
        Optional<Formula> formula) {
    private static final int MOST_SIGNS = 120;

    static Optional<Term> of(List<Sign> signs, List<String> units) {
        if (signs.isEmpty() || signs.size() > MOST_SIGNS) {
            return Optional.empty();
        }
        String text = signs.stream().map(Sign::text).collect(Collectors.joining(" "));
        boolean plain = signs.stream().noneMatch(sign -> sign.is(Kind.SYMBOL) || sign.is(Kind.OPERATOR, "±"));
        Optional<Expression> arithmetic = plain ? ArithmeticParser.parse(text) : Optional.empty();
        Optional<Formula> formula = plain ? Optional.empty() : Formula.read(text);
        if (arithmetic.isEmpty() && formula.isEmpty()) {
            return Optional.empty();
        }
        int operators =
                (int) signs.stream().filter(sign -> sign.is(Kind.OPERATOR)).count();
        return Optional.of(new Term(
                text,
                signs.get(0).at(),
                operators,
                isNumber(signs),
                signs.stream().mapToInt(Term::decimals).max().orElse(0),
                text.indexOf('%') >= 0,
                List.copyOf(units),
                arithmetic,
                formula));
    }

    private static boolean isNumber(List<Sign> signs) {
        return signs.get(signs.size() - 1).is(Kind.NUMBER)
                && (signs.size() == 1 || signs.size() == 2 && signs.get(0).is(Kind.OPERATOR, "-"));
    }

    private static int decimals(Sign sign) {
        String digits = sign.text().replace("%", "");
        int point = sign.is(Kind.NUMBER) ? digits.indexOf('.') : -1;
        return point < 0 ? 0 : digits.length() - point - 1;
    }

    /**
     * @return its variables
     */
    public Set<String> letters() {
        return formula.map(Formula::letters).orElse(Set.of());
    }

    /**
     * @return whether it has no letters
     */
    public boolean isClosed() {
        return letters().isEmpty();
    }

    /**
     * @return the exact value of a term without letters, where it is rational
     */
    public Optional<BigFraction> exact() {
        return arithmetic.flatMap(Expression::value).or(() -> formula.flatMap(Formula::exact));
    }

    /**
     * @param letters the letters' values
     * @return its value, up to rounding in double precision
     */
    public OptionalDouble value(Map<String, Double> letters) {
        Optional<BigFraction> exact = exact();
        return exact.isPresent()
                ? OptionalDouble.of(exact.get().doubleValue())
                : formula.map(read -> read.value(letters)).orElse(OptionalDouble.empty());
    }

    /**
     * @return the term for people
     */
    public String shown() {
        return number ? exact().map(Numbers::text).orElse(text) : text;
    }
}
