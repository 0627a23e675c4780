package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.SetOperation;
import org.lemmalab.grading.RealSet.End;
import org.lemmalab.grading.RealSet.Interval;

/**
 * Compares sets of real numbers: order of parts does not matter, touching intervals are one, and the ends must be equal exactly.
 * Sets with variable ends are compared part by part as written; inequalities in several variables up to a positive factor.
 */
final class RealSetComparator {
    private final Comparison comparison;
    private final EquationComparator equations;

    RealSetComparator(Comparison comparison, EquationComparator equations) {
        this.comparison = comparison;
        this.equations = equations;
    }

    Outcome compare(Node left, Node right) {
        Optional<RealSet> first = RealSetReader.read(left);
        Optional<RealSet> second = RealSetReader.read(right);
        if (first.isPresent() && second.isPresent()) {
            return otherName(left, right) ? Outcome.of(false, Rule.REAL_SET) : same(first.get(), second.get());
        }
        if (first.isPresent() != second.isPresent()) {
            boolean unsolved = isOpen(first.isPresent() ? right : left);
            return unsolved
                    ? Outcome.undecided("an inequality that is not solved")
                    : Outcome.of(false, Rule.DIFFERENT_KINDS);
        }
        return asWritten(left, right);
    }

    /** Whether both name a variable, and not the same; the variable of a set's condition is no name. */
    private static boolean otherName(Node left, Node right) {
        Optional<String> a = RealSetReader.subject(left).filter(name -> !name.equals(SetBuilders.BOUND));
        Optional<String> b = RealSetReader.subject(right).filter(name -> !name.equals(SetBuilders.BOUND));
        boolean function = a.isPresent()
                && b.isPresent()
                && (a.get().endsWith(")") != b.get().endsWith(")"));
        return a.isPresent() && b.isPresent() && !a.equals(b) && !function;
    }

    private static boolean isOpen(Node node) {
        return node instanceof Relation relation
                && relation.members().stream().allMatch(NumericParts::isScalar)
                && RealSetReader.subject(node).isPresent();
    }

    private Outcome same(RealSet left, RealSet right) {
        if (left.intervals().size() != right.intervals().size()) {
            return Outcome.of(false, Rule.REAL_SET);
        }
        List<Node> leftEnds = new ArrayList<>();
        List<Node> rightEnds = new ArrayList<>();
        for (int i = 0; i < left.intervals().size(); i++) {
            Interval a = left.intervals().get(i);
            Interval b = right.intervals().get(i);
            if (!sameShape(a.low(), b.low()) || !sameShape(a.high(), b.high())) {
                return Outcome.of(false, Rule.REAL_SET);
            }
            leftEnds.addAll(List.of(a.low().node(), a.high().node()));
            rightEnds.addAll(List.of(b.low().node(), b.high().node()));
        }
        return comparison.places(leftEnds, rightEnds).under(Rule.REAL_SET);
    }

    private static boolean sameShape(End a, End b) {
        return a.closed() == b.closed() && Double.isInfinite(a.value()) == Double.isInfinite(b.value());
    }

    private Outcome asWritten(Node left, Node right) {
        if (left instanceof Group a && right instanceof Group b) {
            boolean shape = a.open() == b.open()
                    && a.close() == b.close()
                    && a.items().size() == b.items().size();
            return shape
                    ? comparison.places(a.items(), b.items()).under(Rule.REAL_SET)
                    : Outcome.of(false, Rule.REAL_SET);
        }
        if (left instanceof SetOperation a && right instanceof SetOperation b && a.operation() == b.operation()) {
            return comparison
                    .places(List.of(a.left(), a.right()), List.of(b.left(), b.right()))
                    .under(Rule.REAL_SET);
        }
        if (left instanceof Relation a && right instanceof Relation b) {
            return equations.compareInequalities(a, b);
        }
        return Outcome.of(false, Rule.DIFFERENT_KINDS);
    }
}
