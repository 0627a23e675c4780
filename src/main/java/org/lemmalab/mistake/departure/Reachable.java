package org.lemmalab.mistake.departure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Operator;
import org.lemmalab.problem.program.Program;

/**
 * The values that a sound solution may pass through on the gold path: results, parts of expressions, partial sums and partial
 * products in any order, across steps, and products distributed over sums. Signs are dropped.
 */
final class Reachable {
    private static final int MOST_TERMS = 7;

    private final List<Operation> operations;
    private final Set<BigFraction> values = new HashSet<>();

    private Reachable(Program program) {
        operations = program.operations();
    }

    static Set<BigFraction> of(Program program) {
        Reachable reachable = new Reachable(program);
        for (int i = 0; i < reachable.operations.size(); i++) {
            reachable.add(i);
        }
        return Set.copyOf(reachable.values);
    }

    private void add(int index) {
        Operation operation = operations.get(index);
        values.add(operation.value().abs());
        parts(operation.expression());
        List<BigFraction> terms = new ArrayList<>();
        terms(operation.expression(), index, false, terms);
        subsets(terms, Operator.ADD, BigFraction.ZERO);
        List<BigFraction> factors = new ArrayList<>();
        factors(operation.expression(), index, false, factors);
        subsets(factors, Operator.MULTIPLY, BigFraction.ONE);
        distribute(operation, index);
    }

    private void parts(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            binary.value().map(BigFraction::abs).ifPresent(values::add);
            parts(binary.left());
            parts(binary.right());
        } else if (expression instanceof Expression.Negation negation) {
            parts(negation.operand());
        }
    }

    /** The signed terms of a sum; a term that is the result of an earlier sum is replaced by the terms of that sum. */
    private void terms(Expression expression, int before, boolean negative, List<BigFraction> into) {
        if (expression instanceof Expression.Binary binary && binary.operator().isAdditive()) {
            terms(binary.left(), before, negative, into);
            terms(binary.right(), before, negative ^ binary.operator() == Operator.SUBTRACT, into);
            return;
        }
        Optional<BigFraction> value = expression.value();
        int source = value.isEmpty() ? -1 : lastSum(value.get(), before);
        if (source >= 0 && into.size() < MOST_TERMS) {
            terms(operations.get(source).expression(), source, negative, into);
        } else {
            value.map(v -> negative ? v.negate() : v).ifPresent(into::add);
        }
    }

    /** The factors of a product, divisors as reciprocals; earlier products are taken apart in the same way. */
    private void factors(Expression expression, int before, boolean inverse, List<BigFraction> into) {
        if (expression instanceof Expression.Binary binary
                && binary.operator().precedence() == Operator.MULTIPLY.precedence()) {
            factors(binary.left(), before, inverse, into);
            factors(binary.right(), before, inverse ^ binary.operator() == Operator.DIVIDE, into);
            return;
        }
        Optional<BigFraction> value = expression.value();
        int source = value.isEmpty() ? -1 : lastProduct(value.get(), before);
        if (source >= 0 && into.size() < MOST_TERMS) {
            factors(operations.get(source).expression(), source, inverse, into);
        } else {
            value.filter(v -> !inverse || v.signum() != 0)
                    .map(v -> inverse ? v.reciprocal() : v)
                    .ifPresent(into::add);
        }
    }

    private void distribute(Operation operation, int index) {
        if (!(operation.expression() instanceof Expression.Binary binary)
                || binary.operator() != Operator.MULTIPLY && binary.operator() != Operator.DIVIDE) {
            return;
        }
        distribute(binary.left(), binary.right().value(), binary.operator(), index);
        if (binary.operator() == Operator.MULTIPLY) {
            distribute(binary.right(), binary.left().value(), binary.operator(), index);
        }
    }

    private void distribute(Expression sum, Optional<BigFraction> factor, Operator operator, int index) {
        List<BigFraction> terms = new ArrayList<>();
        terms(sum, index, false, terms);
        if (terms.size() > 1 && factor.isPresent()) {
            for (BigFraction term : terms) {
                operator.apply(term, factor.get()).map(BigFraction::abs).ifPresent(values::add);
            }
        }
    }

    private void subsets(List<BigFraction> terms, Operator operator, BigFraction neutral) {
        if (terms.size() < 2 || terms.size() > 2 * MOST_TERMS) {
            return;
        }
        if (terms.size() > MOST_TERMS) {
            runs(terms, operator);
            return;
        }
        for (int mask = 1; mask < 1 << terms.size(); mask++) {
            if (Integer.bitCount(mask) > 1) {
                BigFraction total = neutral;
                for (int i = 0; i < terms.size(); i++) {
                    total = (mask >> i & 1) == 0
                            ? total
                            : operator.apply(total, terms.get(i)).orElse(total);
                }
                values.add(total.abs());
            }
        }
    }

    private void runs(List<BigFraction> terms, Operator operator) {
        for (int from = 0; from < terms.size(); from++) {
            BigFraction total = terms.get(from);
            for (int to = from + 1; to < terms.size(); to++) {
                total = operator.apply(total, terms.get(to)).orElse(total);
                values.add(total.abs());
            }
        }
    }

    private int lastSum(BigFraction value, int before) {
        return last(value, before, true);
    }

    private int lastProduct(BigFraction value, int before) {
        return last(value, before, false);
    }

    private int last(BigFraction value, int before, boolean sum) {
        for (int i = before - 1; i >= 0; i--) {
            if (operations.get(i).value().equals(value)) {
                boolean isSum = operations.get(i).expression() instanceof Expression.Binary binary
                        && binary.operator().isAdditive();
                return isSum == sum ? i : -1;
            }
        }
        return -1;
    }
}
