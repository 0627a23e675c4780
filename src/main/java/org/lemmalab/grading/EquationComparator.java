package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;

/**
 * Compares equations up to rearrangement and a constant factor: L = R and l = r are the same where L - R is a multiple of
 * l - r, both cleared of denominators. Where both give a value to the same name, their values are compared.
 */
final class EquationComparator {
    private final Comparison comparison;
    private final GradingSettings settings;
    private final Budget budget;

    EquationComparator(Comparison comparison, GradingSettings settings, Budget budget) {
        this.comparison = comparison;
        this.settings = settings;
        this.budget = budget;
    }

    Outcome compare(Relation left, Relation written) {
        if (left.members().size() != 2 || written.members().size() != 2) {
            return chains(left, written);
        }
        Relation right = FunctionNames.withArgumentsOf(left, written);
        Node leftValue = left.members().get(1);
        Node rightValue = right.members().get(1);
        if (sameName(left, right)) {
            Outcome values = comparison.compare(leftValue, rightValue);
            if (!values.isUnequal() || !NumericParts.isScalar(leftValue)) {
                return values.under(Rule.EQUATION);
            }
        }
        if (isConstant(left) || isConstant(right)) {
            boolean both = isConstant(left) && isConstant(right);
            return both
                    ? comparison.compare(leftValue, rightValue).under(Rule.EQUATION)
                    : Outcome.of(false, Rule.EQUATION);
        }
        if (!scalars(left) || !scalars(right)) {
            return membersAsWritten(left, right);
        }
        return proportional(left, right)
                .map(sign -> Outcome.of(sign != 0, Rule.EQUATION))
                .orElseGet(() -> Outcome.undecided("equations with functions"));
    }

    /** Chains a = b = c: the same members in the same order. */
    private Outcome chains(Relation left, Relation right) {
        if (left.members().size() == right.members().size()) {
            Outcome members = membersAsWritten(left, right);
            if (!members.isUnequal()) {
                return members;
            }
        }
        Node leftLast = left.members().get(left.members().size() - 1);
        Node rightLast = right.members().get(right.members().size() - 1);
        return sameName(left, right)
                ? comparison.compare(leftLast, rightLast).under(Rule.EQUATION)
                : Outcome.of(false, Rule.EQUATION);
    }

    private Outcome membersAsWritten(Relation left, Relation right) {
        return comparison.places(left.members(), right.members()).under(Rule.EQUATION);
    }

    /** The same name on the left, or a function's name f(x) against a plain name, as in f(x) = … and y = …. */
    private static boolean sameName(Relation left, Relation right) {
        boolean names =
                left.members().get(0) instanceof Symbol && right.members().get(0) instanceof Symbol;
        if (!names) {
            return false;
        }
        String a = ((Symbol) left.members().get(0)).name();
        String b = ((Symbol) right.members().get(0)).name();
        boolean function = a.endsWith(")") != b.endsWith(")");
        return a.equals(b) || function && !occurs(a, right) && !occurs(b, left);
    }

    private static boolean occurs(String name, Relation relation) {
        return NumericParts.variables(relation.members().get(1)).contains(name);
    }

    /** Whether no variable occurs, as in 2 + 3 = 5. */
    private static boolean isConstant(Relation relation) {
        return scalars(relation)
                && relation.members().stream()
                        .allMatch(side -> NumericParts.variables(side).isEmpty());
    }

    private static boolean scalars(Relation relation) {
        return relation.members().stream().allMatch(NumericParts::isScalar);
    }

    /** Two inequalities, possibly in several variables, possibly turned round. */
    Outcome compareInequalities(Relation left, Relation right) {
        List<Node> members = new ArrayList<>(right.members());
        List<String> relations = new ArrayList<>(right.relations());
        if (!left.relations().equals(relations)) {
            Collections.reverse(members);
            Collections.reverse(relations);
            relations.replaceAll(EquationComparator::turned);
        }
        if (!left.relations().equals(relations)) {
            return Outcome.of(false, Rule.REAL_SET);
        }
        if (left.members().size() == 2 && scalars(left) && scalars(right)) {
            Optional<Integer> sign = proportional(left, new Relation(List.copyOf(members), relations));
            return sign.map(value -> Outcome.of(value > 0, Rule.REAL_SET))
                    .orElseGet(() -> Outcome.undecided("inequalities with functions"));
        }
        return left.members().size() == members.size()
                ? comparison.places(left.members(), members).under(Rule.REAL_SET)
                : Outcome.of(false, Rule.REAL_SET);
    }

