package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Matrix;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;

/**
 * Works out sums, products, powers, transposes, inverses and determinants of matrices, and sums of tuples, as far as their
 * shapes allow; entries stay expressions, numbers among them are added and multiplied at once.
 */
final class MatrixAlgebra {
    private static final int LARGEST_DETERMINANT = 5;
    private static final int LARGEST_POWER = 64;
    private static final int LARGEST_SYMBOLIC_POWER = 6;
    private static final Num MINUS_ONE = Num.of(-1);

    private MatrixAlgebra() {}

    /** The node with what its matrices come to; the same node where they do not fit together. */
    static Node value(Node node) {
        if (node instanceof Sum sum) {
            return sum(sum);
        }
        if (node instanceof Product product) {
            return product(product);
        }
        if (node instanceof Power power) {
            return power(power);
        }
        boolean vectors = node instanceof Call call
                && (call.function().equals("dot") || call.function().equals("cross"));
        if (vectors) {
            return vectors((Call) node);
        }
        boolean determinant = node instanceof Call call
                && (call.function().equals("det") || call.function().equals("abs"))
                && call.arguments().size() == 1;
        if (determinant) {
            Node inner = value(((Call) node).arguments().get(0));
            return inner instanceof Matrix matrix && isDeterminate(matrix) ? determinant(matrix.rows()) : node;
        }
        boolean parts = node instanceof Relation || node instanceof Group;
        return parts ? Normaliser.map(node, MatrixAlgebra::value) : node;
    }

    /** The dot or cross product of two vectors; a row times a column is the same as their dot product. */
    private static Node vectors(Call call) {
        List<Node> left = places(call.arguments().get(0));
        List<Node> right = places(call.arguments().get(1));
        if (left.size() != right.size() || left.isEmpty()) {
            return value(new Product(call.arguments()));
        }
        boolean row = call.arguments().get(0) instanceof Matrix a
                && call.arguments().get(1) instanceof Matrix b
                && a.rows().get(0).size() == 1
                && b.rows().get(0).size() > 1;
        if (row) {
            return value(new Product(call.arguments()));
        }
        if (call.function().equals("dot")) {
            return dot(left, right);
        }
        if (left.size() != 3) {
            return call;
        }
        List<Node> cross = IntStream.range(0, 3)
                .mapToObj(i -> {
                    int j = (i + 1) % 3;
                    int k = (i + 2) % 3;
                    Node second = multiply(List.of(MINUS_ONE, left.get(k), right.get(j)));
                    return add(List.of(multiply(List.of(left.get(j), right.get(k))), second));
                })
                .toList();
        return new Group('(', cross, ')');
    }

    private static List<Node> places(Node node) {
        Node vector = value(node);
        return vector instanceof Matrix matrix
                ? matrix.rows().stream().flatMap(List::stream).toList()
                : vector instanceof Group group ? group.items() : List.of();
    }

    /** Whether a matrix is the identity as it is written. */
    static boolean isIdentity(Matrix matrix) {
        List<List<Node>> rows = matrix.rows();
        return rows.size() == rows.get(0).size()
                && IntStream.range(0, rows.size())
                        .allMatch(i -> IntStream.range(0, rows.size())
                                .allMatch(j -> rows.get(i).get(j).equals(Num.of(i == j ? 1 : 0))));
    }

    private static boolean isDeterminate(Matrix matrix) {
        int size = matrix.rows().size();
        return size == matrix.rows().get(0).size() && size <= LARGEST_DETERMINANT;
    }

    private static Node sum(Sum sum) {
        List<Node> terms = sum.terms().stream().map(MatrixAlgebra::value).toList();
        boolean structures = terms.stream().anyMatch(term -> term instanceof Matrix || term instanceof Group);
        if (!structures) {
            return terms.equals(sum.terms()) ? sum : new Sum(terms);
        }
        Node total = terms.get(0);
        for (Node term : terms.subList(1, terms.size())) {
            Optional<Node> next = plus(total, term);
            if (next.isEmpty()) {
                return sum;
            }
            total = next.get();
        }
        return total;
    }

    private static Optional<Node> plus(Node left, Node right) {
        if (left instanceof Matrix a && right instanceof Matrix b && sameShape(a, b)) {
            List<List<Node>> rows = IntStream.range(0, a.rows().size())
                    .mapToObj(i -> entries(a.rows().get(i), b.rows().get(i)))
                    .toList();
            return Optional.of(new Matrix(rows));
        }
        boolean tuples = left instanceof Group a
                && right instanceof Group b
                && "(<".indexOf(a.open()) >= 0
                && a.open() == b.open()
                && a.close() == b.close()
                && a.items().size() == b.items().size();
        return tuples
                ? Optional.of(new Group(
                        ((Group) left).open(),
                        entries(((Group) left).items(), ((Group) right).items()),
                        ((Group) left).close()))
                : Optional.empty();
    }

    private static List<Node> entries(List<Node> left, List<Node> right) {
        return IntStream.range(0, left.size())
                .mapToObj(i -> add(List.of(left.get(i), right.get(i))))
                .toList();
    }

    private static boolean sameShape(Matrix a, Matrix b) {
        return a.rows().size() == b.rows().size()
                && a.rows().get(0).size() == b.rows().get(0).size();
    }

