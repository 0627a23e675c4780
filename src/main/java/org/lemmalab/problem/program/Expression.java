package org.lemmalab.problem.program;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.io.LabException;

/** An arithmetic expression. Trees from {@link ArithmeticParser} have a bounded depth, so recursion over them is safe. */
public sealed interface Expression {
    /**
     * @return the exact value; empty where there is none (see {@link Operator#apply})
     */
    Optional<BigFraction> value();

    /**
     * A number as written.
     *
     * @param number its value
     */
    record Literal(BigFraction number) implements Expression {
        /** Checks the number. */
        public Literal {
            require(number);
        }

        @Override
        public Optional<BigFraction> value() {
            return Optional.of(number);
        }

        @Override
        public String toString() {
            return Numbers.text(number);
        }
    }

    /**
     * A percentage: {@code 20%} is 20/100.
     *
     * @param operand what stands before the sign
     */
    record Percent(Expression operand) implements Expression {
        private static final BigFraction HUNDRED = BigFraction.of(100);

        /** Checks the operand. */
        public Percent {
            require(operand);
        }

        @Override
        public Optional<BigFraction> value() {
            return operand.value().flatMap(value -> Operator.DIVIDE.apply(value, HUNDRED));
        }

        @Override
        public String toString() {
            return operand + "%";
        }
    }

    /**
     * A negative value.
     *
     * @param operand what is negated
     */
    record Negation(Expression operand) implements Expression {
        /** Checks the operand. */
        public Negation {
            require(operand);
        }

        @Override
        public Optional<BigFraction> value() {
            return operand.value().map(BigFraction::negate);
        }

        @Override
        public String toString() {
            return "-" + operand;
        }
    }

    /**
     * Two operands and an operator between them.
     *
     * @param operator the operator
     * @param left left operand
     * @param right right operand
     */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {
        /** Checks operator and operands. */
        public Binary {
            require(operator);
            require(left);
            require(right);
        }

        @Override
        public Optional<BigFraction> value() {
            Optional<BigFraction> a = left.value();
            Optional<BigFraction> b = a.isEmpty() ? a : right.value();
            return b.isEmpty() ? b : operator.apply(a.get(), b.get());
        }

        @Override
        public String toString() {
            return wrapped(left, false) + " " + operator.symbol() + " " + wrapped(right, true);
        }

        private String wrapped(Expression side, boolean isRight) {
            boolean loose = side instanceof Binary inner
                    && (inner.operator.precedence() < operator.precedence()
                            || isRight && inner.operator.precedence() == operator.precedence());
            return loose ? "(" + side + ")" : side.toString();
        }
    }

    /**
     * @return the numbers in the order in which they are written, each with its sign and percent sign applied
     */
    default List<BigFraction> numbers() {
        List<BigFraction> found = new ArrayList<>();
        collectNumbers(this, found);
        return List.copyOf(found);
    }

    /**
     * The same expression with other numbers.
     *
     * @param values as many as {@link #numbers()} gives, in its order; signs and percent signs are part of them
     * @return the expression
     * @throws LabException if there are fewer
     */
    default Expression withNumbers(List<BigFraction> values) {
        return replaced(this, values.iterator());
    }

    private static Expression replaced(Expression expression, Iterator<BigFraction> values) {
        if (expression instanceof Binary binary) {
            Expression left = replaced(binary.left(), values);
            return new Binary(binary.operator(), left, replaced(binary.right(), values));
        }
        if (expression instanceof Negation negation && negation.operand() instanceof Binary inner) {
            return new Negation(replaced(inner, values));
        }
        if (expression instanceof Percent percent && percent.operand() instanceof Binary inner) {
            return new Percent(replaced(inner, values));
        }
        if (!values.hasNext()) {
            throw new LabException("expression " + expression + ": expected a number in its place, found none");
        }
        return new Literal(values.next());
    }

    /**
     * @return the operators, from left to right
     */
    default List<Operator> operators() {
        List<Operator> found = new ArrayList<>();
        collectOperators(this, found);
        return List.copyOf(found);
    }

    private static void collectNumbers(Expression expression, List<BigFraction> into) {
        if (expression instanceof Binary binary) {
            collectNumbers(binary.left(), into);
            collectNumbers(binary.right(), into);
        } else if (expression instanceof Negation negation && negation.operand() instanceof Binary inner) {
            collectNumbers(inner, into);
        } else if (expression instanceof Percent percent && percent.operand() instanceof Binary inner) {
            collectNumbers(inner, into);
        } else {
            expression.value().ifPresent(into::add);
        }
    }

    private static void collectOperators(Expression expression, List<Operator> into) {
        if (expression instanceof Binary binary) {
            collectOperators(binary.left(), into);
            into.add(binary.operator());
            collectOperators(binary.right(), into);
        } else if (expression instanceof Negation negation) {
            collectOperators(negation.operand(), into);
        } else if (expression instanceof Percent percent) {
            collectOperators(percent.operand(), into);
        }
    }

    private static void require(Object part) {
        if (part == null) {
            throw new LabException("expression: a part of it is missing");
        }
    }
}
