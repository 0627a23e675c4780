package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Num;

/**
 * Compares families a k + b in which k runs over all integers, as sets: over a common period each family is a few points, and
 * every point of one answer must be, up to whole periods, a point of the other. Places are found in double precision and then
 * compared exactly.
 */
final class PeriodicFamilies {
    private static final int MOST_POINTS = 200;
    private static final int LARGEST_DENOMINATOR = 60;

    private final Comparison comparison;
    private final String parameter;

    PeriodicFamilies(Comparison comparison, String parameter) {
        this.comparison = comparison;
        this.parameter = parameter;
    }

    /** One family: a period above 0 and a start. */
    private record Family(Node period, double length, Node start) {}

    private record Point(Node node, double value) {}

    /** The outcome; empty where an answer is no list of such families. */
    Optional<Outcome> compare(Node left, Node right) {
        Optional<List<Family>> first = families(left);
        Optional<List<Family>> second = families(right);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        List<Family> all = new ArrayList<>(first.get());
        all.addAll(second.get());
        long multiple = commonMultiple(all);
        if (multiple == 0) {
            return Optional.empty();
        }
        Node period = NodePolynomial.product(Num.of(multiple), all.get(0).period());
        List<Point> a = points(first.get(), period);
        List<Point> b = points(second.get(), period);
        boolean small = Math.max(a.size(), b.size()) <= MOST_POINTS;
        return small ? Optional.of(both(covered(a, b, period), covered(b, a, period))) : Optional.empty();
    }

    private static Outcome both(Outcome first, Outcome second) {
        return first.isEqual() ? second : second.isUnequal() ? second : first;
    }

    private Optional<List<Family>> families(Node value) {
        Node bare = NamedValue.of(value).orElse(value);
        List<Node> items = bare instanceof Listing listing
                ? listing.items()
                : bare instanceof Group group && group.open() == '{' ? group.items() : List.of(bare);
        List<Family> families = new ArrayList<>();
        for (Node item : items) {
            Node each = NamedValue.of(item).orElse(item);
            Optional<NodePolynomial> polynomial =
                    NumericParts.isScalar(each) ? NodePolynomial.of(each, parameter) : Optional.empty();
            if (polynomial.isEmpty() || polynomial.get().degree() != 1) {
                return Optional.empty();
            }
            Node slope = polynomial.get().coefficient(1);
            Node start = polynomial.get().coefficient(0);
            double length = NodePolynomial.number(slope);
            if (!Double.isFinite(length) || !Double.isFinite(NodePolynomial.number(start))) {
                return Optional.empty();
            }
            families.add(new Family(length < 0 ? NodePolynomial.negative(slope) : slope, Math.abs(length), start));
        }
        return families.isEmpty() ? Optional.empty() : Optional.of(families);
    }

    /** How many periods of the first family make a common period of all; 0 where there is none. */
    private static long commonMultiple(List<Family> families) {
        long multiple = 1;
        for (Family family : families) {
            double ratio = family.length() / families.get(0).length();
            long numerator = 0;
            for (int below = 1; below <= LARGEST_DENOMINATOR && numerator == 0; below++) {
                double above = ratio * below;
                boolean whole = Math.abs(above - Math.rint(above)) < 1e-9 && Math.rint(above) > 0;
                numerator = whole ? (long) Math.rint(above) : 0;
            }
            if (numerator == 0 || numerator > MOST_POINTS) {
                return 0;
            }
            multiple = multiple / gcd(multiple, numerator) * numerator;
            if (multiple > MOST_POINTS) {
                return 0;
            }
        }
        return multiple;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static List<Point> points(List<Family> families, Node period) {
        double length = NodePolynomial.number(period);
        List<Point> points = new ArrayList<>();
        for (Family family : families) {
            long count = Math.round(length / family.length());
            for (long i = 0; i < count && points.size() <= MOST_POINTS; i++) {
                Node shift = NodePolynomial.product(Num.of(i), family.period());
                Node place = NodePolynomial.sum(family.start(), shift);
                points.add(new Point(place, NodePolynomial.number(place)));
            }
        }
        return points;
    }

    /** Whether every point is, up to whole periods, among the others. */
    private Outcome covered(List<Point> points, List<Point> others, Node period) {
        double length = NodePolynomial.number(period);
        Outcome whole = Outcome.of(true, Rule.COLLECTION);
        for (Point point : points) {
            Optional<Outcome> found = Optional.empty();
            for (Point other : others) {
                double turns = Math.rint((point.value() - other.value()) / length);
                boolean near =
                        Math.abs(point.value() - other.value() - turns * length) < 1e-9 * (1 + Math.abs(point.value()));
                if (near && found.isEmpty()) {
                    Node shifted = NodePolynomial.sum(
                            other.node(),
                            NodePolynomial.product(new Num(BigFraction.of((long) turns), Num.EXACT), period));
                    found = Optional.of(comparison.compare(point.node(), shifted));
                }
            }
            Outcome outcome = found.orElseGet(() -> Outcome.of(false, Rule.COLLECTION));
            if (outcome.isUnequal()) {
                return Outcome.of(false, Rule.COLLECTION);
            }
            whole = outcome.isEqual() ? whole : outcome;
        }
        return whole;
    }
}
