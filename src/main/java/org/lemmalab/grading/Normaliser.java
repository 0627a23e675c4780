package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lemmalab.grading.Node.Binder;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Matrix;
import org.lemmalab.grading.Node.Measured;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Piece;
import org.lemmalab.grading.Node.Piecewise;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Ratio;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Residue;
import org.lemmalab.grading.Node.SetOperation;
import org.lemmalab.grading.Node.Sign;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;

/**
 * Brings parsed answers to one form: ± becomes two answers, degrees become a unit, "x = 2, 3" becomes 2, 3, and a factor before
 * a matrix or tuple goes into it.
 */
final class Normaliser {
    private Normaliser() {}

    static Node normal(Node node) {
        if (node instanceof Listing listing) {
            return listing(listing);
        }
        if (node instanceof Group group && group.open() == '{') {
            return new Group('{', expanded(group.items()), '}');
        }
        boolean assignments = node instanceof Group group
                && group.items().size() > 1
                && group.items().stream()
                        .allMatch(item -> item instanceof Relation relation
                                && assigned(relation).isPresent());
        if (assignments) {
            return new Listing(((Group) node).items(), false);
        }
        List<Node> both = signs(node);
        return both.size() == 1 ? simple(both.get(0)) : listing(new Listing(both, false));
    }

    private static Node listing(Listing listing) {
        List<Node> items = expanded(listing.items());
        Optional<Node> name = items.get(0) instanceof Relation first ? named(first) : Optional.empty();
        boolean one = name.isPresent() && items.stream().allMatch(item -> sameName(item, name.get()));
        if (!one) {
            return new Listing(items, listing.alternatives());
        }
        List<Node> values = items.stream()
                .map(item ->
                        item instanceof Relation relation ? relation.members().get(1) : item)
                .toList();
        return new Listing(values, listing.alternatives());
    }

    private static boolean sameName(Node item, Node name) {
        return !(item instanceof Relation relation)
                || named(relation).map(name::equals).orElse(false);
    }

    /** The name in "x = …", or the names in "(x, y) = …". */
    private static Optional<Node> named(Relation relation) {
        boolean tuple = NamedValue.of(relation).isPresent()
                && NamedValue.isTupleOfNames(relation.members().get(0));
        return tuple ? Optional.of(relation.members().get(0)) : assigned(relation);
    }

    /** The name in "x = …". */
    static Optional<Node> assigned(Relation relation) {
        boolean equation =
                relation.relations().get(0).equals("=") && relation.members().size() == 2;
        Node left = relation.members().get(0);
        return equation && left instanceof Symbol ? Optional.of(left) : Optional.empty();
    }

    private static List<Node> expanded(List<Node> items) {
        List<Node> all = new ArrayList<>();
        items.forEach(item -> signs(item).forEach(each -> all.add(simple(each))));
        return List.copyOf(all);
    }

    /** An item with ± as two, with independent signs as four or more, any other as one. */
    private static List<Node> signs(Node item) {
        Node plus = withSign(item, true);
        if (plus.equals(item)) {
            return List.of(item);
        }
        return IndependentSigns.count(item) > 1 ? IndependentSigns.all(item) : List.of(plus, withSign(item, false));
    }

    private static Node withSign(Node node, boolean upper) {
        return node instanceof Sign sign
                ? Num.of(sign.upperPlus() == upper ? 1 : -1)
                : map(node, part -> withSign(part, upper));
    }

    /** One item: degrees as unit, factors into matrices and tuples. */
    private static Node simple(Node node) {
        if (node instanceof Measured measured) {
            return new Measured(scaled(measured.value()), measured.unit());
        }
        if (node instanceof Relation relation && NamedValue.isNaming(relation)) {
            return new Relation(
                    List.of(relation.members().get(0), simple(relation.members().get(1))), relation.relations());
        }
        if (NumericParts.isScalar(node)) {
            Node plain = withoutDegrees(node);
            return plain.equals(node) ? node : new Measured(plain, Unit.of("degree"));
        }
        Node point = namedPoint(node);
        return point == node ? scaled(MatrixAlgebra.value(node)) : point;
    }