    private static String turned(String relation) {
        return switch (relation) {
            case "<" -> ">";
            case ">" -> "<";
            case "≤" -> "≥";
            case "≥" -> "≤";
            default -> relation;
        };
    }

    /**
     * The sign of the factor between two relations' differences of sides; 0 where there is no such factor; empty where exact
     * algebra does not tell and random points do not either.
     */
    private Optional<Integer> proportional(Relation left, Relation right) {
        Node first = difference(left);
        Node second = difference(right);
        try {
            Algebra algebra = new Algebra(budget);
            RationalFunction one = algebra.of(first);
            RationalFunction other = algebra.of(second);
            Polynomial a = one.numerator();
            Polynomial b = other.numerator();
            if (a.isZero() || b.isZero()) {
                return Optional.of(a.isZero() && b.isZero() && sameSides(left, right) ? 1 : 0);
            }
            Optional<BigFraction> factor = factor(a, b);
            if (factor.isPresent()) {
                boolean lost = !isExplicit(left) && losesSolutions(a, one.denominator(), other.denominator(), algebra)
                        || !isExplicit(right) && losesSolutions(b, other.denominator(), one.denominator(), algebra);
                return Optional.of(lost ? 0 : factor.get().signum());
            }
            if (algebra.atoms().independent()) {
                return Optional.of(0);
            }
        } catch (NoMathematics e) {
            return Optional.empty();
        } catch (OutOfBudget e) {
            if (e.bound() != OutOfBudget.Bound.SIZE) {
                throw e;
            }
        }
        return new NumericComparator(new DecimalTolerance(settings), settings.seed(), budget)
                .proportional(first, second);
    }

    /** Whether two identities say the same: their sides, which are all equal within each, are equal to one another. */
    private boolean sameSides(Relation left, Relation right) {
        return comparison.compare(left.members().get(0), right.members().get(0)).isEqual();
    }

    /** Whether an equation gives a variable: y = k/x. */
    private static boolean isExplicit(Relation relation) {
        return relation.members().stream().anyMatch(Symbol.class::isInstance);
    }

    /**
     * Whether a variable that divides only the first denominator may be zero where the equation holds: x/y = 1 excludes the
     * origin, which x = y does not; but y = 7/x excludes nothing that xy = 7 has.
     */
    private static boolean losesSolutions(
            Polynomial equation, Polynomial denominator, Polynomial other, Algebra algebra) {
        for (int atom : denominator.commonAtoms()) {
            boolean variable = algebra.atoms().get(atom).kind() == Atoms.Kind.VARIABLE;
            Polynomial rest = equation.without(atom);
            boolean possible = rest.isZero() || !rest.isConstant();
            if (variable && possible && !other.commonAtoms().contains(atom)) {
                return true;
            }
        }
        return false;
    }

    private static Node difference(Relation relation) {
        return new Sum(List.of(
                relation.members().get(0),
                new Product(List.of(Num.of(-1), relation.members().get(1)))));
    }

    /** The number c with a = c b, if there is one. */
    private static Optional<BigFraction> factor(Polynomial a, Polynomial b) {
        if (a.isZero() || b.isZero() || a.terms().size() != b.terms().size()) {
            return Optional.empty();
        }
        Optional<BigFraction> factor = Optional.empty();
        for (Map.Entry<Monomial, BigFraction> term : a.terms().entrySet()) {
            BigFraction other = b.terms().get(term.getKey());
            if (other == null) {
                return Optional.empty();
            }
            BigFraction quotient = term.getValue().divide(other);
            if (factor.isPresent() && !factor.get().equals(quotient)) {
                return Optional.empty();
            }
            factor = Optional.of(quotient);
        }
        return factor;
    }
}
