package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Relation;

/**
 * Lists of named values, "x = 1, y = 2", against values without names: a point or list in the order of the names, several points
 * where the names come again. Roots of one letter, x_1 and x_2, have no order.
 */
final class NamedLists {
    private NamedLists() {}

    /** A named value. */
    private record Named(String name, Node value) {}

    /** The outcome; empty unless one side, and only it, is a list of named values. */
    static Optional<Outcome> compare(Node left, Node right, Comparison comparison) {
        Optional<List<Named>> first = named(left);
        Optional<List<Named>> second = named(right);
        if (first.isPresent() == second.isPresent()) {
            return Optional.empty();
        }
        return first.isPresent()
                ? against(first.get(), right, comparison, true)
                : against(second.get(), left, comparison, false);
    }

    private static Optional<List<Named>> named(Node node) {
        boolean list = node instanceof Listing listing && listing.items().size() > 1;
        if (!list || !(((Listing) node).items().get(0) instanceof Relation)) {
            return Optional.empty();
        }
        List<Named> all = new ArrayList<>();
        for (Node item : ((Listing) node).items()) {
            if (!(item instanceof Relation relation) || !NamedValue.isNaming(relation)) {
                return Optional.empty();
            }
            all.add(new Named(
                    NodeWriter.write(relation.members().get(0)),
                    relation.members().get(1)));
        }
        return Optional.of(all);
    }

    private static Optional<Outcome> against(List<Named> names, Node other, Comparison comparison, boolean first) {
        int cycle = (int) names.stream().map(Named::name).distinct().count();
        boolean cycles = cycle > 1
                && cycle < names.size()
                && names.size() % cycle == 0
                && IntStream.range(0, names.size())
                        .allMatch(i ->
                                names.get(i).name().equals(names.get(i % cycle).name()));
        if (cycles) {
            Node points = points(names, cycle);
            return Optional.of(first ? comparison.compare(points, other) : comparison.compare(other, points));
        }
        if (cycle != names.size()) {
            return Optional.empty();
        }
        if (other instanceof Group group && group.open() == '(') {
            List<Node> values = names.stream()
                    .sorted(Comparator.comparing(Named::name))
                    .map(Named::value)
                    .toList();
            return Optional.of(places(values, group.items(), comparison, first));
        }
        boolean plain = other instanceof Listing list && list.items().stream().noneMatch(Relation.class::isInstance);
        if (!plain || isIndexed(names)) {
            return Optional.empty();
        }
        List<Node> values = names.stream().map(Named::value).toList();
        return Optional.of(places(values, ((Listing) other).items(), comparison, first));
    }

    private static Outcome places(List<Node> values, List<Node> places, Comparison comparison, boolean first) {
        if (values.size() != places.size()) {
            return Outcome.of(false, Rule.TUPLE);
        }
        Outcome outcome = first ? comparison.places(values, places) : comparison.places(places, values);
        return outcome.under(Rule.TUPLE);
    }

    private static boolean isIndexed(List<Named> names) {
        String first = names.get(0).name();
        int mark = first.indexOf('_');
        return mark > 0 && names.stream().allMatch(each -> each.name().startsWith(first.substring(0, mark + 1)));
    }

    /** x = 1, y = 2, x = 3, y = 4 as the points (1, 2) and (3, 4). */
    private static Node points(List<Named> names, int cycle) {
        List<Node> points = new ArrayList<>();
        for (int i = 0; i < names.size(); i += cycle) {
            TreeMap<String, Node> point = new TreeMap<>();
            names.subList(i, i + cycle).forEach(each -> point.put(each.name(), each.value()));
            points.add(new Group('(', List.copyOf(point.values()), ')'));
        }
        return new Listing(List.copyOf(points), false);
    }
}
