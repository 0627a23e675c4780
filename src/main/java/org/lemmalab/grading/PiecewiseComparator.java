package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Piece;
import org.lemmalab.grading.Node.Piecewise;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Residue;
import org.lemmalab.grading.Node.Symbol;
import org.lemmalab.grading.Node.Words;

/**
 * Compares functions that are given piece by piece, with one another or with an expression such as |x|. Pieces that are the
 * same in another order are equal; else the functions are compared at many points: around every number in a condition and at
 * small integers. One point of difference decides.
 */
final class PiecewiseComparator {
    private static final int FEWEST_POINTS = 5;
    private static final int MOST_VARIABLES = 3;
    private static final int MOST_PIECES = 50;
    private static final List<BigFraction> OFFSETS = List.of(
            BigFraction.ZERO, BigFraction.of(1, 3), BigFraction.of(-1, 3), BigFraction.of(1), BigFraction.of(-1));

    private final Comparison comparison;
    private final Budget budget;

    PiecewiseComparator(Comparison comparison, Budget budget) {
        this.comparison = comparison;
        this.budget = budget;
    }

    Outcome compare(Node left, Node right) {
        boolean functions = isFunction(left) && isFunction(right);
        if (!functions) {
            return Outcome.undecided("a function by pieces against another kind of answer");
        }
        if (left instanceof Piecewise a && right instanceof Piecewise b && samePieces(a, b)) {
            return Outcome.of(true, Rule.PIECEWISE);
        }
        Set<String> variables = new TreeSet<>();
        if (!collect(left, variables) || !collect(right, variables)) {
            return Outcome.undecided("a function by pieces with conditions in words");
        }
        if (variables.isEmpty()) {
            variables.add("n");
        }
        if (variables.size() > MOST_VARIABLES) {
            return Outcome.undecided("a function by pieces of many variables");
        }
        return atPoints(left, right, variables);
    }

    private static boolean isFunction(Node node) {
        return node instanceof Piecewise pieces && pieces.pieces().size() <= MOST_PIECES || NumericParts.isScalar(node);
    }

    private boolean samePieces(Piecewise left, Piecewise right) {
        List<Piece> rest = new ArrayList<>(right.pieces());
        for (Piece piece : left.pieces()) {
            Optional<Piece> match = rest.stream()
                    .filter(other -> comparison
                                    .compare(piece.condition(), other.condition())
                                    .isEqual()
                            && comparison.compare(piece.value(), other.value()).isEqual())
                    .findFirst();
            if (match.isEmpty()) {
                return false;
            }
            rest.remove(match.get());
        }
        return rest.isEmpty();
    }

    /** The variables of a function; false where a condition cannot be judged. */
    private static boolean collect(Node node, Set<String> variables) {
        if (!(node instanceof Piecewise piecewise)) {
            variables.addAll(NumericParts.variables(node));
            return true;
        }
        for (Piece piece : piecewise.pieces()) {
            if (!NumericParts.isScalar(piece.value())) {
                return false;
            }
            variables.addAll(NumericParts.variables(piece.value()));
            if (!condition(piece.condition(), variables)) {
                return false;
            }
        }
        return true;
    }

    private static boolean condition(Node condition, Set<String> variables) {
        if (condition instanceof Words words) {
            return Set.of(CasesReader.OTHERWISE, "even", "odd").contains(words.text());
        }
        if (condition instanceof Listing listing) {
            return listing.items().stream().allMatch(item -> condition(item, variables));
        }
        if (isCongruence(condition)) {
            variables.addAll(
                    NumericParts.variables(((Relation) condition).members().get(0)));
            return true;
        }
        boolean relation = condition instanceof Relation
                && ((Relation) condition).relations().stream().allMatch(sign -> "=<≤>≥≠".contains(sign))
                && ((Relation) condition).members().stream().allMatch(NumericParts::isScalar);
        if (relation) {
            ((Relation) condition).members().forEach(member -> variables.addAll(NumericParts.variables(member)));
        }
        return relation;
    }

    private Outcome atPoints(Node left, Node right, Set<String> variables) {
        int agreements = 0;
        Optional<Outcome> unsure = Optional.empty();
        for (Map<String, BigFraction> point : points(left, right, variables)) {
            budget.check();
            Optional<Optional<Node>> first = valueAt(left, point);
            Optional<Optional<Node>> second = valueAt(right, point);
            if (first.isEmpty() || second.isEmpty()) {
                continue;
            }
            Outcome outcome = same(first.get(), second.get());
            if (outcome.isUnequal()) {
                return Outcome.of(false, Rule.PIECEWISE);
            }
            unsure = outcome.isEqual() ? unsure : Optional.of(outcome);
            agreements += outcome.isEqual() ? 1 : 0;
        }
        return agreements >= FEWEST_POINTS
                ? Outcome.of(true, Rule.PIECEWISE)
                : unsure.orElseGet(() -> Outcome.undecided("too few points where both functions have values"));
    }

