package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;

/**
 * A polynomial in one variable whose coefficients are constant expressions, in ascending order of powers.
 *
 * @param coefficients the coefficients, at least one
 */
record NodePolynomial(List<Node> coefficients) {
    static final Num ZERO = Num.of(0);
    static final Num ONE = Num.of(1);
    private static final int HIGHEST_DEGREE = 8;

    /** A quotient of two such polynomials. */
    record Quotient(NodePolynomial above, NodePolynomial below) {}

    static NodePolynomial constant(Node node) {
        return new NodePolynomial(List.of(node));
    }

    /** The expression as a quotient of polynomials; empty where it is none. */
    static Optional<Quotient> quotient(Node node, String variable) {
        if (!NumericParts.variables(node).contains(variable)) {
            return whole(constant(node));
        }
        if (node instanceof Symbol) {
            return whole(new NodePolynomial(List.of(ZERO, ONE)));
        }
        if (node instanceof Sum sum) {
            return folded(sum.terms(), variable, true);
        }
        if (node instanceof Product product) {
            return folded(product.factors(), variable, false);
        }
        return node instanceof Power power ? power(power, variable) : Optional.empty();
    }

    /** The expression as a polynomial; empty where it is none. */
    static Optional<NodePolynomial> of(Node node, String variable) {
        return quotient(node, variable)
                .filter(quotient -> quotient.below().degree() == 0)
                .map(quotient -> quotient.above()
                        .scaled(inverse(quotient.below().coefficients().get(0))));
    }

    private static Optional<Quotient> whole(NodePolynomial polynomial) {
        return Optional.of(new Quotient(polynomial, constant(ONE)));
    }

    private static Optional<Quotient> folded(List<Node> parts, String variable, boolean sum) {
        Optional<Quotient> total = Optional.empty();
        for (Node part : parts) {
            Optional<Quotient> next = quotient(part, variable);
            if (next.isEmpty()) {
                return next;
            }
            total = total.isEmpty() ? next : sum ? sum(total.get(), next.get()) : product(total.get(), next.get());
            if (total.isEmpty()) {
                return total;
            }
        }
        return total;
    }

    private static Optional<Quotient> sum(Quotient a, Quotient b) {
        boolean same = a.below().equals(b.below());
        NodePolynomial left = same ? a.above() : a.above().times(b.below());
        NodePolynomial right = same ? b.above() : b.above().times(a.below());
        return bounded(left.plus(right), same ? a.below() : a.below().times(b.below()));
    }

    private static Optional<Quotient> product(Quotient a, Quotient b) {
        return bounded(a.above().times(b.above()), a.below().times(b.below()));
    }

    private static Optional<Quotient> bounded(NodePolynomial above, NodePolynomial below) {
        return above.degree() > HIGHEST_DEGREE || below.degree() > HIGHEST_DEGREE
                ? Optional.empty()
                : Optional.of(new Quotient(above, below));
    }

    private static Optional<Quotient> power(Power power, String variable) {
        boolean integer = power.exponent() instanceof Num number
                && Rationals.isInteger(number.value())
                && Math.abs(number.value().doubleValue()) <= HIGHEST_DEGREE;
        if (!integer) {
            return Optional.empty();
        }
        int exponent = ((Num) power.exponent()).value().intValue();
        Optional<Quotient> base = quotient(power.base(), variable);
        Optional<Quotient> result = base.isEmpty() ? base : whole(constant(ONE));
        for (int i = 0; i < Math.abs(exponent) && result.isPresent(); i++) {
            result = product(result.get(), base.get());
        }
        return exponent >= 0 ? result : result.map(quotient -> new Quotient(quotient.below(), quotient.above()));
    }

    /** The degree, by the values of the leading coefficients. */
    int degree() {
        int degree = coefficients.size() - 1;
        while (degree > 0 && isZero(coefficients.get(degree))) {
            degree--;
        }
        return degree;
    }

    Node coefficient(int power) {
        return power < coefficients.size() ? coefficients.get(power) : ZERO;
    }

    double value(double x) {
        double value = 0;
        for (int i = coefficients.size() - 1; i >= 0; i--) {
            value = value * x + number(coefficients.get(i));
        }
        return value;
    }

    static double number(Node constant) {
        return Approximation.of(constant).orElse(Double.NaN);
    }

    /** Whether a constant is zero, or so small that it must be. */
    static boolean isZero(Node constant) {
        return constant instanceof Num number ? number.value().signum() == 0 : Math.abs(number(constant)) < 1e-12;
    }

    NodePolynomial scaled(Node factor) {
        return new NodePolynomial(
                coefficients.stream().map(each -> product(each, factor)).toList());
    }

    private NodePolynomial plus(NodePolynomial other) {
        List<Node> sum = new ArrayList<>();
        for (int i = 0; i < Math.max(coefficients.size(), other.coefficients.size()); i++) {
            sum.add(sum(coefficient(i), other.coefficient(i)));
        }
        return new NodePolynomial(List.copyOf(sum));
    }

    private NodePolynomial times(NodePolynomial other) {
        int size = coefficients.size() + other.coefficients.size() - 1;
        List<Node> product = new ArrayList<>(Collections.nCopies(size, ZERO));
        for (int i = 0; i < coefficients.size(); i++) {
            for (int j = 0; j < other.coefficients.size(); j++) {
                Node term = product(coefficient(i), other.coefficient(j));
                product.set(i + j, sum(product.get(i + j), term));
            }
        }
        return new NodePolynomial(List.copyOf(product));
    }

    static Node sum(Node a, Node b) {
        if (a instanceof Num x && b instanceof Num y) {
            return new Num(x.value().add(y.value()), Math.max(x.decimals(), y.decimals()));
        }
        return a.equals(ZERO) ? b : b.equals(ZERO) ? a : new Sum(List.of(a, b));
    }

    static Node product(Node a, Node b) {
        if (a instanceof Num x && b instanceof Num y) {
            return new Num(x.value().multiply(y.value()), Math.max(x.decimals(), y.decimals()));
        }
        boolean zero = a.equals(ZERO) || b.equals(ZERO);
        return zero ? ZERO : a.equals(ONE) ? b : b.equals(ONE) ? a : new Product(List.of(a, b));
    }

    static Node negative(Node a) {
        return product(Num.of(-1), a);
    }

    /** 1/a. */
    static Node inverse(Node a) {
        boolean number = a instanceof Num nonzero && nonzero.value().signum() != 0;
        return number ? new Num(((Num) a).value().reciprocal(), ((Num) a).decimals()) : new Power(a, Num.of(-1));
    }

    static Node half(Node a) {
        return product(a, new Num(BigFraction.of(1, 2), Num.EXACT));
    }
}
