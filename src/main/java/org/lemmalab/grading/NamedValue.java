package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Measured;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Ratio;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;

/**
 * Equations that give a value to a name: x = 5, AB = 5, cos A = 1/2, m + n = 7, (x, y) = (2, 3), a : b = 1 : 2. What is sought
 * is the value; the name says only what it is the value of.
 */
final class NamedValue {
    private static final Set<String> FUNCTIONS = Set.of("sin", "cos", "tan", "cot", "sec", "csc");
    private static final Set<String> QUANTITIES = Set.of("det", "gcd", "lcm", "max", "min", "re", "im", "arg");
    private static final Set<String> COORDINATES = Set.of("x", "y", "z", "r", "t");

    private NamedValue() {}

    /** The value of an equation of two members that only names it; empty for any other node. */
    static Optional<Node> of(Node node) {
        boolean equation = node instanceof Relation relation
                && relation.members().size() == 2
                && relation.relations().get(0).equals("=");
        if (!equation) {
            return Optional.empty();
        }
        List<Node> members = ((Relation) node).members();
        if (isName(members.get(0), members.get(1))) {
            return Optional.of(members.get(1));
        }
        boolean turned = members.get(1) instanceof Symbol && isConstant(members.get(0));
        return turned ? Optional.of(members.get(0)) : Optional.empty();
    }

    /** Whether an equation's left member names its right member. */
    static boolean isNaming(Relation relation) {
        return relation.members().size() == 2
                && relation.relations().get(0).equals("=")
                && isName(relation.members().get(0), relation.members().get(1));
    }

    private static boolean isName(Node name, Node value) {
        if (name instanceof Symbol) {
            return true;
        }
        if (name instanceof Group group) {
            return isTupleOfNames(group)
                    && value instanceof Group values
                    && values.items().size() == group.items().size();
        }
        if (name instanceof Ratio ratio) {
            return value instanceof Ratio && ratio.parts().stream().allMatch(NamedValue::isLetters);
        }
        boolean set = value instanceof Group elements && elements.open() == '{';
        if (set && SymbolicSets.isSymbolic(name)) {
            return true;
        }
        boolean vector =
                value instanceof Group places && places.open() != '{' && name instanceof Product && isLetters(name);
        return vector || isQuantity(name) && isConstant(value);
    }

    static boolean isTupleOfNames(Node node) {
        return node instanceof Group group
                && group.open() == '('
                && group.items().size() > 1
                && group.items().stream().allMatch(Symbol.class::isInstance);
    }

    private static boolean isConstant(Node node) {
        return node instanceof Measured measured
                ? isConstant(measured.value())
                : NumericParts.isScalar(node) && NumericParts.variables(node).isEmpty();
    }

    /** Whether an expression names one quantity: a length AB, cos A, |z|, m + n, f(g(2)). */
    private static boolean isQuantity(Node node) {
        if (node instanceof Call call) {
            Node argument = call.arguments().get(call.arguments().size() - 1);
            boolean trigonometric = FUNCTIONS.contains(call.function()) && argument instanceof Symbol;
            boolean size = call.function().equals("abs")
                    && isLetters(argument)
                    && !argument.equals(new Symbol("x"))
                    && !argument.equals(new Symbol("y"));
            return trigonometric || size || call.function().length() == 1 || QUANTITIES.contains(call.function());
        }
        Set<String> names = NumericParts.variables(node);
        boolean several = names.size() > 1 && isLetters(node);
        boolean curve = COORDINATES.containsAll(names) && hasPower(node);
        return several && !curve;
    }

    /** Names joined by +, -, products, quotients and powers, without numbers. */
    private static boolean isLetters(Node node) {
        if (node instanceof Symbol) {
            return true;
        }
        if (node instanceof Sum sum) {
            return sum.terms().stream().allMatch(NamedValue::isLetters);
        }
        if (node instanceof Product product) {
            return product.factors().stream().allMatch(factor -> isLetters(factor) || factor.equals(Node.Num.of(-1)));
        }
        return node instanceof Power power && power.exponent() instanceof Node.Num && isLetters(power.base());
    }

    private static boolean hasPower(Node node) {
        return NumericParts.any(
                node, part -> part instanceof Power power && !power.exponent().equals(Node.Num.of(-1)));
    }

    /** "(x, y) = (1, 2)" as x = 1, y = 2; any other node as it is. */
    static Node assignments(Node node) {
        boolean tuple = node instanceof Relation relation
                && of(node).isPresent()
                && isTupleOfNames(relation.members().get(0));
        if (!tuple) {
            return node;
        }
        List<Node> names = ((Group) ((Relation) node).members().get(0)).items();
        List<Node> values = ((Group) ((Relation) node).members().get(1)).items();
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            all.add(new Relation(List.of(names.get(i), values.get(i)), List.of("=")));
        }
        return new Listing(List.copyOf(all), false);
    }
}
