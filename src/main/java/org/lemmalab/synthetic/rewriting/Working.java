package org.lemmalab.synthetic.rewriting;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Expression.Binary;
import org.lemmalab.problem.program.Operator;

/**
 * One equation of a solution that is being put together.
 *
 * @param id its name among the equations of the solution
 * @param expression what is worked out
 * @param sources for each number of the expression, in order, the equation that it is the result of, if any
 * @param value the result
 * @param label what the result is, in words; may be empty
 */
record Working(int id, Expression expression, List<OptionalInt> sources, BigFraction value, Label label) {
    /**
     * @param currency a currency sign before the result, or nothing
     * @param tail words after the result, or nothing
     */
    record Label(String currency, String tail) {
        static final Label NONE = new Label("", "");
    }

    /** Copies the sources. */
    Working {
        sources = List.copyOf(sources);
        if (sources.size() != expression.numbers().size()) {
            throw new LabException("working: expected a source or none for each of the "
                    + expression.numbers().size() + " numbers, found " + sources.size());
        }
    }

    /** The places of the expression that hold the result of another equation. */
    List<Integer> uses(int other) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).equals(OptionalInt.of(other))) {
                places.add(i);
            }
        }
        return places;
    }

    /** This equation with the other one written out in the place of its result. */
    Working inlined(Working other, int place) {
        List<OptionalInt> merged = new ArrayList<>(sources.subList(0, place));
        merged.addAll(other.sources);
        merged.addAll(sources.subList(place + 1, sources.size()));
        int[] at = {0};
        return new Working(id, replaced(expression, place, other.expression, at), merged, value, label);
    }

    /** The operands of the outermost sum or product in the other order; itself where the order matters. */
    Working commuted() {
        boolean commutes = expression instanceof Binary binary
                && (binary.operator() == Operator.ADD || binary.operator() == Operator.MULTIPLY);
        if (!commutes) {
            return this;
        }
        Binary binary = (Binary) expression;
        int left = binary.left().numbers().size();
        List<OptionalInt> swapped = new ArrayList<>(sources.subList(left, sources.size()));
        swapped.addAll(sources.subList(0, left));
        return new Working(id, new Binary(binary.operator(), binary.right(), binary.left()), swapped, value, label);
    }

    private static Expression replaced(Expression tree, int place, Expression by, int[] at) {
        if (tree instanceof Binary binary) {
            Expression left = replaced(binary.left(), place, by, at);
            return new Binary(binary.operator(), left, replaced(binary.right(), place, by, at));
        }
        int size = tree.numbers().size();
        boolean here = size == 1 && at[0] == place;
        at[0] += size;
        return here ? by : tree;
    }
}
