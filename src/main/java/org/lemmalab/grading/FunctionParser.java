package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Token.Type;

/** Reads fractions, roots, binomials, logarithms and other named functions. */
final class FunctionParser {
    private static final Set<String> COMMANDS =
            Set.of("frac", "sqrt", "cbrt", "binom", "lfloor", "lceil", "|", "det", "sum", "prod", "int", "lim");
    private static final Set<String> BINDERS = Set.of("sum", "prod", "int", "lim", "det");
    private static final Num MINUS_ONE = Num.of(-1);
    private static final Num HALF = new Num(BigFraction.of(1, 2), Num.EXACT);

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final BinderParser binders;

    FunctionParser(TokenCursor cursor, ExpressionParser expressions, BinderParser binders) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.binders = binders;
    }

    /** Whether the next token is a function's name or command. */
    boolean starts() {
        Token token = cursor.peek();
        boolean named = token.type() == Type.COMMAND || token.type() == Type.WORD;
        if (!named) {
            return false;
        }
        String function = Vocabulary.FUNCTIONS.getOrDefault(token.text(), "");
        boolean letters = token.type() == Type.WORD && BINDERS.contains(token.text());
        return COMMANDS.contains(token.text()) && !letters
                || !function.isEmpty() && (!Vocabulary.BRACKETED.contains(function) || opens(token));
    }

    /** Whether a bracket stands after the next token; directly after a word that may be a unit: 30 min. */
    private boolean opens(Token word) {
        Token bracket = cursor.peek(1);
        boolean open =
                bracket.type() == Type.SYMBOL && "([{⟦".indexOf(bracket.text().charAt(0)) >= 0;
        return open && (!bracket.spaced() || !word.text().equals("min"))
                || bracket.isSymbol('^') && word.type() == Type.COMMAND;
    }

    Node function() {
        String name = cursor.next().text();
        return switch (name) {
            case "frac" -> fraction();
            case "sqrt" -> root();
            case "cbrt" -> new Power(expressions.shortArgument(), third());
            case "binom" -> new Call("binom", List.of(expressions.shortArgument(), expressions.shortArgument()));
            case "lfloor" -> enclosed("floor", "rfloor");
            case "lceil" -> enclosed("ceil", "rceil");
            case "sum", "prod" -> binders.sum(name);
            case "int" -> binders.integral();
            case "lim" -> binders.limit();
            case "det" -> new Call("det", List.of(argument()));
            default -> named(Vocabulary.FUNCTIONS.get(name));
        };
    }

    private static Num third() {
        return new Num(BigFraction.of(1, 3), Num.EXACT);
    }

    private Node fraction() {
        Node numerator = BaseNumber.plain(expressions.shortArgument());
        Node denominator = BaseNumber.plain(expressions.shortArgument());
        return binders.derivative(numerator, denominator)
                .orElseGet(() -> new Product(List.of(numerator, new Power(denominator, MINUS_ONE))));
    }

    private Node root() {
        if (!cursor.take('[')) {
            return new Power(expressions.shortArgument(), HALF);
        }
        Node degree = expressions.sum();
        cursor.close(']');
        Node radicand = expressions.shortArgument();
        boolean integer = degree instanceof Num number && number.value().signum() != 0;
        Node exponent =
                integer ? new Num(((Num) degree).value().reciprocal(), Num.EXACT) : new Power(degree, MINUS_ONE);
        return new Power(radicand, exponent);
    }

    private Node enclosed(String function, String close) {
        Node inside = expressions.inBrackets(expressions::sum);
        if (!cursor.takeCommand(close) && !cursor.atEnd()) {
            throw new NoMathematics("expected \\" + close);
        }
        return new Call(function, List.of(inside));
    }

    /** A named function with its power and base, before its argument: \sin^2 x, \log_3 9, \tan^{-1} x. */
    private Node named(String function) {
        List<Node> arguments = new ArrayList<>();
        Node power = null;
        while (cursor.on('^') || cursor.on('_')) {
            if (cursor.next().isSymbol('^')) {
                power = expressions.argument();
            } else {
                arguments.add(expressions.shortArgument());
            }
        }
        if (Vocabulary.BRACKETED.contains(function)) {
            Node list = expressions.primary();
            arguments.addAll(list instanceof Group group ? group.items() : List.of(list));
        } else {
            arguments.add(argument());
        }
        if (function.equals("cis")) {
            Node turn = turn(arguments.get(0));
            return power == null ? turn : new Power(turn, power);
        }
        boolean inverse = power != null && isMinusOne(power) && Vocabulary.TRIGONOMETRIC.contains(function);
        Node call = new Call(inverse ? "arc" + function : function, List.copyOf(arguments));
        return power == null || inverse ? call : new Power(call, power);
    }

    /** cis x = cos x + i sin x. */
    private static Node turn(Node angle) {
        Node sine = new Product(List.of(new Const(Constant.I), new Call("sin", List.of(angle))));
        return new Sum(List.of(new Call("cos", List.of(angle)), sine));
    }

    private static boolean isMinusOne(Node node) {
        return node instanceof Num number && number.value().equals(BigFraction.of(-1))
                || node instanceof Product product && product.factors().equals(List.of(MINUS_ONE, Num.of(1)));
    }

    /** What stands in brackets; else all factors up to the next operator or function. */
    private Node argument() {
        Token token = cursor.peek();
        if (token.isSymbol('(') || token.isSymbol('[') || token.isSymbol('⟦') || token.isSymbol('|')) {
            return expressions.primary();
        }
        if (cursor.take('-')) {
            return new Product(List.of(MINUS_ONE, argument()));
        }
        List<Node> factors = new ArrayList<>();
        factors.add(expressions.power());
        while (continues()) {
            factors.add(expressions.power());
        }
        return factors.size() == 1 ? factors.get(0) : new Product(List.copyOf(factors));
    }

    private boolean continues() {
        Token token = cursor.peek();
        boolean root = token.isCommand("sqrt") || token.isCommand("frac");
        boolean name = token.type() == Type.LETTER
                || token.type() == Type.COMMAND
                        && (Vocabulary.GREEK.contains(token.text()) || Vocabulary.CONSTANTS.containsKey(token.text()));
        return root || name;
    }
}