    /** The expression in degrees, except within functions, where degrees are part of the argument. */
    private static Node withoutDegrees(Node node) {
        if (node instanceof Call call) {
            return call.function().equals("degree")
                    ? withoutDegrees(call.arguments().get(0))
                    : call;
        }
        return node instanceof Num ? node : map(node, Normaliser::withoutDegrees);
    }

    private static Node scaled(Node node) {
        if (!(node instanceof Product product)) {
            return node;
        }
        List<Node> structures = product.factors().stream()
                .filter(factor -> factor instanceof Matrix || factor instanceof Group)
                .toList();
        List<Node> factors = product.factors().stream()
                .filter(factor -> !structures.contains(factor))
                .toList();
        if (Combinations.isCall(product)) {
            return node;
        }
        boolean scalars = factors.stream().allMatch(NumericParts::isScalar);
        if (structures.size() != 1 || !scalars || structures.get(0) instanceof Group set && set.open() == '{') {
            return node;
        }
        return map(structures.get(0), entry -> times(factors, entry));
    }

    /** P(1, 2) as the point that it names; any other node as it is. */
    private static Node namedPoint(Node node) {
        boolean named = node instanceof Product product
                && product.factors().size() == 2
                && !Combinations.isCall(product)
                && product.factors().get(0) instanceof Symbol symbol
                && Character.isUpperCase(symbol.name().charAt(0))
                && product.factors().get(1) instanceof Group group
                && group.open() == '('
                && group.items().size() > 1;
        return named ? ((Product) node).factors().get(1) : node;
    }

    private static Node times(List<Node> factors, Node entry) {
        List<Node> all = new ArrayList<>(factors);
        all.add(entry);
        return new Product(List.copyOf(all));
    }

    /** The same node with each part replaced. */
    static Node map(Node node, UnaryOperator<Node> change) {
        if (node instanceof Sum sum) {
            return new Sum(all(sum.terms(), change));
        }
        if (node instanceof Product product) {
            return new Product(all(product.factors(), change));
        }
        if (node instanceof Power power) {
            return new Power(change.apply(power.base()), change.apply(power.exponent()));
        }
        if (node instanceof Call call) {
            return new Call(call.function(), all(call.arguments(), change));
        }
        if (node instanceof Group group) {
            return new Group(group.open(), all(group.items(), change), group.close());
        }
        if (node instanceof Matrix matrix) {
            return new Matrix(
                    matrix.rows().stream().map(row -> all(row, change)).toList());
        }
        if (node instanceof Relation relation) {
            return new Relation(all(relation.members(), change), relation.relations());
        }
        if (node instanceof SetOperation set) {
            return new SetOperation(set.operation(), change.apply(set.left()), change.apply(set.right()));
        }
        if (node instanceof Ratio ratio) {
            return new Ratio(all(ratio.parts(), change));
        }
        if (node instanceof Residue residue) {
            return new Residue(change.apply(residue.value()), change.apply(residue.modulus()));
        }
        if (node instanceof Binder binder) {
            return new Binder(
                    binder.binding(), binder.variable(), all(binder.bounds(), change), change.apply(binder.body()));
        }
        if (node instanceof Piecewise piecewise) {
            return new Piecewise(piecewise.pieces().stream()
                    .map(piece -> new Piece(change.apply(piece.value()), change.apply(piece.condition())))
                    .toList());
        }
        if (node instanceof Measured measured) {
            return new Measured(change.apply(measured.value()), measured.unit());
        }
        return node;
    }

    private static List<Node> all(List<Node> nodes, UnaryOperator<Node> change) {
        return nodes.stream().map(change).toList();
    }
}
