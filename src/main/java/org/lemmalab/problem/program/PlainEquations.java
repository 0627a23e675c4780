package org.lemmalab.problem.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.EquationReader.Located;
import org.lemmalab.problem.program.Token.Kind;

/**
 * Equations in running text. From every equals sign the expression is read backwards, over units, as far as numbers and
 * operators alternate; what is stated is read forwards. In a chain such as {@code 3 * 4 = 12 + 5 = 17} every part is an equation.
 */
final class PlainEquations {
    private static final int MOST_WORDS = 8;
    private static final int MOST_WORDS_BEFORE_RESULT = 4;
    private static final String VARIABLES = "xyznwkqBCDEGHJKMNOPQRSTUVWXYZ";

    private final List<Token> tokens;

    private PlainEquations(String text) {
        tokens = Tokenizer.tokens(text);
    }

    static List<Located> read(String text) {
        return new PlainEquations(text).read();
    }

    private List<Located> read() {
        List<Located> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(Kind.EQUALS)) {
                int equals = i;
                before(equals)
                        .filter(left -> !left.expression().operators().isEmpty())
                        .ifPresent(left -> found.add(located(left, equals)));
            }
        }
        return found;
    }

    /** What stands before an equals sign, with the tokens that it is made of. */
    private record Left(Expression expression, List<Token> tokens) {}

    /** Reads the expression that ends at an equals sign, from right to left. */
    private Optional<Left> before(int equals) {
        Backwards reading = new Backwards();
        for (int i = equals - 1; i >= 0 && reading.takes(i); i--) {
            if (tokens.get(i).is(Kind.WORD) && isVariable(tokens.get(i))) {
                return Optional.empty();
            }
        }
        return parsed(reading.taken);
    }

    /** What has been read backwards, and what may come next. */
    private final class Backwards {
        private final Deque<Token> taken = new ArrayDeque<>();
        private boolean operandWanted = true;
        private int words;
        private int depth;

        /** Takes a token, or passes over a word; false where the expression begins. */
        private boolean takes(int i) {
            Token token = tokens.get(i);
            if (token.is(Kind.WORD)) {
                return ++words <= MOST_WORDS;
            }
            if (beginsBefore(token, i) || taken.size() >= 3 * ArithmeticParser.MOST_NUMBERS) {
                return false;
            }
            if (!operandWanted && (token.is(Kind.NUMBER) || token.is(Kind.PERCENT)) && isOf(i, words)) {
                taken.addFirst(Token.of(Kind.OPERATOR, "*", token.start()));
            }
            taken.addFirst(token);
            depth += token.is(Kind.CLOSE) ? 1 : 0;
            operandWanted = token.is(Kind.OPERATOR) || token.is(Kind.CLOSE) || token.is(Kind.PERCENT);
            words = 0;
            return true;
        }

        private boolean beginsBefore(Token token, int i) {
            return switch (token.kind()) {
                case NUMBER -> !operandWanted && !joins(i, taken, words);
                case PERCENT -> !operandWanted && !isOf(i, words);
                case CLOSE -> !operandWanted && words > 0;
                case OPEN -> --depth < 0 || operandWanted && !startsWithSign(taken);
                case OPERATOR -> operandWanted && !startsWithSign(taken);
                default -> true;
            };
        }
    }

    /** A number right before a parenthesis multiplies it; one before "of" too. */
    private boolean joins(int index, Deque<Token> taken, int words) {
        return isOf(index, words)
                || words == 0 && !taken.isEmpty() && taken.peekFirst().is(Kind.OPEN);
    }

    private boolean isOf(int index, int words) {
        return words > 0
                && tokens.get(index + 1).text().equals("of")
                && (tokens.get(index).is(Kind.PERCENT)
                        || index > 1 && tokens.get(index - 1).text().equals("/"));
    }

    /** Algebra is not arithmetic: an equation with an unknown in it states no operation on numbers. */
    private static boolean isVariable(Token token) {
        return token.text().length() == 1 && VARIABLES.indexOf(token.text().charAt(0)) >= 0;
    }

    private static boolean startsWithSign(Deque<Token> taken) {
        return !taken.isEmpty() && taken.peekFirst().isSign();
    }

    /** A leading operator belongs to the words before it, unless it is the sign of a number that opens the expression. */
    private static Optional<Left> parsed(Deque<Token> taken) {
        while (!taken.isEmpty()
                && (taken.peekFirst().is(Kind.OPERATOR) && taken.peekFirst().operator() != Operator.SUBTRACT
                        || taken.peekFirst().is(Kind.CLOSE))) {
            taken.removeFirst();
        }
        List<Token> left = List.copyOf(taken);
        return ArithmeticParser.parse(left).map(expression -> new Left(expression, left));
    }

    private Located located(Left left, int equals) {
        Expression expression = left.expression();
        int at = tokens.get(equals).start();
        int i = equals + 1;
        while (i < tokens.size() && tokens.get(i).is(Kind.WORD) && i - equals <= MOST_WORDS_BEFORE_RESULT) {
            i++;
        }
        boolean negative = i < tokens.size() && tokens.get(i).text().equals("-");
        i += negative ? 1 : 0;
        if (i >= tokens.size() || !tokens.get(i).is(Kind.NUMBER)) {
            return new Located(new Equation(expression, Optional.empty(), 0), at, left.tokens(), Optional.empty());
        }
        Token number = tokens.get(i);
        Optional<BigFraction> continued = continued(i, expression);
        if (continued.isPresent()) {
            boolean plain = continued.get().equals(number.number());
            Optional<Token> stated = plain ? Optional.of(number) : Optional.empty();
            return new Located(new Equation(expression, continued, 0), at, left.tokens(), stated);
        }
        Equation read = EquationReader.equation(expression, number.text());
        Optional<BigFraction> value = Optional.of(negative ? number.number().negate() : number.number());
        Equation equation = new Equation(read.expression(), value, read.decimals());
        return new Located(equation, at, left.tokens(), negative ? Optional.empty() : Optional.of(number));
    }

    /** "= 5/6 of the cake" and "= 2 * 3 * 4": what is stated is an expression; it counts where its value is the exact one. */
    private Optional<BigFraction> continued(int from, Expression expression) {
        List<Token> taken = new ArrayList<>();
        int words = 0;
        for (int i = from; i < tokens.size() && taken.size() < 2 * ArithmeticParser.MOST_NUMBERS; i++) {
            Token token = tokens.get(i);
            if (token.is(Kind.EQUALS) || token.is(Kind.BREAK) || words > MOST_WORDS) {
                break;
            }
            if (token.is(Kind.WORD)) {
                words++;
                continue;
            }
            words = 0;
            taken.add(token);
            if (token.is(Kind.OPERATOR)) {
                continue;
            }
            Optional<BigFraction> value = ArithmeticParser.parse(taken).flatMap(Expression::value);
            if (value.isPresent() && value.equals(expression.value())) {
                return value;
            }
        }
        return Optional.empty();
    }
}
