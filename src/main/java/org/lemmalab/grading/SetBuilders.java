package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Qualified;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Symbol;

/** Sets given by a condition, {x ∈ ℝ : x &gt; 2} or {2k + 1 | k ∈ ℤ}, as the sets that they are. */
final class SetBuilders {
    /** The variable of a set's condition: no name of anything outside. */
    static final String BOUND = "•";

    private SetBuilders() {}

    /**
     * The set of all values of an element under conditions.
     *
     * @param element a variable, "x ∈ D", or an expression with parameters
     * @param conditions statements about it
     * @return intervals as statements about {@link #BOUND}, integers, finite sets, or the element qualified in braces
     */
    static Node set(Node element, List<Node> conditions, Budget budget) {
        List<Node> all = new ArrayList<>();
        Node value = element;
        if (element instanceof Relation membership && membership.relations().equals(List.of("∈"))) {
            value = membership.members().get(0);
            all.add(element);
        }
        all.addAll(conditions);
        Optional<Node> integers = IntegerSets.of(value, all, budget);
        if (integers.isPresent()) {
            return integers.get();
        }
        if (value instanceof Symbol variable) {
            List<Node> statements =
                    all.stream().map(each -> renamed(each, variable.name(), BOUND)).toList();
            return statements.size() == 1 ? statements.get(0) : new Listing(statements, false);
        }
        return new Group('{', List.of(new Qualified(value, List.copyOf(all))), '}');
    }

    /** Whether a node is such statements about {@link #BOUND}. */
    static boolean isBound(Node node) {
        Node first = node instanceof Listing listing ? listing.items().get(0) : node;
        return first instanceof Relation relation && relation.members().contains(new Symbol(BOUND))
                || first instanceof Relation equation
                        && RealSetReader.subject(equation).filter(BOUND::equals).isPresent();
    }

    /** The same node with another name for a variable. */
    static Node renamed(Node node, String from, String to) {
        if (node instanceof Symbol symbol) {
            return symbol.name().equals(from) ? new Symbol(to) : node;
        }
        if (node instanceof Listing listing) {
            return new Listing(
                    listing.items().stream().map(item -> renamed(item, from, to)).toList(), listing.alternatives());
        }
        return Normaliser.map(node, part -> renamed(part, from, to));
    }
}
