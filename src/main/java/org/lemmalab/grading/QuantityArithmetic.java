package org.lemmalab.grading;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Measured;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;

/** Calculations with quantities: 5 km + 300 m, 12 apples * $2. A mere number takes the other's unit in a sum. */
final class QuantityArithmetic {
    private static final Num MINUS_ONE = Num.of(-1);

    private QuantityArithmetic() {}

    /**
     * @param operation one of + - * /
     */
    static Node combined(char operation, Node first, Node second) {
        Node left = second instanceof Measured ? lettered(first) : first;
        Node right = left instanceof Measured ? lettered(second) : second;
        boolean scalars = NumericParts.isScalar(value(left)) && NumericParts.isScalar(value(right));
        if (!scalars) {
            throw new NoMathematics("no calculation with these quantities");
        }
        return operation == '+' || operation == '-' ? sum(operation, left, right) : product(operation, left, right);
    }

    /** Beside a quantity, a number with letters is one too. */
    private static Node lettered(Node node) {
        return LetterUnits.read(node).map(Node.class::cast).orElse(node);
    }

    private static Node sum(char operation, Node left, Node right) {
        Unit unit = unit(left).parts().isEmpty() ? unit(right) : unit(left);
        Node second = in(right, unit);
        Node signed = operation == '-' ? new Product(List.of(MINUS_ONE, second)) : second;
        return measured(new Sum(List.of(value(left), signed)), unit);
    }

    private static Node in(Node node, Unit unit) {
        Unit own = unit(node);
        if (own.parts().isEmpty() || own.equals(unit)) {
            return value(node);
        }
        UnitScale from = UnitScale.of(own);
        UnitScale into = UnitScale.of(unit);
        boolean same = from.dimension().equals(into.dimension())
                && from.radians() == into.radians()
                && from.offset().equals(into.offset());
        if (!same) {
            throw new NoMathematics("a sum of different dimensions");
        }
        BigFraction factor = from.factor().divide(into.factor());
        return new Product(List.of(new Num(factor, Num.EXACT), value(node)));
    }

    private static Node product(char operation, Node left, Node right) {
        Node factor = operation == '/' ? new Power(value(right), MINUS_ONE) : value(right);
        Unit unit = operation == '/' ? unit(left).per(unit(right)) : unit(left).times(unit(right));
        return measured(new Product(List.of(value(left), factor)), unit);
    }

    private static Node measured(Node value, Unit unit) {
        return unit.parts().isEmpty() ? value : new Measured(value, unit);
    }

    private static Node value(Node node) {
        return node instanceof Measured measured ? measured.value() : node;
    }

    private static Unit unit(Node node) {
        return node instanceof Measured measured ? measured.unit() : Unit.ONE;
    }
}
