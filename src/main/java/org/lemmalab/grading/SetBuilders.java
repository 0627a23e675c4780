package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Qualified;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.SetOperation;
import org.lemmalab.grading.Node.Sum;
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
            Optional<Node> definition =
                    all.stream().filter(each -> defines(each, variable)).findFirst();
            if (definition.isPresent() && all.size() > 1) {
                all.remove(definition.get());
                return set(((Relation) definition.get()).members().get(1), all, budget);
            }
            List<Node> statements = all.stream()
                    .map(each -> renamed(each, variable.name(), BOUND))
                    .toList();
            return statements.size() == 1 ? statements.get(0) : new Listing(statements, false);
        }
        return new Group('{', List.of(new Qualified(value, List.copyOf(all))), '}');
    }

    /** "x = 2k + 1" in {x : x = 2k + 1, k ∈ ℤ}. */
    private static boolean defines(Node condition, Symbol variable) {
        return condition instanceof Relation relation
                && relation.relations().equals(List.of("="))
                && relation.members().get(0).equals(variable)
                && NumericParts.isScalar(relation.members().get(1))
                && !NumericParts.variables(relation.members().get(1)).isEmpty();
    }

    /** ℝ^+ and so on as a statement; any other node as it is. */
    static Node named(Node node) {
        boolean board = node instanceof Call call
                && call.function().equals("mathbb")
                && call.arguments().get(0) instanceof Symbol;
        String sign = !board
                ? ""
                : switch (((Symbol) ((Call) node).arguments().get(0)).name()) {
                    case "R^+", "R_+", "R_>0" -> ">";
                    case "R_≥0" -> "≥";
                    case "R^-", "R_-", "R_<0" -> "<";
                    case "R^*" -> "≠";
                    default -> "";
                };
        return sign.isEmpty() ? node : new Relation(List.of(new Symbol(BOUND), Num.of(0)), List.of(sign));
    }

    /** ℝ - {3}: a difference of sets written with a minus; any other sum as it is. */
    static Node difference(Sum sum) {
        List<Node> terms = sum.terms();
        boolean sets = terms.size() == 2
                && terms.get(0) instanceof Const constant
                && constant.constant() == Constant.REALS
                && terms.get(1) instanceof Product product
                && product.factors().size() == 2
                && product.factors().get(0).equals(Num.of(-1))
                && product.factors().get(1) instanceof Group set
                && set.open() == '{';
        return sets
                ? new SetOperation(
                        '∖', terms.get(0), ((Product) terms.get(1)).factors().get(1))
                : sum;
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
                    listing.items().stream()
                            .map(item -> renamed(item, from, to))
                            .toList(),
                    listing.alternatives());
        }
        return Normaliser.map(node, part -> renamed(part, from, to));
    }
}
