package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.RealSet.End;
import org.lemmalab.grading.RealSet.Interval;

/**
 * Solves inequalities and equations in one real variable by a chart of signs: between two neighbouring zeros of numerator or
 * denominator the sign does not change. Factors may be linear, quadratic, of the form a x^n + c, or have small integer roots;
 * absolute values are taken case by case.
 */
final class Inequalities {
    private static final int MOST_CASES = 3;
    private static final int LARGEST_TRIED_ROOT = 20;
    private static final Num HALF = new Num(BigFraction.of(1, 2), Num.EXACT);

    private final String variable;

    private Inequalities(String variable) {
        this.variable = variable;
    }

    /** Where left and right stand in the relation; empty where it is not solved. */
    static Optional<RealSet> solve(Node left, String sign, Node right, String variable) {
        Node difference = right.equals(NodePolynomial.ZERO)
                ? left
                : NodePolynomial.ZERO.equals(left)
                        ? NodePolynomial.negative(right)
                        : new Node.Sum(List.of(left, NodePolynomial.negative(right)));
        return new Inequalities(variable).solve(difference, sign, 0);
    }

    private Optional<RealSet> solve(Node f, String sign, int cases) {
        Optional<Call> absolute = absolute(f);
        if (absolute.isEmpty()) {
            return chart(f, sign);
        }
        if (cases >= MOST_CASES) {
            return Optional.empty();
        }
        Node inside = absolute.get().arguments().get(0);
        Optional<RealSet> first = solve(inside, "≥", cases + 1);
        Optional<RealSet> second = solve(inside, "<", cases + 1);
        Optional<RealSet> same = solve(replaced(f, absolute.get(), inside), sign, cases + 1);
        Optional<RealSet> turned = solve(replaced(f, absolute.get(), NodePolynomial.negative(inside)), sign, cases + 1);
        boolean all = first.isPresent() && second.isPresent() && same.isPresent() && turned.isPresent();
        return all
                ? Optional.of(
                        first.get().intersection(same.get()).union(second.get().intersection(turned.get())))
                : Optional.empty();
    }

    private Optional<Call> absolute(Node f) {
        List<Call> found = new ArrayList<>();
        NumericParts.any(f, part -> {
            boolean absolute = part instanceof Call call
                    && call.function().equals("abs")
                    && NumericParts.variables(call).contains(variable);
            if (absolute) {
                found.add((Call) part);
            }
            return absolute;
        });
        return found.stream().findFirst();
    }

    private static Node replaced(Node node, Node old, Node replacement) {
        return node.equals(old) ? replacement : Normaliser.map(node, part -> replaced(part, old, replacement));
    }

    private Optional<RealSet> chart(Node f, String sign) {
        List<NodePolynomial> above = new ArrayList<>();
        List<NodePolynomial> below = new ArrayList<>();
        if (!factors(f, above, below)) {
            return Optional.empty();
        }
        List<End> zeros = new ArrayList<>();
        List<End> poles = new ArrayList<>();
        boolean found = above.stream().allMatch(factor -> roots(factor, zeros))
                && below.stream().allMatch(factor -> roots(factor, poles));
        return found ? Optional.of(new Chart(above, below, zeros, poles).where(sign)) : Optional.empty();
    }

    private boolean factors(Node f, List<NodePolynomial> above, List<NodePolynomial> below) {
        if (f instanceof Product product) {
            return product.factors().stream().allMatch(factor -> factors(factor, above, below));
        }
        boolean power = f instanceof Power raised
                && raised.exponent() instanceof Num exponent
                && Rationals.isInteger(exponent.value())
                && Math.abs(exponent.value().doubleValue()) <= 12;
        if (power) {
            int exponent = ((Num) ((Power) f).exponent()).value().intValue();
            boolean known = exponent != 0;
            for (int i = 0; i < Math.abs(exponent) && known; i++) {
                known = exponent > 0
                        ? factors(((Power) f).base(), above, below)
                        : factors(((Power) f).base(), below, above);
            }
            return known;
        }
        Optional<NodePolynomial.Quotient> quotient = NodePolynomial.quotient(f, variable);
        quotient.ifPresent(parts -> {
            above.add(parts.above());
            below.add(parts.below());
        });
        return quotient.isPresent();
    }

    /** Adds the roots of a polynomial; false where they are not found. */
    private static boolean roots(NodePolynomial polynomial, List<End> roots) {
        boolean known = polynomial.coefficients().stream().noneMatch(c -> Double.isNaN(NodePolynomial.number(c)));
        if (!known) {
            return false;
        }
        int degree = polynomial.degree();
        return switch (degree) {
            case 0 -> true;
            case 1 ->
                add(
                        roots,
                        NodePolynomial.product(
                                NodePolynomial.negative(polynomial.coefficient(0)),
                                NodePolynomial.inverse(polynomial.coefficient(1))));
            case 2 -> quadratic(polynomial, roots);
            default -> pure(polynomial, degree, roots) || deflated(polynomial, degree, roots);
        };
    }

    private static boolean add(List<End> roots, Node root) {
        double value = NodePolynomial.number(root);
        roots.add(new End(root, value, true));
        return Double.isFinite(value);
    }

