package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;

/**
 * Compares lists and sets regardless of order: each element of one must match an element of the other. In sets, among
 * alternatives ("1 or 2") and in lists of points an element counts once; in other lists as often as it is written.
 */
final class CollectionComparator {
    private static final int LARGEST = 200;

    private final Comparison comparison;
    private final Budget budget;

    CollectionComparator(Comparison comparison, Budget budget) {
        this.comparison = comparison;
        this.budget = budget;
    }

    boolean isCollection(Node node) {
        return node instanceof Listing || isSet(node);
    }

    private static boolean isSet(Node node) {
        return node instanceof Group group && group.open() == '{';
    }

    Outcome compare(Node left, Node right) {
        Optional<Outcome> named = NamedLists.compare(left, right, comparison);
        if (named.isPresent()) {
            return named.get();
        }
        if (isVariableElement(left, right) || isVariableElement(right, left)) {
            return Outcome.of(false, Rule.DIFFERENT_KINDS);
        }
        boolean once =
                isSet(left) || isSet(right) || isAlternatives(left) || isAlternatives(right) || isPoints(left, right);
        boolean sets = once && items(left).size() != items(right).size();
        List<Node> first = sets ? distinct(items(left)) : items(left);
        List<Node> second = sets ? distinct(items(right)) : items(right);
        if (first.size() != second.size()) {
            return Outcome.of(false, Rule.COLLECTION);
        }
        if (first.size() > LARGEST) {
            return Outcome.undecided("more than " + LARGEST + " elements");
        }
        return match(first, second);
    }

    /** "1/2 or 0.5": one value in two spellings counts once. */
    private static boolean isAlternatives(Node node) {
        return node instanceof Listing listing && listing.alternatives();
    }

    /** Whether all elements are points, of which none is there twice. */
    private static boolean isPoints(Node left, Node right) {
        return Stream.concat(items(left).stream(), items(right).stream())
                .allMatch(item -> item instanceof Group group && group.open() == '(');
    }

    private static List<Node> items(Node node) {
        if (node instanceof Listing listing) {
            return listing.items();
        }
        return isSet(node) ? ((Group) node).items() : List.of(node);
    }

    private List<Node> distinct(List<Node> items) {
        List<Node> distinct = new ArrayList<>();
        for (Node item : items) {
            boolean known = distinct.stream()
                    .anyMatch(other -> comparison.compare(item, other).isEqual()
                            || comparison.compare(other, item).isEqual());
            if (!known) {
                distinct.add(item);
            }
        }
        return distinct;
    }

    private Outcome match(List<Node> first, List<Node> second) {
        List<Node> rest = new ArrayList<>(second);
        Optional<Outcome> undecided = Optional.empty();
        for (Node item : first) {
            boolean matched = false;
            Optional<Outcome> unsure = Optional.empty();
            for (int i = 0; i < rest.size() && !matched; i++) {
                budget.check();
                Outcome outcome = comparison.compare(item, rest.get(i));
                matched = outcome.isEqual();
                unsure = matched || outcome.isUnequal() ? unsure : Optional.of(outcome);
                if (matched) {
                    rest.remove(i);
                }
            }
            if (!matched && unsure.isEmpty()) {
                return Outcome.of(false, Rule.COLLECTION);
            }
            undecided = matched ? undecided : unsure;
        }
        return undecided.orElseGet(() -> Outcome.of(true, Rule.COLLECTION));
    }

    /** {x} against x: a set, or a fractional part, is not its element. */
    private static boolean isVariableElement(Node set, Node element) {
        return isSet(set)
                && items(set).size() == 1
                && NumericParts.isScalar(items(set).get(0))
                && !NumericParts.variables(items(set).get(0)).isEmpty()
                && NumericParts.isScalar(element);
    }
}
