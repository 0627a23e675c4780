package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Residue;
import org.lemmalab.grading.Node.Sum;

/**
 * Compares congruences: 3 and 8 modulo 5 are the same, whatever the unknown is called. A missing modulus is understood; 5k + 3 is
 * 3 modulo 5.
 */
final class Residues {
    private final Comparison comparison;

    Residues(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Residues of one modulus; an empty modulus where none is written. */
    private record Classes(List<Node> values, Optional<Node> modulus) {}

    /** Whether an answer is a residue, a congruence or a list with such. */
    static boolean occurs(Node node) {
        if (node instanceof Listing listing) {
            return listing.items().stream().anyMatch(Residues::occurs);
        }
        if (node instanceof Group group) {
            return group.items().stream().anyMatch(Residue.class::isInstance);
        }
        return node instanceof Residue
                || node instanceof Relation relation
                        && relation.members().get(relation.members().size() - 1) instanceof Residue;
    }

    Outcome compare(Node left, Node right) {
        Optional<Classes> first = classes(left);
        Optional<Classes> second = classes(right);
        if (first.isEmpty() || second.isEmpty()) {
            return Outcome.undecided("a congruence against another kind of answer");
        }
        Classes a = first.get().modulus().isPresent() ? first.get() : stepped(first.get());
        Classes b = second.get().modulus().isPresent() ? second.get() : stepped(second.get());
        boolean both = a.modulus().isPresent() && b.modulus().isPresent();
        if (both) {
            Outcome moduli = comparison.compare(a.modulus().get(), b.modulus().get());
            if (!moduli.isEqual()) {
                return moduli.under(Rule.RESIDUES);
            }
        }
        return match(a.values(), b.values(), both ? a.modulus() : Optional.empty());
    }

    private static Optional<Classes> classes(Node node) {
        List<Node> items = node instanceof Listing listing
                ? listing.items()
                : node instanceof Group group && group.open() == '{' ? group.items() : List.of(node);
        List<Node> values = new ArrayList<>();
        Optional<Node> modulus = Optional.empty();
        for (Node item : items) {
            Node last = item instanceof Relation relation
                    ? relation.members().get(relation.members().size() - 1)
                    : item;
            if (last instanceof Residue residue) {
                modulus = Optional.of(residue.modulus());
                values.add(residue.value());
            } else if (NumericParts.isScalar(last)) {
                values.add(last);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Classes(List.copyOf(values), modulus));
    }

    /** 5k + 3 as 3 modulo 5. */
    private static Classes stepped(Classes classes) {
        if (classes.values().size() != 1) {
            return classes;
        }
        Node value = classes.values().get(0);
        Set<String> names = NumericParts.variables(value);
        if (names.size() != 1) {
            return classes;
        }
        String name = names.iterator().next();
        Optional<BigFraction> at0 = number(value, name, 0);
        Optional<BigFraction> at1 = number(value, name, 1);
        Optional<BigFraction> at2 = number(value, name, 2);
        if (at0.isEmpty() || at1.isEmpty() || at2.isEmpty()) {
            return classes;
        }
        BigFraction step = at1.get().subtract(at0.get());
        boolean linear = step.signum() != 0 && at2.get().subtract(at1.get()).equals(step) && isLinear(value);
        return linear
                ? new Classes(List.of(new Num(at0.get(), Num.EXACT)), Optional.of(new Num(step.abs(), Num.EXACT)))
                : classes;
    }

    private static boolean isLinear(Node node) {
        return !NumericParts.any(
                node,
                part -> !(part instanceof Sum
                        || part instanceof Product
                        || part instanceof Num
                        || part instanceof Node.Symbol));
    }

    private static Optional<BigFraction> number(Node node, String name, int at) {
        Node value = Substitution.at(node, java.util.Map.of(name, BigFraction.of(at)));
        return Rationals.value(value, Budget.small(Long.MAX_VALUE));
    }

    private Outcome match(List<Node> left, List<Node> right, Optional<Node> modulus) {
        if (left.size() != right.size()) {
            return Outcome.of(false, Rule.RESIDUES);
        }
        List<Node> rest = new ArrayList<>(right);
        Optional<Outcome> unsure = Optional.empty();
        for (Node value : left) {
            Optional<Node> found = Optional.empty();
            for (Node other : rest) {
                Outcome outcome = same(value, other, modulus);
                found = outcome.isEqual() && found.isEmpty() ? Optional.of(other) : found;
                unsure = outcome.isEqual() || outcome.isUnequal() ? unsure : Optional.of(outcome);
            }
            if (found.isEmpty()) {
                return unsure.orElseGet(() -> Outcome.of(false, Rule.RESIDUES));
            }
            rest.remove(found.get());
        }
        return Outcome.of(true, Rule.RESIDUES);
    }

    private Outcome same(Node left, Node right, Optional<Node> modulus) {
        boolean numbers = left instanceof Num && right instanceof Num;
        boolean known = modulus.isPresent()
                && modulus.get() instanceof Num number
                && number.value().signum() > 0;
        if (!numbers || !known) {
            return comparison.compare(left, right);
        }
        BigFraction difference = ((Num) left).value().subtract(((Num) right).value());
        boolean multiple = Rationals.isInteger(difference.divide(((Num) modulus.get()).value()));
        return Outcome.of(multiple, Rule.RESIDUES);
    }
}
