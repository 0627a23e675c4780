package org.lemmalab.grading;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Compares two expressions: as rational numbers, by exact algebra, and where that does not decide by their values. */
final class ScalarComparator {
    private final Budget budget;
    private final NumericComparator numeric;
    private final DecimalTolerance tolerance;

    ScalarComparator(GradingSettings settings, Budget budget) {
        this.budget = budget;
        this.tolerance = new DecimalTolerance(settings);
        this.numeric = new NumericComparator(tolerance, settings.seed(), budget);
    }

    Outcome compare(Node left, Node right) {
        if (left.equals(right)) {
            return Outcome.of(true, Rule.SAME_FORM);
        }
        try {
            Optional<Outcome> exact = exact(left, right);
            return exact.isPresent() ? exact.get() : byValues(left, right);
        } catch (OutOfBudget e) {
            if (e.bound() == OutOfBudget.Bound.SIZE) {
                Optional<Outcome> powers = PowerProducts.compare(left, right, budget);
                if (powers.isPresent()) {
                    return powers.get();
                }
                return byValues(left, right);
            }
            throw e;
        } catch (NoMathematics e) {
            return Outcome.undecided(e.getMessage());
        }
    }

    private Outcome byValues(Node left, Node right) {
        return Binders.occurs(left) || Binders.occurs(right)
                ? new BinderComparator(this, tolerance, budget).compare(left, right)
                : numeric.compare(left, right);
    }

    private Optional<Outcome> exact(Node left, Node right) {
        boolean tolerant = tolerance.applies(left, right);
        Optional<BigFraction> leftValue = Rationals.value(left, budget);
        Optional<BigFraction> rightValue = leftValue.isEmpty() ? leftValue : Rationals.value(right, budget);
        if (rightValue.isPresent()) {
            boolean equal = leftValue.get().equals(rightValue.get());
            return Optional.of(
                    equal || !tolerant
                            ? Outcome.of(equal, Rule.EXACT_NUMBER)
                            : Outcome.of(
                                    tolerance.agree(leftValue.get(), rightValue.get(), left, right), Rule.DECIMAL));
        }
        return algebra(left, right, tolerant);
    }

    private Optional<Outcome> algebra(Node left, Node right, boolean tolerant) {
        Algebra algebra = new Algebra(budget);
        RationalFunction difference = algebra.minus(algebra.of(left), algebra.of(right));
        if (difference.isZero()) {
            return Optional.of(Outcome.of(true, Rule.EXACT_ALGEBRA));
        }
        boolean decided = !tolerant && algebra.atoms().independent();
        return decided ? Optional.of(Outcome.of(false, Rule.EXACT_ALGEBRA)) : Optional.empty();
    }
}
