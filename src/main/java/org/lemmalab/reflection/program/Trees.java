package org.lemmalab.reflection.program;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Expression.Binary;
import org.lemmalab.problem.program.Expression.Literal;
import org.lemmalab.problem.program.Expression.Negation;
import org.lemmalab.problem.program.Expression.Percent;
import org.lemmalab.problem.program.Operator;

/** Changes to expression trees. */
final class Trees {
    private Trees() {}

    /**
     * @param expression a tree
     * @param index the index of a number, as {@link Expression#numbers()} counts them
     * @param with what is to stand in its place
     * @return the changed tree
     */
    static Expression replaced(Expression expression, int index, Expression with) {
        return replaced(expression, new AtomicInteger(index), with);
    }

    private static Expression replaced(Expression expression, AtomicInteger countdown, Expression with) {
        if (expression instanceof Binary binary) {
            Expression left = replaced(binary.left(), countdown, with);
            return new Binary(binary.operator(), left, replaced(binary.right(), countdown, with));
        }
        if (expression instanceof Negation negation && negation.operand() instanceof Binary inner) {
            return new Negation(replaced(inner, countdown, with));
        }
        if (expression instanceof Percent percent && percent.operand() instanceof Binary inner) {
            return new Percent(replaced(inner, countdown, with));
        }
        return countdown.getAndDecrement() == 0 ? with : expression;
    }

    /** The operation that is worked out first: the leftmost one between two numbers. */
    static Optional<Binary> innermost(Expression expression) {
        if (expression instanceof Binary binary) {
            return innermost(binary.left()).or(() -> innermost(binary.right())).or(() -> Optional.of(binary));
        }
        return Optional.empty();
    }

    /** The tree with its leftmost innermost operation replaced by the value. */
    static Expression workedOut(Expression expression, Binary innermost, BigFraction value) {
        if (expression == innermost) {
            return new Literal(value);
        }
        if (expression instanceof Binary binary) {
            Expression left = workedOut(binary.left(), innermost, value);
            boolean there = left != binary.left();
            return new Binary(
                    binary.operator(), left, there ? binary.right() : workedOut(binary.right(), innermost, value));
        }
        return expression;
    }

    static int size(Expression expression) {
        return expression.numbers().size();
    }

    static boolean isBinary(Expression expression, Operator operator) {
        return expression instanceof Binary binary && binary.operator() == operator;
    }

    static Expression of(Operator operator, Expression left, Expression right) {
        return new Binary(operator, left, right);
    }

    /** Whether it is made of literals and operators between them alone. */
    static boolean isPlain(Expression expression) {
        return expression instanceof Literal
                || expression instanceof Binary binary && isPlain(binary.left()) && isPlain(binary.right());
    }

    /** Whether all are worth something from 0. */
    static boolean areNotNegative(List<Expression> expressions) {
        return expressions.stream()
                .allMatch(each -> each.value().map(value -> value.signum() >= 0).orElse(false));
    }
}
