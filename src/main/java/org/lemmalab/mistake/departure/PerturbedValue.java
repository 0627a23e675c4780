package org.lemmalab.mistake.departure;

import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Operator;

/**
 * An expression worked out a second time, with every value of the question shifted a little (see {@link Shifts}). Two expressions
 * whose shadows agree are the same formula of the question's values, whatever the order of their operands; a value that agrees by
 * chance has another shadow.
 */
sealed interface PerturbedValue {
    /**
     * @return the shifted value; not a number where there is none
     */
    double value();

    /**
     * A number.
     *
     * @param value its shifted value
     * @param source the index of the gold operation that it is the result of; -1 where it is none
     */
    record Leaf(double value, int source) implements PerturbedValue {}

    /**
     * Two operands.
     *
     * @param operator the operator between them
     * @param left left operand
     * @param right right operand
     * @param value the shifted value
     */
    record Pair(Operator operator, PerturbedValue left, PerturbedValue right, double value) implements PerturbedValue {}

    /** Supplies the shifted value of an expression's numbers, in the order of {@link Expression#numbers()}. */
    @FunctionalInterface
    interface Leaves {
        Leaf next();
    }

    static PerturbedValue of(Expression expression, Leaves leaves) {
        if (expression instanceof Expression.Binary binary) {
            PerturbedValue left = of(binary.left(), leaves);
            PerturbedValue right = of(binary.right(), leaves);
            return new Pair(binary.operator(), left, right, apply(binary.operator(), left.value(), right.value()));
        }
        if (expression instanceof Expression.Negation negation
                && negation.operand() instanceof Expression.Binary inner) {
            return new Leaf(-of(inner, leaves).value(), -1);
        }
        if (expression instanceof Expression.Percent percent && percent.operand() instanceof Expression.Binary inner) {
            return new Leaf(of(inner, leaves).value() / 100, -1);
        }
        return leaves.next();
    }

    static double apply(Operator operator, double left, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case POWER -> Math.pow(left, right);
        };
    }
}
