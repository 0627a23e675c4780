package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Binder;
import org.lemmalab.grading.Node.Binding;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;

/** Derivatives of elementary functions, not simplified: what is compared with them is compared by algebra. */
final class Derivative {
    private static final Num MINUS_ONE = Num.of(-1);
    private static final Num HALF = new Num(BigFraction.of(1, 2), Num.EXACT);

    private final String variable;

    private Derivative(String variable) {
        this.variable = variable;
    }

    /** The derivative by a variable; empty where a part of the expression has none that is known here. */
    static Optional<Node> of(Node node, String variable) {
        try {
            return Optional.of(new Derivative(variable).derivative(node));
        } catch (NoMathematics e) {
            return Optional.empty();
        }
    }

    private boolean varies(Node node) {
        return NumericParts.any(
                node, part -> part instanceof Symbol symbol && symbol.name().equals(variable));
    }

    private Node derivative(Node node) {
        if (node instanceof Binder binder && binder.binding() == Binding.ANTIDERIVATIVE) {
            if (binder.variable().equals(variable)) {
                return binder.body();
            }
            throw new NoMathematics("an integral over another variable");
        }
        if (!varies(node)) {
            return Num.of(0);
        }
        if (node instanceof Symbol) {
            return Num.of(1);
        }
        if (node instanceof Sum sum) {
            return new Sum(sum.terms().stream().map(this::derivative).toList());
        }
        if (node instanceof Product product) {
            return product(product.factors());
        }
        if (node instanceof Power power) {
            return power(power);
        }
        if (node instanceof Call call) {
            return call(call);
        }
        throw new NoMathematics("no known derivative");
    }

    private Node product(List<Node> factors) {
        List<Node> terms = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            if (varies(factors.get(i))) {
                List<Node> term = new ArrayList<>(factors);
                term.set(i, derivative(factors.get(i)));
                terms.add(new Product(List.copyOf(term)));
            }
        }
        return new Sum(List.copyOf(terms));
    }

    private Node power(Power power) {
        Node base = power.base();
        Node exponent = power.exponent();
        if (!varies(exponent)) {
            Node lower = exponent instanceof Num number
                    ? new Num(number.value().subtract(BigFraction.ONE), Num.EXACT)
                    : new Sum(List.of(exponent, MINUS_ONE));
            return times(exponent, new Power(base, lower), derivative(base));
        }
        Node logarithm = base.equals(new Const(Constant.E)) ? Num.of(1) : new Call("ln", List.of(base));
        Node byExponent = times(power, logarithm, derivative(exponent));
        return varies(base)
                ? new Sum(List.of(byExponent, times(power, exponent, derivative(base), over(base))))
                : byExponent;
    }

    private Node call(Call call) {
        Node x = call.arguments().get(call.arguments().size() - 1);
        if (call.function().equals("log")) {
            Node base = call.arguments().size() == 2 ? call.arguments().get(0) : Num.of(10);
            if (varies(base)) {
                throw new NoMathematics("a logarithm to a variable base");
            }
            return times(derivative(x), over(x), over(new Call("ln", List.of(base))));
        }
        if (call.arguments().size() != 1) {
            throw new NoMathematics("no known derivative of " + call.function());
        }
        return times(outer(call.function(), x), derivative(x));
    }

    private static Node outer(String function, Node x) {
        return switch (function) {
            case "sin" -> of("cos", x);
            case "cos" -> negative(of("sin", x));
            case "tan" -> square(of("sec", x));
            case "cot" -> negative(square(of("csc", x)));
            case "sec" -> times(of("sec", x), of("tan", x));
            case "csc" -> negative(times(of("csc", x), of("cot", x)));
            case "arcsin" -> new Power(oneMinusSquare(x), new Num(HALF.value().negate(), Num.EXACT));
            case "arccos" ->
                negative(new Power(oneMinusSquare(x), new Num(HALF.value().negate(), Num.EXACT)));
            case "arctan" -> over(new Sum(List.of(Num.of(1), square(x))));
            case "arccot" -> negative(over(new Sum(List.of(Num.of(1), square(x)))));
            case "sinh" -> of("cosh", x);
            case "cosh" -> of("sinh", x);
            case "tanh" -> new Power(of("cosh", x), Num.of(-2));
            case "exp" -> of("exp", x);
            case "ln" -> over(x);
            case "abs" -> times(x, over(of("abs", x)));
            case "degree" -> of("degree", Num.of(1));
            default -> throw new NoMathematics("no known derivative of " + function);
        };
    }

    private static Node of(String function, Node x) {
        return new Call(function, List.of(x));
    }

    private static Node negative(Node node) {
        return new Product(List.of(MINUS_ONE, node));
    }

    private static Node square(Node node) {
        return new Power(node, Num.of(2));
    }

    private static Node over(Node node) {
        return new Power(node, MINUS_ONE);
    }

    private static Node oneMinusSquare(Node x) {
        return new Sum(List.of(Num.of(1), negative(square(x))));
    }

    private static Node times(Node... factors) {
        return new Product(List.of(factors));
    }
}
