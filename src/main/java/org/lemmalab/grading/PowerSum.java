package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;

/** A sum of powers of one variable with coefficients without it, which can be integrated term by term. */
final class PowerSum {
    private static final int MOST_TERMS = 60;
    private static final int LARGEST_EXPONENT = 12;

    private final String variable;

    private PowerSum(String variable) {
        this.variable = variable;
    }

    /**
     * The integral from one place to another; empty where the body is no such sum, or one end may lie where it is not defined.
     */
    static Optional<Node> integral(Node body, String variable, Node from, Node to) {
        Optional<Map<BigFraction, List<Node>>> terms = new PowerSum(variable).terms(body);
        boolean positive = isPositive(from) && isPositive(to);
        boolean defined = terms.isPresent()
                && terms.get().keySet().stream()
                        .allMatch(power -> positive || power.signum() >= 0 && Rationals.isInteger(power));
        if (!defined || RealSetReader.infinite(from) != 0 || RealSetReader.infinite(to) != 0) {
            return Optional.empty();
        }
        List<Node> parts = new ArrayList<>();
        terms.get().forEach((power, coefficients) -> {
            Node upper = new Product(List.of(new Sum(coefficients), antiderivative(power, to)));
            Node lower = new Product(List.of(Num.of(-1), new Sum(coefficients), antiderivative(power, from)));
            parts.add(upper);
            parts.add(lower);
        });
        return Optional.of(parts.isEmpty() ? Num.of(0) : new Sum(List.copyOf(parts)));
    }

    private static boolean isPositive(Node node) {
        return node instanceof Num number && number.value().signum() > 0;
    }

    private static Node antiderivative(BigFraction power, Node at) {
        BigFraction next = power.add(BigFraction.ONE);
        if (next.signum() == 0) {
            return new Call("ln", List.of(at));
        }
        return new Product(List.of(new Num(next.reciprocal(), Num.EXACT), new Power(at, new Num(next, Num.EXACT))));
    }

    private Optional<Map<BigFraction, List<Node>>> terms(Node node) {
        boolean constant = !NumericParts.any(
                node, part -> part instanceof Symbol symbol && symbol.name().equals(variable));
        if (constant) {
            return Optional.of(single(BigFraction.ZERO, node));
        }
        if (node instanceof Symbol) {
            return Optional.of(single(BigFraction.ONE, Num.of(1)));
        }
        if (node instanceof Sum sum) {
            return sum(sum.terms());
        }
        if (node instanceof Product product) {
            return product(product.factors());
        }
        return node instanceof Power power ? power(power) : Optional.empty();
    }

    private static Map<BigFraction, List<Node>> single(BigFraction exponent, Node coefficient) {
        Map<BigFraction, List<Node>> terms = new TreeMap<>();
        terms.put(exponent, List.of(coefficient));
        return terms;
    }

    private Optional<Map<BigFraction, List<Node>>> sum(List<Node> nodes) {
        Map<BigFraction, List<Node>> total = new TreeMap<>();
        for (Node node : nodes) {
            Optional<Map<BigFraction, List<Node>>> terms = terms(node);
            if (terms.isEmpty()) {
                return terms;
            }
            terms.get()
                    .forEach((power, coefficients) ->
                            coefficients.forEach(coefficient -> add(total, power, coefficient)));
        }
        return Optional.of(total);
    }

    private static void add(Map<BigFraction, List<Node>> total, BigFraction power, Node coefficient) {
        List<Node> all = new ArrayList<>(total.getOrDefault(power, List.of()));
        all.add(coefficient);
        total.put(power, all);
    }

    private Optional<Map<BigFraction, List<Node>>> product(List<Node> nodes) {
        Map<BigFraction, List<Node>> total = single(BigFraction.ZERO, Num.of(1));
        for (Node node : nodes) {
            Optional<Map<BigFraction, List<Node>>> terms = terms(node);
            if (terms.isEmpty() || (long) terms.get().size() * total.size() > MOST_TERMS) {
                return Optional.empty();
            }
            total = times(total, terms.get());
        }
        return Optional.of(total);
    }

    private static Map<BigFraction, List<Node>> times(
            Map<BigFraction, List<Node>> left, Map<BigFraction, List<Node>> right) {
        Map<BigFraction, List<Node>> product = new TreeMap<>();
        left.forEach((a, first) -> right.forEach(
                (b, second) -> add(product, a.add(b), new Product(List.of(new Sum(first), new Sum(second))))));
        return product;
    }

    private Optional<Map<BigFraction, List<Node>>> power(Power power) {
        if (!(power.exponent() instanceof Num exponent)) {
            return Optional.empty();
        }
        if (power.base() instanceof Symbol) {
            return Optional.of(single(exponent.value(), Num.of(1)));
        }
        boolean small = Rationals.isInteger(exponent.value())
                && exponent.value().signum() > 0
                && exponent.value().compareTo(BigFraction.of(LARGEST_EXPONENT)) <= 0;
        return small
                ? product(java.util.Collections.nCopies(exponent.value().intValue(), power.base()))
                : Optional.empty();
    }
}
