package org.lemmalab.mistake.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Operator;

/** Finds the smallest {@link Repair} of each equation of an attempt. */
final class RepairFinder {
    private final Workings workings;
    private final double wanted;
    private final List<Double> known;
    private final List<Double> gold;

    /**
     * @param wanted the gold answer
     * @param known values of the question
     * @param gold results of the gold solution
     */
    RepairFinder(Workings workings, double wanted, List<Double> known, List<Double> gold) {
        this.workings = workings;
        this.wanted = wanted;
        this.known = known;
        this.gold = gold;
    }

    Repair of(int equation) {
        OptionalDouble needed = workings.needed(equation, wanted);
        if (needed.isEmpty() || Points.same(needed.getAsDouble(), workings.stated(equation))) {
            return Repair.NONE;
        }
        double result = needed.getAsDouble();
        Expression expression = workings.expression(equation);
        if (close(Workings.plain(expression), result)) {
            return Repair.ARITHMETIC;
        }
        if (any(Workings.withOtherOperators(expression), result)) {
            return Repair.OPERATOR;
        }
        List<Double> others = new ArrayList<>(known);
        others.addAll(gold);
        for (int i = 0; i < equation; i++) {
            others.add(workings.stated(i));
        }
        if (byNumber(equation, others, result)) {
            return Repair.NUMBER;
        }
        if (any(Workings.withoutOne(expression), result)) {
            return Repair.OMISSION;
        }
        if (byAddition(Workings.plain(expression), others, result)) {
            return Repair.ADDITION;
        }
        return !workings.isLast(equation) && any(gold, result) ? Repair.RESULT : Repair.NONE;
    }

    private boolean byNumber(int equation, List<Double> others, double result) {
        double[] numbers = workings.numbers(equation).clone();
        for (int k = 0; k < numbers.length; k++) {
            double before = numbers[k];
            for (double other : others) {
                numbers[k] = other;
                if (close(Workings.value(workings.expression(equation), numbers), result)) {
                    return true;
                }
            }
            numbers[k] = before;
        }
        return false;
    }

    private static boolean byAddition(double value, List<Double> others, double result) {
        for (double other : others) {
            for (Operator operator : Workings.OPERATORS) {
                if (close(Workings.apply(operator, value, other), result)
                        || close(Workings.apply(operator, other, value), result)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean any(List<Double> values, double result) {
        return values.stream().anyMatch(value -> close(value, result));
    }

    private static boolean close(double one, double other) {
        return Math.abs(one - other) <= 1e-6 * Math.max(Math.abs(one), Math.abs(other)) && Double.isFinite(one);
    }
}
