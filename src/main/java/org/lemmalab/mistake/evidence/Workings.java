package org.lemmalab.mistake.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Operator;

/** The equations of an attempt as one calculation that can be worked out anew with another result of one of them. */
final class Workings {
    /** The operators that a repair may exchange or add. */
    static final List<Operator> OPERATORS =
            List.of(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE);

    private static final double CLOSE = 1e-6;

    private final List<Expression> expressions;
    private final double[][] numbers;
    private final int[][] sources;
    private final double[] stated;
    private final int last;

    /** @param last the equation whose result is the answer */
    Workings(List<Equation> equations, int last) {
        int size = equations.size();
        this.expressions = equations.stream().map(Equation::expression).toList();
        this.numbers = new double[size][];
        this.sources = new int[size][];
        this.stated = new double[size];
        this.last = last;
        for (int i = 0; i < size; i++) {
            numbers[i] = expressions.get(i).numbers().stream()
                    .mapToDouble(BigFraction::doubleValue)
                    .toArray();
            stated[i] = equations.get(i).result().map(BigFraction::doubleValue).orElse(Double.NaN);
            sources[i] = sources(i);
        }
    }

    private int[] sources(int equation) {
        int[] found = new int[numbers[equation].length];
        for (int k = 0; k < found.length; k++) {
            found[k] = -1;
            for (int j = 0; j < equation; j++) {
                found[k] = Points.same(stated[j], numbers[equation][k]) ? j : found[k];
            }
        }
        return found;
    }

    boolean isLast(int equation) {
        return equation == last;
    }

    double stated(int equation) {
        return stated[equation];
    }

    double[] numbers(int equation) {
        return numbers[equation];
    }

    Expression expression(int equation) {
        return expressions.get(equation);
    }

    /** The answer where one equation has another result and all later ones are worked out from it. */
    double answer(int changed, double result) {
        double[] results = stated.clone();
        boolean[] touched = new boolean[results.length];
        results[changed] = result;
        touched[changed] = true;
        for (int i = changed + 1; i <= last; i++) {
            double[] values = numbers[i].clone();
            for (int k = 0; k < values.length; k++) {
                int source = sources[i][k];
                if (source >= 0 && touched[source]) {
                    values[k] = results[source];
                    touched[i] = true;
                }
            }
            results[i] = touched[i] ? value(expressions.get(i), values) : results[i];
        }
        return results[last];
    }

    /** The result of an equation with which the answer comes out as wanted, where the answer depends on it evenly. */
    OptionalDouble needed(int equation, double wanted) {
        double at = Double.isFinite(stated[equation]) ? stated[equation] : 1;
        double first = answer(equation, at);
        double second = answer(equation, at + 1);
        double third = answer(equation, at + 3);
        double slope = second - first;
        boolean even = Math.abs(third - first - 3 * slope) <= CLOSE * Math.max(1, Math.abs(third));
        return slope == 0 || !Double.isFinite(slope) || !even
                ? OptionalDouble.empty()
                : OptionalDouble.of(at + (wanted - first) / slope);
    }

    static double value(Expression expression, double[] values) {
        int[] at = {0};
        return value(expression, values, at);
    }

    private static double value(Expression expression, double[] values, int[] at) {
        if (expression instanceof Expression.Binary binary) {
            double left = value(binary.left(), values, at);
            return apply(binary.operator(), left, value(binary.right(), values, at));
        }
        if (expression instanceof Expression.Negation negation
                && negation.operand() instanceof Expression.Binary inner) {
            return -value(inner, values, at);
        }
        if (expression instanceof Expression.Percent percent && percent.operand() instanceof Expression.Binary inner) {
            return value(inner, values, at) / 100;
        }
        return at[0] < values.length ? values[at[0]++] : Double.NaN;
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

    /** The values of an expression with one of its operators exchanged. */
    static List<Double> withOtherOperators(Expression expression) {
        List<Double> values = new ArrayList<>();
        if (expression instanceof Expression.Binary binary) {
            double left = plain(binary.left());
            double right = plain(binary.right());
            for (Operator operator : OPERATORS) {
                if (operator != binary.operator()) {
                    values.add(apply(operator, left, right));
                }
            }
            values.add(right - left);
            values.add(right / left);
            withOtherOperators(binary.left()).forEach(other -> values.add(apply(binary.operator(), other, right)));
            withOtherOperators(binary.right()).forEach(other -> values.add(apply(binary.operator(), left, other)));
        }
        return values;
    }

    /** The values of an expression with one of its numbers left out. */
    static List<Double> withoutOne(Expression expression) {
        List<Double> values = new ArrayList<>();
        if (expression instanceof Expression.Binary binary) {
            double left = plain(binary.left());
            double right = plain(binary.right());
            values.addAll(Arrays.asList(left, right));
            withoutOne(binary.left()).forEach(other -> values.add(apply(binary.operator(), other, right)));
            withoutOne(binary.right()).forEach(other -> values.add(apply(binary.operator(), left, other)));
        }
        return values;
    }

    static double plain(Expression expression) {
        return expression.value().map(BigFraction::doubleValue).orElse(Double.NaN);
    }
}