    /** Scalars go into the first matrix or tuple; matrices are multiplied from left to right. */
    private static Node product(Product product) {
        List<Node> scalars = new ArrayList<>();
        Node structure = null;
        for (Node factor : product.factors()) {
            Node next = value(factor);
            if (next instanceof Matrix matrix) {
                if (structure != null && !fits(structure, matrix)) {
                    return product;
                }
                structure = structure == null ? matrix : times((Matrix) structure, matrix);
            } else if (next instanceof Group group && group.open() != '{') {
                if (structure != null) {
                    return product;
                }
                structure = group;
            } else {
                scalars.add(next);
            }
        }
        if (structure == null) {
            return scalars.equals(product.factors()) ? product : new Product(List.copyOf(scalars));
        }
        boolean plain = scalars.stream().allMatch(NumericParts::isScalar) && !Combinations.isCall(product);
        if (!plain) {
            return product;
        }
        return scalars.isEmpty() ? structure : Normaliser.map(structure, entry -> multiply(scalars, entry));
    }

    private static boolean fits(Node left, Matrix right) {
        return left instanceof Matrix matrix
                && matrix.rows().get(0).size() == right.rows().size();
    }

    private static Node multiply(List<Node> scalars, Node entry) {
        List<Node> factors = new ArrayList<>(scalars);
        factors.add(entry);
        return multiply(factors);
    }

    private static Matrix times(Matrix left, Matrix right) {
        List<List<Node>> columns = transposed(right.rows());
        List<List<Node>> rows = left.rows().stream()
                .map(row -> columns.stream().map(column -> dot(row, column)).toList())
                .toList();
        return new Matrix(rows);
    }

    private static Node dot(List<Node> row, List<Node> column) {
        return add(IntStream.range(0, row.size())
                .mapToObj(i -> multiply(List.of(row.get(i), column.get(i))))
                .toList());
    }

    private static List<List<Node>> transposed(List<List<Node>> rows) {
        return IntStream.range(0, rows.get(0).size())
                .mapToObj(j -> rows.stream().map(row -> row.get(j)).toList())
                .toList();
    }

    private static Node power(Power power) {
        Node base = value(power.base());
        if (base instanceof Group group && isTranspose(power.exponent()) && group.open() != '{') {
            return group;
        }
        if (!(base instanceof Matrix matrix)) {
            return base.equals(power.base()) ? power : new Power(base, power.exponent());
        }
        if (isTranspose(power.exponent())) {
            return new Matrix(transposed(matrix.rows()));
        }
        boolean square = matrix.rows().size() == matrix.rows().get(0).size();
        int exponent = integer(power.exponent());
        if (!square || exponent == 0) {
            return power;
        }
        if (exponent == -1) {
            return isDeterminate(matrix) ? inverse(matrix) : power;
        }
        boolean numbers = matrix.rows().stream().flatMap(List::stream).allMatch(Num.class::isInstance);
        if (exponent < 0 || exponent > (numbers ? LARGEST_POWER : LARGEST_SYMBOLIC_POWER)) {
            return power;
        }
        Matrix result = matrix;
        for (int i = 1; i < exponent; i++) {
            result = times(result, matrix);
        }
        return result;
    }

    private static boolean isTranspose(Node exponent) {
        return exponent instanceof Symbol symbol
                && (symbol.name().equals("T")
                        || symbol.name().equals("t")
                        || symbol.name().equals("top"));
    }

    private static int integer(Node exponent) {
        boolean negative = exponent.equals(new Product(List.of(MINUS_ONE, Num.of(1))));
        boolean small = exponent instanceof Num number
                && Rationals.isInteger(number.value())
                && number.value().abs().compareTo(BigFraction.of(LARGEST_POWER)) <= 0;
        return negative ? -1 : small ? ((Num) exponent).value().intValue() : 0;
    }

    /** The cofactors, transposed, over the determinant. */
    private static Matrix inverse(Matrix matrix) {
        Node reciprocal = new Power(determinant(matrix.rows()), MINUS_ONE);
        int size = matrix.rows().size();
        List<List<Node>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Node> row = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                Node minor = size == 1 ? Num.of(1) : determinant(without(matrix.rows(), j, i));
                row.add(multiply(List.of(Num.of((i + j) % 2 == 0 ? 1 : -1), minor, reciprocal)));
            }
            rows.add(List.copyOf(row));
        }
        return new Matrix(List.copyOf(rows));
    }

    private static Node determinant(List<List<Node>> rows) {
        if (rows.size() == 1) {
            return rows.get(0).get(0);
        }
        List<Node> terms = new ArrayList<>();
        for (int j = 0; j < rows.size(); j++) {
            Node sign = Num.of(j % 2 == 0 ? 1 : -1);
            terms.add(multiply(List.of(sign, rows.get(0).get(j), determinant(without(rows, 0, j)))));
        }
        return add(terms);
    }

    private static List<List<Node>> without(List<List<Node>> rows, int row, int column) {
        List<List<Node>> rest = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i != row) {
                List<Node> kept = new ArrayList<>(rows.get(i));
                kept.remove(column);
                rest.add(kept);
            }
        }
        return rest;
    }

    private static Node add(List<Node> terms) {
        return terms.stream().allMatch(MatrixAlgebra::isExact)
                ? new Num(
                        terms.stream().map(term -> ((Num) term).value()).reduce(BigFraction.ZERO, BigFraction::add),
                        Num.EXACT)
                : new Sum(List.copyOf(terms));
    }

    private static Node multiply(List<Node> factors) {
        return factors.stream().allMatch(MatrixAlgebra::isExact)
                ? new Num(
                        factors.stream()
                                .map(factor -> ((Num) factor).value())
                                .reduce(BigFraction.ONE, BigFraction::multiply),
                        Num.EXACT)
                : new Product(List.copyOf(factors));
    }

    private static boolean isExact(Node node) {
        return node instanceof Num number && number.decimals() == Num.EXACT;
    }
}
