package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.lemmalab.grading.Node.Call;
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
    static final End HIGHEST = new End(INFINITY, Double.POSITIVE_INFINITY, false);
    static final End LOWEST = new End(new Product(List.of(Num.of(-1), INFINITY)), Double.NEGATIVE_INFINITY, false);

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
            boolean point = group.open() == '['
                    && group.items().size() == 2
                    && group.items().get(0).equals(group.items().get(1));
            return (mixed || point) && group.items().size() == 2
                    || group.items().stream().anyMatch(item -> infinite(item) != 0);
        }
        return node instanceof SetOperation
                || node instanceof Const constant && constant.constant() == Constant.REALS
                || AnswerParser.isEmptySet(node);
    }

    /** A membership in a list of elements, x ∈ {1, 2}, as the list; any other node as it is. */
    static Node elements(Node node) {
        boolean member = node instanceof Relation relation
                && relation.relations().equals(List.of("∈"))
                && relation.members().get(1) instanceof Group set
                && set.open() == '{';
        return member ? ((Relation) node).members().get(1) : node;
    }

    /** A list of numbers as the set of them; any other node as it is. */
    static Node asSet(Node node) {
        boolean numbers =
                node instanceof Listing listing && listing.items().stream().allMatch(NumericParts::isScalar);
        return numbers ? new Group('{', ((Listing) node).items(), '}') : elements(node);
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

    private static Optional<RealSet> relation(Relation written) {
        Relation relation = withFunctionAsName(written);
        Optional<String> variable = subject(relation);
        if (variable.isEmpty()) {
            return Optional.empty();
        }
        RealSet set = all();
        for (int i = 0; i < relation.relations().size(); i++) {
            Node left = relation.members().get(i);
            String sign = relation.relations().get(i);
            Node right = relation.members().get(i + 1);
            Optional<RealSet> part = single(left, sign, right);
            boolean solvable = part.isEmpty() && NumericParts.isScalar(left) && NumericParts.isScalar(right);
            part = solvable && "<≤>≥=≠".contains(sign) ? Inequalities.solve(left, sign, right, variable.get()) : part;
            if (part.isEmpty()) {
                return part;
            }
            set = set.intersection(part.get());
        }
        return Optional.of(set);
    }

    /** f(x) in "0 &lt; f(x) &lt; 1" as one name. */
    private static Relation withFunctionAsName(Relation relation) {
        boolean function = relation.members().stream().anyMatch(RealSetReader::isFunction);
        return function
                ? new Relation(
                        relation.members().stream()
                                .map(member -> isFunction(member) ? new Symbol(NodeWriter.write(member)) : member)
                                .toList(),
                        relation.relations())
                : relation;
    }

    private static boolean isFunction(Node member) {
        return member instanceof Call call
                && call.function().length() == 1
                && call.arguments().get(0) instanceof Symbol;
    }

    /** The one variable that a statement is about; empty where there are several or none. */
    static Optional<String> subject(Node node) {
        Set<String> names = new TreeSet<>();
        if (node instanceof Relation written) {
            withFunctionAsName(written).members().forEach(member -> names.addAll(NumericParts.variables(member)));
        } else if (node instanceof Listing listing) {
            listing.items().forEach(item -> subject(item).ifPresent(names::add));
        }
        return names.size() == 1 ? Optional.of(names.iterator().next()) : Optional.empty();
    }

    private static Optional<RealSet> single(Node left, String sign, Node right) {
        if (sign.equals("∈")) {
            boolean line = right.equals(new Symbol("R"));
            return left instanceof Symbol ? line ? Optional.of(all()) : read(right) : Optional.empty();
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