    private static boolean quadratic(NodePolynomial polynomial, List<End> roots) {
        Node a = polynomial.coefficient(2);
        Node middle = NodePolynomial.product(
                NodePolynomial.half(NodePolynomial.negative(polynomial.coefficient(1))), NodePolynomial.inverse(a));
        Node product = NodePolynomial.product(polynomial.coefficient(0), NodePolynomial.inverse(a));
        Node discriminant =
                NodePolynomial.sum(NodePolynomial.product(middle, middle), NodePolynomial.negative(product));
        if (NodePolynomial.isZero(discriminant)) {
            return add(roots, middle);
        }
        if (NodePolynomial.number(discriminant) < 0) {
            return true;
        }
        Node root = new Power(discriminant, HALF);
        return add(roots, NodePolynomial.sum(middle, root))
                && add(roots, NodePolynomial.sum(middle, NodePolynomial.negative(root)));
    }

    /** a x^n + c. */
    private static boolean pure(NodePolynomial polynomial, int degree, List<End> roots) {
        for (int i = 1; i < degree; i++) {
            if (!NodePolynomial.isZero(polynomial.coefficient(i))) {
                return false;
            }
        }
        Node power = NodePolynomial.product(
                NodePolynomial.negative(polynomial.coefficient(0)),
                NodePolynomial.inverse(polynomial.coefficient(degree)));
        double value = NodePolynomial.number(power);
        boolean even = degree % 2 == 0;
        if (NodePolynomial.isZero(power)) {
            return add(roots, NodePolynomial.ZERO);
        }
        if (even && value < 0) {
            return true;
        }
        Node size = new Power(
                value < 0 ? NodePolynomial.negative(power) : power, new Num(BigFraction.of(1, degree), Num.EXACT));
        boolean added = add(roots, value < 0 ? NodePolynomial.negative(size) : size);
        return added && (!even || add(roots, NodePolynomial.negative(size)));
    }

    /** Divides by x - r for a small integer root r; rational coefficients only. */
    private static boolean deflated(NodePolynomial polynomial, int degree, List<End> roots) {
        boolean rational = polynomial.coefficients().stream().allMatch(Num.class::isInstance);
        for (int root = -LARGEST_TRIED_ROOT; rational && root <= LARGEST_TRIED_ROOT; root++) {
            List<Node> quotient = new ArrayList<>();
            BigFraction carry = BigFraction.ZERO;
            for (int i = degree; i >= 0; i--) {
                carry = carry.multiply(root).add(((Num) polynomial.coefficient(i)).value());
                if (i > 0) {
                    quotient.add(0, new Num(carry, Num.EXACT));
                }
            }
            if (carry.signum() == 0) {
                return add(roots, Num.of(root)) && roots(new NodePolynomial(List.copyOf(quotient)), roots);
            }
        }
        return false;
    }

    /** The zeros and poles of a quotient, and so its signs. */
    private record Chart(List<NodePolynomial> above, List<NodePolynomial> below, List<End> zeros, List<End> poles) {
        RealSet where(String sign) {
            List<End> places = new ArrayList<>(zeros);
            places.addAll(poles);
            places.sort(Comparator.comparingDouble(End::value));
            List<Interval> parts = new ArrayList<>();
            End low = RealSetReader.LOWEST;
            for (End place : places) {
                End open = new End(place.node(), place.value(), false);
                if (!low.near(place)) {
                    between(low, open, sign, parts);
                }
                if (holdsAt(place, sign)) {
                    parts.add(new Interval(place, place));
                }
                low = open;
            }
            between(low, RealSetReader.HIGHEST, sign, parts);
            return RealSet.of(parts);
        }

        private void between(End low, End high, String sign, List<Interval> parts) {
            double from = Double.isInfinite(low.value()) ? high.value() - 1 : low.value();
            double to = Double.isInfinite(high.value()) ? low.value() + 1 : high.value();
            boolean all = Double.isInfinite(low.value()) && Double.isInfinite(high.value());
            double middle = all
                    ? 0.37
                    : Double.isInfinite(low.value()) ? from : Double.isInfinite(high.value()) ? to : (from + to) / 2;
            if (holds(signAt(middle), sign)) {
                parts.add(new Interval(low, high));
            }
        }

        private boolean holdsAt(End place, String sign) {
            boolean pole = poles.stream().anyMatch(place::near);
            return !pole && holds(0, sign);
        }

        private int signAt(double x) {
            int sign = 1;
            for (NodePolynomial factor : above) {
                sign *= factor.degree() == 0 && NodePolynomial.isZero(factor.coefficient(0))
                        ? 0
                        : (int) Math.signum(factor.value(x));
            }
            for (NodePolynomial factor : below) {
                sign *= (int) Math.signum(factor.value(x));
            }
            return sign;
        }

        private static boolean holds(int value, String sign) {
            return switch (sign) {
                case "<" -> value < 0;
                case "≤" -> value <= 0;
                case ">" -> value > 0;
                case "≥" -> value >= 0;
                case "=" -> value == 0;
                default -> value != 0;
            };
        }
    }
}