    private Outcome same(Optional<Node> left, Optional<Node> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Outcome.of(left.isEmpty() == right.isEmpty(), Rule.PIECEWISE);
        }
        return comparison.compare(left.get(), right.get());
    }

    /** The value at a point; an empty inner value where no piece holds there; empty where that cannot be told. */
    private Optional<Optional<Node>> valueAt(Node node, Map<String, BigFraction> point) {
        if (!(node instanceof Piecewise piecewise)) {
            return Optional.of(Optional.of(Substitution.at(node, point)));
        }
        for (Piece piece : piecewise.pieces()) {
            Optional<Boolean> holds = holds(piece.condition(), point);
            if (holds.isEmpty()) {
                return Optional.empty();
            }
            if (holds.get()) {
                return Optional.of(Optional.of(Substitution.at(piece.value(), point)));
            }
        }
        return Optional.of(Optional.empty());
    }

    private Optional<Boolean> holds(Node condition, Map<String, BigFraction> point) {
        if (condition instanceof Words words) {
            return switch (words.text()) {
                case "even" -> parity(point, false);
                case "odd" -> parity(point, true);
                default -> Optional.of(true);
            };
        }
        if (condition instanceof Listing listing) {
            Boolean result = !listing.alternatives();
            for (Node item : listing.items()) {
                Optional<Boolean> part = holds(item, point);
                if (part.isEmpty()) {
                    return part;
                }
                result = listing.alternatives() ? result || part.get() : result && part.get();
            }
            return Optional.of(result);
        }
        return isCongruence(condition)
                ? congruence((Relation) condition, point)
                : relation((Relation) condition, point);
    }

    /** n ≡ 1 (mod 2) with numbers on the right. */
    private static boolean isCongruence(Node condition) {
        return condition instanceof Relation relation
                && relation.members().size() == 2
                && NumericParts.isScalar(relation.members().get(0))
                && relation.members().get(1) instanceof Residue residue
                && residue.value() instanceof Num
                && residue.modulus() instanceof Num modulus
                && modulus.value().signum() > 0;
    }

    private Optional<Boolean> congruence(Relation relation, Map<String, BigFraction> point) {
        Residue residue = (Residue) relation.members().get(1);
        return Rationals.value(Substitution.at(relation.members().get(0), point), budget)
                .filter(Rationals::isInteger)
                .map(value -> Rationals.isInteger(
                        value.subtract(((Num) residue.value()).value()).divide(((Num) residue.modulus()).value())));
    }

    private static Optional<Boolean> parity(Map<String, BigFraction> point, boolean odd) {
        boolean integer = point.size() == 1 && point.values().stream().allMatch(Rationals::isInteger);
        return integer
                ? Optional.of(point.values().iterator().next().getNumerator().testBit(0) == odd)
                : Optional.empty();
    }

    private Optional<Boolean> relation(Relation relation, Map<String, BigFraction> point) {
        boolean all = true;
        for (int i = 0; i < relation.relations().size(); i++) {
            Optional<Integer> sign = order(
                    Substitution.at(relation.members().get(i), point),
                    Substitution.at(relation.members().get(i + 1), point));
            if (sign.isEmpty()) {
                return Optional.empty();
            }
            int order = sign.get();
            all &= switch (relation.relations().get(i)) {
                case "=" -> order == 0;
                case "<" -> order < 0;
                case "≤" -> order <= 0;
                case ">" -> order > 0;
                case "≥" -> order >= 0;
                default -> order != 0;
            };
        }
        return Optional.of(all);
    }

    /** Which of two constants is the greater; empty where they are too close to tell. */
    private Optional<Integer> order(Node left, Node right) {
        Optional<BigFraction> first = Rationals.value(left, budget);
        Optional<BigFraction> second = first.isEmpty() ? first : Rationals.value(right, budget);
        if (second.isPresent()) {
            return Optional.of(first.get().compareTo(second.get()));
        }
        double a = Approximation.of(left).orElse(Double.NaN);
        double b = Approximation.of(right).orElse(Double.NaN);
        boolean apart = Math.abs(a - b) > 1e-9 * (Math.abs(a) + Math.abs(b)) || Double.isInfinite(b);
        return apart ? Optional.of(a < b ? -1 : 1) : Optional.empty();
    }

    private List<Map<String, BigFraction>> points(Node left, Node right, Set<String> variables) {
        Set<BigFraction> values = new TreeSet<>();
        int reach = variables.size() > 1 ? 2 : 5;
        for (int i = -reach; i <= reach; i++) {
            values.add(BigFraction.of(i));
        }
        values.add(BigFraction.of(1, 2));
        if (variables.size() < 2) {
            values.add(BigFraction.of(-7, 2));
            breaks(left, values);
            breaks(right, values);
        }
        List<Map<String, BigFraction>> points = List.of(Map.of());
        for (String variable : variables) {
            List<Map<String, BigFraction>> more = new ArrayList<>();
            for (Map<String, BigFraction> point : points) {
                for (BigFraction value : values) {
                    Map<String, BigFraction> next = new HashMap<>(point);
                    next.put(variable, value);
                    more.add(next);
                }
            }
            points = more;
        }
        return points;
    }

    /** The numbers in the conditions, and numbers about them. */
    private void breaks(Node node, Set<BigFraction> values) {
        if (!(node instanceof Piecewise piecewise)) {
            return;
        }
        List<Node> sides = new ArrayList<>();
        piecewise.pieces().forEach(piece -> sides(piece.condition(), sides));
        for (Node side : sides) {
            double value = Approximation.of(side).orElse(Double.NaN);
            if (Math.abs(value) < 1e6) {
                BigFraction at = Rationals.value(side, budget).orElseGet(() -> BigFraction.from(value, 10_000));
                OFFSETS.forEach(offset -> values.add(at.add(offset)));
            }
        }
    }

    private static void sides(Node condition, List<Node> sides) {
        if (condition instanceof Listing listing) {
            listing.items().forEach(item -> sides(item, sides));
        } else if (condition instanceof Relation relation) {
            relation.members().stream()
                    .filter(member -> !(member instanceof Symbol)
                            && NumericParts.variables(member).isEmpty())
                    .forEach(sides::add);
        }
    }
}
