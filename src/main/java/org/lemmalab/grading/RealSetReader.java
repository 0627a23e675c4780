package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.SetOperation;
import org.lemmalab.grading.Node.Symbol;
import org.lemmalab.grading.RealSet.End;
import org.lemmalab.grading.RealSet.Interval;

/** Reads intervals, unions, inequalities in one variable and memberships as sets of real numbers. */
final class RealSetReader {
    private static final Node INFINITY = new Const(Constant.INFINITY);
    private static final End HIGHEST = new End(INFINITY, Double.POSITIVE_INFINITY, false);
    private static final End LOWEST =
            new End(new Product(List.of(Num.of(-1), INFINITY)), Double.NEGATIVE_INFINITY, false);

    private RealSetReader() {}

    /** Whether a node says by its form that it is a set of real numbers rather than a point or a list. */
    static boolean saysSet(Node node) {
        if (node instanceof Relation relation) {
            return relation.relations().stream().anyMatch(sign -> "<≤>≥≠∈".contains(sign));
        }
        if (node instanceof Listing listing) {
            return listing.items().stream().allMatch(RealSetReader::saysSet);
        }
        if (node instanceof Group group) {
            boolean mixed = (group.open() == '[') != (group.close() == ']');
            return mixed && group.items().size() == 2 || group.items().stream().anyMatch(item -> infinite(item) != 0);
        }
        return node instanceof SetOperation
                || node instanceof Const constant && constant.constant() == Constant.REALS
                || AnswerParser.isEmptySet(node);
    }

    /** +1 and -1 for infinity with its sign, 0 for anything else. */
    static int infinite(Node node) {
        if (node.equals(INFINITY)) {
            return 1;
        }
        boolean negated = node instanceof Product product
                && product.factors().size() == 2
                && product.factors().contains(INFINITY)
                && product.factors().contains(Num.of(-1));
        return negated ? -1 : 0;
    }

    /** The set; empty where the node is none, or an end has no approximate value. */
    static Optional<RealSet> read(Node node) {
        if (AnswerParser.isEmptySet(node)) {
            return Optional.of(RealSet.EMPTY);
        }
        if (node instanceof Const constant) {
            return constant.constant() == Constant.REALS ? Optional.of(all()) : Optional.empty();
        }
        if (node instanceof Group group) {
            return group.open() == '{' ? points(group) : interval(group);
        }
        if (node instanceof SetOperation operation) {
            return operation(operation);
        }
        if (node instanceof Relation relation) {
            return relation(relation);
        }
        return node instanceof Listing listing ? listing(listing) : Optional.empty();
    }

    private static RealSet all() {
        return RealSet.of(List.of(new Interval(LOWEST, HIGHEST)));
    }

    private static Optional<End> end(Node node, boolean closed) {
        OptionalDouble value = Approximation.of(node);
        return value.isPresent()
                ? Optional.of(new End(node, value.getAsDouble(), closed && !Double.isInfinite(value.getAsDouble())))
                : Optional.empty();
    }

    private static Optional<RealSet> interval(Group group) {
        boolean brackets = "([".indexOf(group.open()) >= 0 && ")]".indexOf(group.close()) >= 0;
        if (!brackets || group.items().size() != 2) {
            return Optional.empty();
        }
        Optional<End> low = end(group.items().get(0), group.open() == '[');
        Optional<End> high = end(group.items().get(1), group.close() == ']');
        return low.isPresent() && high.isPresent()
                ? Optional.of(RealSet.of(List.of(new Interval(low.get(), high.get()))))
                : Optional.empty();
    }

    private static Optional<RealSet> points(Group group) {
        List<Interval> points = new ArrayList<>();
        for (Node item : group.items()) {
            Optional<End> end = end(item, true);
            if (end.isEmpty()) {
                return Optional.empty();
            }
            points.add(new Interval(end.get(), end.get()));
        }
        return Optional.of(RealSet.of(points));
    }

    private static Optional<RealSet> operation(SetOperation operation) {
        Optional<RealSet> left = read(operation.left());
        Optional<RealSet> right = read(operation.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (operation.operation()) {
                    case '∪' -> left.get().union(right.get());
                    case '∩' -> left.get().intersection(right.get());
                    default -> left.get().intersection(right.get().complement(LOWEST, HIGHEST));
                });
    }

    /** Statements side by side: "or" joins; a comma or "and" means both, unless nothing would satisfy both. */
    private static Optional<RealSet> listing(Listing listing) {
        List<RealSet> sets = new ArrayList<>();
        for (Node item : listing.items()) {
            Optional<RealSet> set = read(item);
            if (set.isEmpty()) {
                return Optional.empty();
            }
            sets.add(set.get());
        }
        boolean statements = listing.items().stream().allMatch(Relation.class::isInstance);
        RealSet both = sets.stream().reduce(all(), RealSet::intersection);
        boolean join = listing.alternatives() || !statements || both.intervals().isEmpty();
        return Optional.of(join ? sets.stream().reduce(RealSet.EMPTY, RealSet::union) : both);
    }

    private static Optional<RealSet> relation(Relation relation) {
        RealSet set = all();
        for (int i = 0; i < relation.relations().size(); i++) {
            Optional<RealSet> part = single(
                    relation.members().get(i),
                    relation.relations().get(i),
                    relation.members().get(i + 1));
            if (part.isEmpty()) {
                return part;
            }
            set = set.intersection(part.get());
        }
        return oneVariable(relation) ? Optional.of(set) : Optional.empty();
    }

    private static boolean oneVariable(Relation relation) {
        long names = relation.members().stream()
                .filter(Symbol.class::isInstance)
                .distinct()
                .count();
        return names == 1;
    }

    private static Optional<RealSet> single(Node left, String sign, Node right) {
        if (sign.equals("∈")) {
            return left instanceof Symbol ? read(right) : Optional.empty();
        }
        if (left instanceof Symbol) {
            return bounded(sign, right);
        }
        return right instanceof Symbol ? bounded(mirrored(sign), left) : Optional.empty();
    }

    private static String mirrored(String sign) {
        return switch (sign) {
            case "<" -> ">";
            case ">" -> "<";
            case "≤" -> "≥";
            case "≥" -> "≤";
            default -> sign;
        };
    }

    private static Optional<RealSet> bounded(String sign, Node bound) {
        Optional<End> end = end(bound, "≤≥=".contains(sign));
        return end.flatMap(at -> switch (sign) {
            case "<", "≤" -> Optional.of(RealSet.of(List.of(new Interval(LOWEST, at))));
            case ">", "≥" -> Optional.of(RealSet.of(List.of(new Interval(at, HIGHEST))));
            case "=" -> Optional.of(RealSet.of(List.of(new Interval(at, at))));
            case "≠" -> Optional.of(RealSet.of(List.of(new Interval(LOWEST, at), new Interval(at, HIGHEST))));
            default -> Optional.empty();
        });
    }
}
