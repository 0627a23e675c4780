package org.lemmalab.problem.program;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Token.Kind;

/**
 * One place where a text writes an equation: a calculator annotation, or running text.
 *
 * @param annotation whether it is a calculator annotation
 * @param expression the left-hand side as written there
 * @param whole where it stands, from its first sign or figure to its last
 * @param numbers its numbers in the order of {@link Expression#numbers()}; empty where they do not stand there one by one
 * @param operators its operators in the order of {@link Expression#operators()}; empty where they do not stand there one by one
 * @param results where the result is written: in an annotation, and after it
 */
public record EquationPlace(
        boolean annotation,
        Expression expression,
        Stretch whole,
        List<WrittenNumber> numbers,
        List<Stretch> operators,
        List<WrittenNumber> results) {
    /** Copies the lists. */
    public EquationPlace {
        numbers = List.copyOf(numbers);
        operators = List.copyOf(operators);
        results = List.copyOf(results);
    }

    /** The place of an expression made of tokens. */
    static EquationPlace of(
            boolean annotation, Expression expression, List<Token> tokens, List<WrittenNumber> results) {
        Token last = tokens.get(tokens.size() - 1);
        Stretch whole = new Stretch(tokens.get(0).start(), Stretch.of(last).end());
        return new EquationPlace(
                annotation, expression, whole, numbers(expression, tokens), operators(expression, tokens), results);
    }

    private static List<WrittenNumber> numbers(Expression expression, List<Token> tokens) {
        List<WrittenNumber> found = WrittenNumber.all(tokens);
        List<BigFraction> wanted = expression.numbers();
        boolean same = found.size() == wanted.size();
        for (int i = 0; same && i < found.size(); i++) {
            same = found.get(i).value().equals(wanted.get(i));
        }
        return same ? found : List.of();
    }

    /** Signs of numbers are no operators: those stand after a number, a closing parenthesis or a percent sign. */
    private static List<Stretch> operators(Expression expression, List<Token> tokens) {
        List<Stretch> found = new ArrayList<>();
        List<Operator> kinds = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            Token before = tokens.get(i - 1);
            boolean operand = before.is(Kind.NUMBER) || before.is(Kind.CLOSE) || before.is(Kind.PERCENT);
            if (operand && tokens.get(i).is(Kind.OPERATOR)) {
                found.add(Stretch.of(tokens.get(i)));
                kinds.add(tokens.get(i).operator());
            }
        }
        return kinds.equals(expression.operators()) ? found : List.of();
    }
}
