package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.grading.Node.Binder;
import org.lemmalab.grading.Node.Binding;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Symbol;
import org.lemmalab.grading.Token.Type;

/** Reads sums, products, integrals, limits and derivatives. What has another form stands as a function that nobody knows. */
final class BinderParser {
    private static final Node INFINITY = new Const(Constant.INFINITY);

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final AnswerParser answers;

    BinderParser(TokenCursor cursor, ExpressionParser expressions, AnswerParser answers) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.answers = answers;
    }

    /** The indices below and above a sign, each empty where there is none. */
    private record Scripts(Optional<Node> below, Optional<Node> above) {}

    private Scripts scripts() {
        Optional<Node> below = Optional.empty();
        Optional<Node> above = Optional.empty();
        while (cursor.on('_') || cursor.on('^')) {
            boolean lower = cursor.next().isSymbol('_');
            Node script = expressions.argument();
            below = lower ? Optional.of(script) : below;
            above = lower ? above : Optional.of(script);
        }
        return new Scripts(below, above);
    }

    /** A sum or product whose sign has been taken. */
    Node sum(String command) {
        Scripts scripts = scripts();
        Node body = expressions.term();
        Optional<Range> range = scripts.below().flatMap(below -> range(below, scripts.above()));
        Binding binding = command.equals("sum") ? Binding.SUM : Binding.PRODUCT;
        return range.map(found -> Binders.bind(binding, found.variable(), List.of(found.from(), found.to()), body))
                .orElseGet(() -> unknown(command, scripts, body));
    }

    private record Range(String variable, Node from, Node to) {}

    /** k = 1 with an end above; k ≥ 1; 1 ≤ k ≤ n. */
    private static Optional<Range> range(Node below, Optional<Node> above) {
        if (!(below instanceof Relation relation)) {
            return Optional.empty();
        }
        List<Node> members = relation.members();
        List<String> signs = relation.relations();
        if (signs.equals(List.of("=")) && above.isPresent()) {
            return name(members.get(0)).map(name -> new Range(name, members.get(1), above.get()));
        }
        if (signs.equals(List.of("≥")) && above.isEmpty()) {
            return name(members.get(0)).map(name -> new Range(name, members.get(1), INFINITY));
        }
        if (signs.equals(List.of("≤", "≤")) && above.isEmpty()) {
            return name(members.get(1)).map(name -> new Range(name, members.get(0), members.get(2)));
        }
        return Optional.empty();
    }

    private static Optional<String> name(Node node) {
        if (node instanceof Symbol symbol) {
            return Optional.of(symbol.name());
        }
        boolean imaginary = node instanceof Const constant && constant.constant() == Constant.I;
        return imaginary ? Optional.of("i") : Optional.empty();
    }

    /** A sign with its indices that is kept as it is. */
    private static Node unknown(String command, Scripts scripts, Node body) {
        List<Node> arguments = new ArrayList<>();
        scripts.below().ifPresent(node -> arguments.add(scalar(node)));
        scripts.above().ifPresent(node -> arguments.add(scalar(node)));
        arguments.add(body);
        return new Call("\\" + command, List.copyOf(arguments));
    }

    private static Node scalar(Node node) {
        return NumericParts.isScalar(node) ? node : new Symbol(NodeWriter.write(node));
    }

    /** An integral whose sign has been taken. */
    Node integral() {
        Scripts scripts = scripts();
        int end = differential();
        if (end < 0) {
            return withinFraction(scripts);
        }
        List<Token> integrand = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            integrand.add(cursor.peek(i));
        }
        cursor.skip(end + 1);
        String variable = cursor.next().text();
        Node body = integrand.isEmpty() ? Num.of(1) : answers.part(integrand);
        return integral(scripts, variable, body);
    }

    private static Node integral(Scripts scripts, String variable, Node body) {
        if (!NumericParts.isScalar(body)) {
            throw new NoMathematics("an integral of no expression");
        }
        if (scripts.below().isPresent() && scripts.above().isPresent()) {
            return Binders.bind(
                    Binding.INTEGRAL,
                    variable,
                    List.of(scripts.below().get(), scripts.above().get()),
                    body);
        }
        return scripts.below().isPresent()
                ? unknown("int", scripts, body)
                : new Binder(Binding.ANTIDERIVATIVE, variable, List.of(), body);
    }

    /** How many tokens stand before the d of dx outside all brackets, passing over those of inner integrals; -1 for none. */
    private int differential() {
        int depth = 0;
        int inner = 0;
        for (int i = 0; cursor.peek(i).type() != Type.END; i++) {
            Token token = cursor.peek(i);
            boolean open = "([⟦{".indexOf(token.text().charAt(0)) >= 0 && token.type() == Type.SYMBOL;
            boolean close = ")]⟧}".indexOf(token.text().charAt(0)) >= 0 && token.type() == Type.SYMBOL;
            depth += open ? 1 : close ? -1 : 0;
            if (depth < 0) {
                return -1;
            }
            inner += depth == 0 && token.isCommand("int") ? 1 : 0;
            if (depth == 0 && token.is(Type.LETTER, "d") && isVariable(cursor.peek(i + 1))) {
                if (inner == 0) {
                    return i;
                }
                inner--;
            }
        }
        return -1;
    }

    private static boolean isVariable(Token token) {
        return token.type() == Type.LETTER || token.type() == Type.COMMAND && Vocabulary.GREEK.contains(token.text());
    }

    /** An integral with its dx in the numerator of a fraction. */
    private Node withinFraction(Scripts scripts) {
        Node term = expressions.term();
        Optional<String> variable = differentialIn(term);
        return variable.map(name -> integral(scripts, name, withoutDifferential(term, name)))
                .orElseGet(() -> unknown("int", scripts, term));
    }

    private static Optional<String> differentialIn(Node node) {
        if (!(node instanceof Product product)) {
            return Optional.empty();
        }
        List<Node> factors = product.factors();
        for (int i = 0; i < factors.size(); i++) {
            boolean pair = factors.get(i).equals(new Symbol("d")) && i + 1 < factors.size();
            if (pair && factors.get(i + 1) instanceof Symbol symbol) {
                return Optional.of(symbol.name());
            }
            Optional<String> inner = differentialIn(factors.get(i));
            if (inner.isPresent()) {
                return inner;
            }
        }
        return Optional.empty();
    }

    private static Node withoutDifferential(Node node, String variable) {
        if (!(node instanceof Product product)) {
            return node;
        }
        List<Node> rest = new ArrayList<>();
        List<Node> factors = product.factors();
        for (int i = 0; i < factors.size(); i++) {
            boolean pair = factors.get(i).equals(new Symbol("d"))
                    && i + 1 < factors.size()
                    && factors.get(i + 1).equals(new Symbol(variable));
            if (pair) {
                i++;
            } else {
                rest.add(withoutDifferential(factors.get(i), variable));
            }
        }
        return rest.isEmpty() ? Num.of(1) : new Product(List.copyOf(rest));
    }

    /** A limit whose sign has been taken. */
    Node limit() {
        if (!cursor.take('_') || !cursor.take('⟦')) {
            throw new NoMathematics("a limit without its place");
        }
        List<Token> place = new ArrayList<>();
        int depth = 0;
        while (!cursor.atEnd() && (depth > 0 || !cursor.on('⟧'))) {
            Token token = cursor.next();
            depth += token.isSymbol('⟦') ? 1 : token.isSymbol('⟧') ? -1 : 0;
            place.add(token);
        }
        cursor.close('⟧');
        int side = side(place);
        List<Token> where = side == 0
                ? place
                : place.subList(0, place.size() - (place.get(place.size() - 1).isSymbol('⟧') ? 4 : 2));
        boolean arrow = where.size() > 2 && where.get(1).isCommand("rightarrow") && isVariable(where.get(0));
        if (!arrow) {
            throw new NoMathematics("a limit without its place");
        }
        Node at = answers.part(where.subList(2, where.size()));
        Node body = expressions.term();
        List<Node> bounds = side == 0 ? List.of(at) : List.of(at, Num.of(side));
        return Binders.bind(Binding.LIMIT, where.get(0).text(), bounds, body);
    }

    /** +1 and -1 for a limit from one side, x → 0^+; else 0. */
    private static int side(List<Token> place) {
        int last = place.size() - 1;
        boolean braced = last > 2 && place.get(last).isSymbol('⟧');
        int sign = braced ? last - 1 : last;
        int power = braced ? last - 3 : last - 1;
        if (power < 0 || !place.get(power).isSymbol('^')) {
            return 0;
        }
        return place.get(sign).isSymbol('+') ? 1 : place.get(sign).isSymbol('-') ? -1 : 0;
    }

    /** d/dx of what follows, or of what stands in the numerator; dy/dx as one name. Empty for any other fraction. */
    Optional<Node> derivative(Node numerator, Node denominator) {
        boolean fraction = denominator instanceof Product below
                && below.factors().size() == 2
                && isD(below.factors().get(0));
        if (!fraction) {
            return Optional.empty();
        }
        Node variable = ((Product) denominator).factors().get(1);
        int order = variable instanceof Power power ? order(power.exponent()) : 1;
        Node base = variable instanceof Power power ? power.base() : variable;
        boolean known = base instanceof Symbol && order > 0 && topOrder(numerator) == order;
        if (!known) {
            return Optional.empty();
        }
        String name = ((Symbol) base).name();
        if (!(numerator instanceof Product above)) {
            return Optional.of(derivative(expressions.term(), name, order));
        }
        List<Node> rest = above.factors().subList(1, above.factors().size());
        boolean dependent = rest.size() == 1
                && rest.get(0) instanceof Symbol
                && !rest.get(0).equals(base);
        return Optional.of(
                dependent
                        ? new Symbol("d" + ((Symbol) rest.get(0)).name() + "/d" + name + (order > 1 ? "^" + order : ""))
                        : derivative(new Product(List.copyOf(rest)), name, order));
    }

    private static boolean isD(Node node) {
        return node.equals(new Symbol("d")) || node.equals(new Symbol("partial"));
    }

    private static int order(Node exponent) {
        boolean small = exponent instanceof Num number
                && Rationals.isInteger(number.value())
                && number.value().signum() > 0
                && number.value().getNumerator().bitLength() < 4;
        return small ? ((Num) exponent).value().intValue() : 0;
    }

    /** The order that the d of the numerator says; 0 for another numerator. */
    private static int topOrder(Node numerator) {
        Node first = numerator instanceof Product product ? product.factors().get(0) : numerator;
        if (first instanceof Power power && isD(power.base())) {
            return order(power.exponent());
        }
        return isD(first) ? 1 : 0;
    }

    private static Node derivative(Node body, String variable, int order) {
        if (!NumericParts.isScalar(body)) {
            throw new NoMathematics("a derivative of no expression");
        }
        Node result = body;
        for (int i = 0; i < order; i++) {
            Optional<Node> next = Derivative.of(result, variable);
            if (next.isEmpty()) {
                return new Binder(Binding.DERIVATIVE, variable, List.of(Num.of(order)), body);
            }
            result = next.get();
        }
        return result;
    }
}
