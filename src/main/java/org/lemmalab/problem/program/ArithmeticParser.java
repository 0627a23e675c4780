package org.lemmalab.problem.program;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Token.Kind;

/**
 * Parses arithmetic as people write it: {@code 16 - 3 - 4}, {@code $5*.5}, {@code 80/100*10}, {@code 12 x 2}, {@code 20%},
 * {@code 2(3+4)}, {@code 10 apples + 5}. Usual precedence, left to right; {@code 20% of 50} and {@code 1/3 of 27} multiply;
 * {@code 20 * .01} is 20%.
 * Words beside a number count as units and are passed over.
 */
public final class ArithmeticParser {
    /** The deepest nesting of parentheses and signs that is read. */
    public static final int DEEPEST = 32;

    /** The most numbers in one expression. */
    public static final int MOST_NUMBERS = 128;

    private static final Expression HUNDREDTH = new Expression.Literal(BigFraction.of(1, 100));

    private final List<Token> tokens;
    private int at;
    private int depth;
    private int numbers;

    private ArithmeticParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * @param text one expression, without an equals sign
     * @return the expression; empty where the text is none, is nested deeper than {@value #DEEPEST} or has more than
     *     {@value #MOST_NUMBERS} numbers
     */
    public static Optional<Expression> parse(String text) {
        List<Token> tokens = Tokenizer.tokens(text).stream()
                .filter(token -> !token.is(Kind.WORD) || token.text().equals("of"))
                .toList();
        boolean stop = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(Kind.BREAK);
        return parse(stop ? tokens.subList(0, tokens.size() - 1) : tokens);
    }

    /** Parses tokens without words (but "of"). */
    static Optional<Expression> parse(List<Token> tokens) {
        ArithmeticParser parser = new ArithmeticParser(tokens);
        try {
            Expression expression = parser.sum();
            return parser.at == tokens.size() ? Optional.of(expression) : Optional.empty();
        } catch (NoExpression e) {
            return Optional.empty();
        }
    }

    private Expression sum() {
        Expression left = product();
        while (peekOperator() && tokens.get(at).operator().isAdditive()) {
            Operator operator = tokens.get(at++).operator();
            left = new Expression.Binary(operator, left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = power();
        while (at < tokens.size()) {
            Token next = tokens.get(at);
            if (peekOperator() && next.operator().precedence() == Operator.MULTIPLY.precedence()) {
                at++;
                left = product(next.operator(), left, power());
            } else if (next.is(Kind.OPEN) || next.is(Kind.WORD)) {
                at += next.is(Kind.WORD) ? 1 : 0;
                left = new Expression.Binary(Operator.MULTIPLY, left, power());
            } else {
                break;
            }
        }
        return left;
    }

    /** {@code 20 * .01} is how calculators write 20 %. */
    private static Expression product(Operator operator, Expression left, Expression right) {
        boolean percent =
                operator == Operator.MULTIPLY && left instanceof Expression.Literal && right.equals(HUNDREDTH);
        return percent ? new Expression.Percent(left) : new Expression.Binary(operator, left, right);
    }

    private Expression power() {
        Expression base = signed();
        if (peekOperator() && tokens.get(at).operator() == Operator.POWER) {
            at++;
            return new Expression.Binary(Operator.POWER, base, signed());
        }
        return base;
    }

    private Expression signed() {
        if (at < tokens.size() && tokens.get(at).isSign()) {
            boolean negative = tokens.get(at++).operator() == Operator.SUBTRACT;
            enter();
            Expression operand = signed();
            depth--;
            return negative ? new Expression.Negation(operand) : operand;
        }
        Expression operand = operand();
        if (at < tokens.size() && tokens.get(at).is(Kind.PERCENT)) {
            at++;
            return new Expression.Percent(operand);
        }
        return operand;
    }

    private Expression operand() {
        if (at >= tokens.size()) {
            throw new NoExpression();
        }
        Token token = tokens.get(at++);
        if (token.is(Kind.NUMBER) && ++numbers <= MOST_NUMBERS) {
            return new Expression.Literal(token.number());
        }
        if (!token.is(Kind.OPEN)) {
            throw new NoExpression();
        }
        enter();
        Expression inner = sum();
        depth--;
        if (at >= tokens.size() || !tokens.get(at++).is(Kind.CLOSE)) {
            throw new NoExpression();
        }
        return inner;
    }

    private boolean peekOperator() {
        return at < tokens.size() && tokens.get(at).is(Kind.OPERATOR);
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new NoExpression();
        }
    }

    /** Unwinds the descent; never leaves this class. */
    private static final class NoExpression extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoExpression() {
            super(null, null, false, false);
        }
    }
}
