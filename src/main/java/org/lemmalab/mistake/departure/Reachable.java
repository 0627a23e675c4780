package org.lemmalab.mistake.departure;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.lemmalab.mistake.departure.PerturbedValue.Leaf;
import org.lemmalab.mistake.departure.PerturbedValue.Pair;
import org.lemmalab.problem.program.Operand;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Operator;
import org.lemmalab.problem.program.Program;

/**
 * The values that a sound solution may pass through on the gold path: results, parts of expressions, partial sums and partial
 * products in any order, across steps, and factors distributed over sums. Signs are dropped.
 */
final class Reachable {
    private static final int MOST_TERMS = 7;
    private static final double TOLERANCE = 1e-9;

    private final List<PerturbedValue> results = new ArrayList<>();
    private final NumberSet partial = new NumberSet();
    private final NumberSet complete = new NumberSet();

    private Reachable(Program program, Shifts shifts) {
        for (Operation operation : program.operations()) {
            Iterator<Operand> operands = operation.operands().iterator();
            results.add(PerturbedValue.of(operation.expression(), () -> leaf(operands.next(), shifts)));
        }
        for (int i = 0; i < results.size(); i++) {
            add(i);
        }
    }

    static Reachable of(Program program, Shifts shifts) {
        return new Reachable(program, shifts);
    }

    /** Whether the value is a result, or a part on the way to one. */
    boolean reaches(double value) {
        return partial.contains(value);
    }

    /** Whether the value is the result of a gold operation. */
    boolean completes(double value) {
        return complete.contains(value);
    }

    /** The shadows here of the parts of gold expressions that are worth a value in another evaluation of the same program. */
    List<Double> partsWorth(double value, Reachable other) {
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            collectParts(other.results.get(i), results.get(i), value, found);
        }
        return found;
    }

    private static void collectParts(PerturbedValue other, PerturbedValue here, double value, List<Double> found) {
        if (other instanceof Pair otherPair && here instanceof Pair pair) {
            if (Math.abs(other.value() - value) <= TOLERANCE * Math.abs(value)) {
                found.add(here.value());
            }
            collectParts(otherPair.left(), pair.left(), value, found);
            collectParts(otherPair.right(), pair.right(), value, found);
        }
    }

    private Leaf leaf(Operand operand, Shifts shifts) {
        int source = operand.resultOf().orElse(-1);
        return new Leaf(
                source < 0 ? shifts.of(operand.value()) : results.get(source).value(), source);
    }

    private void add(int index) {
        PerturbedValue result = results.get(index);
        complete.add(result.value());
        parts(result);
        List<Double> terms = new ArrayList<>();
        terms(result, false, terms);
        subsets(terms, Operator.ADD, 0, 2);
        Factors factors = new Factors();
        factors(result, false, factors);
        subsets(factors.multiplied, Operator.MULTIPLY, 1 / factors.divisor, factors.divisors > 0 ? 1 : 2);
        if (result instanceof Pair pair) {
            distribute(pair);
        }
    }

    private void parts(PerturbedValue shadow) {
        if (shadow instanceof Pair pair) {
            partial.add(pair.value());
            parts(pair.left());
            parts(pair.right());
        }
    }

    /** The signed terms of a sum; a term that is the result of an earlier sum of numbers is replaced by those. */
    private void terms(PerturbedValue shadow, boolean negative, List<Double> into) {
        if (shadow instanceof Pair pair && pair.operator().isAdditive()) {
            terms(pair.left(), negative, into);
            terms(pair.right(), negative ^ pair.operator() == Operator.SUBTRACT, into);
        } else if (shadow instanceof Leaf leaf && leaf.source() >= 0 && isPlainSum(leaf) && into.size() < MOST_TERMS) {
            terms(results.get(leaf.source()), negative, into);
        } else {
            into.add(negative ? -shadow.value() : shadow.value());
        }
    }

    /** The factors of a product; earlier products are taken apart in the same way. */
    private void factors(PerturbedValue shadow, boolean inverse, Factors into) {
        if (shadow instanceof Pair pair && isProduct(pair)) {
            factors(pair.left(), inverse, into);
            factors(pair.right(), inverse ^ pair.operator() == Operator.DIVIDE, into);
        } else if (shadow instanceof Leaf leaf && leaf.source() >= 0 && !isSum(leaf) && into.size() < MOST_TERMS) {
            factors(results.get(leaf.source()), inverse, into);
        } else if (inverse) {
            into.divisor *= shadow.value();
            into.divisors++;
        } else {
            into.multiplied.add(shadow.value());
        }
    }

    /** A partial product must have all divisors: to leave one out is a mistake rather than another order. */
    private static final class Factors {
        private final List<Double> multiplied = new ArrayList<>();
        private double divisor = 1;
        private int divisors;

        private int size() {
            return multiplied.size() + divisors;
        }
    }

    private boolean isPlainSum(Leaf leaf) {
        return isPlainSum(results.get(leaf.source()));
    }

    private static boolean isPlainSum(PerturbedValue shadow) {
        return shadow instanceof Leaf
                || shadow instanceof Pair pair
                        && pair.operator().isAdditive()
                        && isPlainSum(pair.left())
                        && isPlainSum(pair.right());
    }

    private boolean isSum(Leaf leaf) {
        return results.get(leaf.source()) instanceof Pair pair
                && pair.operator().isAdditive();
    }

    private static boolean isProduct(Pair pair) {
        return pair.operator().precedence() == Operator.MULTIPLY.precedence();
    }

    private void distribute(Pair pair) {
        if (pair.operator() == Operator.MULTIPLY) {
            distribute(pair.left(), pair.right().value());
            distribute(pair.right(), pair.left().value());
        }
    }

    private void distribute(PerturbedValue sum, double factor) {
        List<Double> terms = new ArrayList<>();
        terms(sum, false, terms);
        if (terms.size() > 1) {
            terms.forEach(term -> partial.add(term * factor));
        }
    }

    private void subsets(List<Double> terms, Operator operator, double neutral, int least) {
        if (terms.size() > MOST_TERMS) {
            runs(terms, operator, neutral);
            return;
        }
        for (int mask = 1; mask < 1 << terms.size(); mask++) {
            if (Integer.bitCount(mask) >= least) {
                double total = neutral;
                for (int i = 0; i < terms.size(); i++) {
                    total = (mask >> i & 1) == 0 ? total : PerturbedValue.apply(operator, total, terms.get(i));
                }
                partial.add(total);
            }
        }
    }

    private void runs(List<Double> terms, Operator operator, double neutral) {
        for (int from = 0; from < terms.size(); from++) {
            double total = PerturbedValue.apply(operator, neutral, terms.get(from));
            for (int to = from + 1; to < terms.size(); to++) {
                total = PerturbedValue.apply(operator, total, terms.get(to));
                partial.add(total);
            }
        }
    }
}
