package org.lemmalab.reflection.program;

import static org.lemmalab.problem.program.Operator.ADD;
import static org.lemmalab.problem.program.Operator.DIVIDE;
import static org.lemmalab.problem.program.Operator.MULTIPLY;
import static org.lemmalab.problem.program.Operator.SUBTRACT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Expression.Binary;

/**
 * An expression in another grouping.
 *
 * @param inner what is worked out first
 * @param around the whole, of the inner one's value
 */
record Regrouped(Expression inner, UnaryOperator<Expression> around) {
    Expression outer(Expression value) {
        return around.apply(value);
    }

    /** The other groupings at the root of an expression; none with a negative part. */
    static List<Regrouped> of(Expression expression) {
        List<Regrouped> found = new ArrayList<>();
        if (expression instanceof Binary root) {
            if (root.left() instanceof Binary left) {
                chain(root, left, found);
            }
            if (root.left() instanceof Binary left && root.right() instanceof Binary right) {
                commonFactor(root, left, right, found);
            }
        }
        return found.stream()
                .filter(each -> Trees.areNotNegative(List.of(each.inner)))
                .toList();
    }

    /** (a ∘ b) ∘ c. */
    private static void chain(Binary root, Binary left, List<Regrouped> found) {
        Expression a = left.left();
        Expression b = left.right();
        Expression c = root.right();
        switch (left.operator()) {
            case ADD -> {
                if (root.operator() == ADD) {
                    found.add(new Regrouped(Trees.of(ADD, b, c), inner -> Trees.of(ADD, a, inner)));
                } else if (root.operator() == SUBTRACT) {
                    found.add(new Regrouped(Trees.of(SUBTRACT, b, c), inner -> Trees.of(ADD, a, inner)));
                    found.add(new Regrouped(Trees.of(SUBTRACT, a, c), inner -> Trees.of(ADD, inner, b)));
                }
            }
            case SUBTRACT -> {
                if (root.operator() == SUBTRACT) {
                    found.add(new Regrouped(Trees.of(ADD, b, c), inner -> Trees.of(SUBTRACT, a, inner)));
                } else if (root.operator() == ADD) {
                    found.add(new Regrouped(Trees.of(ADD, a, c), inner -> Trees.of(SUBTRACT, inner, b)));
                }
            }
            case MULTIPLY -> {
                if (root.operator() == MULTIPLY) {
                    found.add(new Regrouped(Trees.of(MULTIPLY, b, c), inner -> Trees.of(MULTIPLY, a, inner)));
                } else if (root.operator() == DIVIDE) {
                    found.add(new Regrouped(Trees.of(DIVIDE, a, c), inner -> Trees.of(MULTIPLY, inner, b)));
                }
            }
            case DIVIDE -> {
                if (root.operator() == DIVIDE) {
                    found.add(new Regrouped(Trees.of(MULTIPLY, b, c), inner -> Trees.of(DIVIDE, a, inner)));
                } else if (root.operator() == MULTIPLY) {
                    found.add(new Regrouped(Trees.of(MULTIPLY, a, c), inner -> Trees.of(DIVIDE, inner, b)));
                }
            }
            case POWER -> {}
        }
    }

    /** a × k ± b × k. */
    private static void commonFactor(Binary root, Binary left, Binary right, List<Regrouped> found) {
        boolean products = Trees.isBinary(left, MULTIPLY) && Trees.isBinary(right, MULTIPLY);
        if (!products || !root.operator().isAdditive()) {
            return;
        }
        List<Expression> first = List.of(left.left(), left.right());
        List<Expression> second = List.of(right.left(), right.right());
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                if (first.get(i).equals(second.get(j))) {
                    Expression factor = first.get(i);
                    found.add(new Regrouped(
                            Trees.of(root.operator(), first.get(1 - i), second.get(1 - j)),
                            inner -> Trees.of(MULTIPLY, inner, factor)));
                }
            }
        }
    }
}
