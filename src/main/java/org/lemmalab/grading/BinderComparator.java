package org.lemmalab.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Binder;
import org.lemmalab.grading.Node.Binding;

/**
 * Compares expressions with sums, products, integrals and limits that algebra does not decide: antiderivatives by their
 * derivatives; sums with a variable bound for small integers; all else by values at a few points. What is not found is undecided.
 */
final class BinderComparator {
    private static final int LARGEST_BOUND = 8;
    private static final int FEWEST_BOUNDS = 6;
    private static final int FEWEST_POINTS = 2;
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal SAME = new BigDecimal("1e-22");
    private static final BigDecimal APART = new BigDecimal("1e-12");
    /** Fractions for the free variables: within every radius of convergence first, then beyond 1. */
    private static final int[][] PLACES = {{1, 3}, {2, 7}, {3, 11}, {5, 3}, {9, 4}, {17, 5}};

    private final ScalarComparator scalars;
    private final DecimalTolerance tolerance;
    private final Budget budget;

    BinderComparator(ScalarComparator scalars, DecimalTolerance tolerance, Budget budget) {
        this.scalars = scalars;
        this.tolerance = tolerance;
        this.budget = budget;
    }

    Outcome compare(Node left, Node right) {
        Optional<String> variable = antiderivative(left).or(() -> antiderivative(right));
        if (variable.isPresent()) {
            return antiderivatives(left, right, variable.get());
        }
        if (NumericParts.any(left, Binders::isUnknown) || NumericParts.any(right, Binders::isUnknown)) {
            return Outcome.undecided("sums or limits of a function that is not known");
        }
        Set<String> bounds = new TreeSet<>(Binders.integerVariables(left));
        bounds.addAll(Binders.integerVariables(right));
        return bounds.isEmpty() ? atPoints(left, right) : atIntegers(left, right, bounds);
    }

    private static Optional<String> antiderivative(Node node) {
        List<String> names = new ArrayList<>();
        NumericParts.any(
                node,
                part -> part instanceof Binder binder
                        && binder.binding() == Binding.ANTIDERIVATIVE
                        && names.add(binder.variable()));
        return names.stream().findFirst();
    }

    /** Both sides have the same derivative, whatever the variable of the second integral is called. */
    private Outcome antiderivatives(Node left, Node right, String variable) {
        Node renamed = antiderivative(right)
                .filter(name -> antiderivative(left).isPresent() && !name.equals(variable))
                .map(name -> renamed(right, name, variable))
                .orElse(right);
        Optional<Node> first = Derivative.of(left, variable);
        Optional<Node> second = Derivative.of(renamed, variable);
        return first.isPresent() && second.isPresent()
                ? scalars.compare(first.get(), second.get()).under(Rule.CALCULUS)
                : Outcome.undecided("integrals without a known derivative");
    }

    private static Node renamed(Node node, String from, String to) {
        Node renamed = node instanceof Binder binder && binder.variable().equals(from)
                ? new Binder(binder.binding(), to, binder.bounds(), binder.body())
                : node;
        return Binders.renamed(
                Normaliser.map(renamed, part -> part instanceof Binder ? renamed(part, from, to) : part), from, to);
    }

    private Outcome atIntegers(Node left, Node right, Set<String> bounds) {
        if (bounds.size() > 2) {
            return Outcome.undecided("sums with many variable bounds");
        }
        int agreements = 0;
        Optional<Outcome> unsure = Optional.empty();
        for (Map<String, BigFraction> point : integers(new ArrayList<>(bounds))) {
            budget.check();
            Node first = Binders.simplified(Substitution.at(left, point));
            Node second = Binders.simplified(Substitution.at(right, point));
            Outcome outcome = scalars.compare(first, second);
            if (outcome.isUnequal()) {
                return Outcome.of(false, Rule.SMALL_INTEGERS);
            }
            unsure = outcome.isEqual() ? unsure : Optional.of(outcome);
            agreements += outcome.isEqual() ? 1 : 0;
        }
        return agreements >= FEWEST_BOUNDS
                ? Outcome.of(true, Rule.SMALL_INTEGERS)
                : unsure.orElseGet(() -> Outcome.undecided("too few integers where both sums have values"));
    }

    private static List<Map<String, BigFraction>> integers(List<String> names) {
        List<Map<String, BigFraction>> points = new ArrayList<>();
        for (int i = 1; i <= LARGEST_BOUND; i++) {
            Map<String, BigFraction> point = new HashMap<>();
            point.put(names.get(0), BigFraction.of(i));
            for (int j = i; names.size() > 1 && j <= LARGEST_BOUND; j += 3) {
                Map<String, BigFraction> pair = new HashMap<>(point);
                pair.put(names.get(1), BigFraction.of(j));
                points.add(pair);
            }
            if (names.size() == 1) {
                points.add(point);
            }
        }
        return points;
    }

    private Outcome atPoints(Node left, Node right) {
        Set<String> variables = new TreeSet<>(NumericParts.variables(left));
        variables.addAll(NumericParts.variables(right));
        budget.requireFull();
        int agreements = 0;
        String reason = "values too close to tell";
        for (int i = 0; i < PLACES.length && (i == 0 || !variables.isEmpty()); i++) {
            Map<String, BigFraction> point = new HashMap<>();
            int next = i;
            for (String name : variables) {
                int[] place = PLACES[next++ % PLACES.length];
                point.put(name, BigFraction.of(place[0], place[1]));
            }
            try {
                Optional<Boolean> same = same(left, right, point);
                if (same.isPresent() && !same.get()) {
                    return Outcome.of(false, Rule.CALCULUS);
                }
                agreements += same.isPresent() ? 1 : 0;
            } catch (Undefined e) {
                reason = e.getMessage();
            }
            if (agreements >= FEWEST_POINTS || agreements == 1 && variables.isEmpty()) {
                return Outcome.of(true, Rule.CALCULUS);
            }
        }
        return Outcome.undecided(reason);
    }

    private Optional<Boolean> same(Node left, Node right, Map<String, BigFraction> point) {
        Evaluator evaluator = new Evaluator(point, true, DIGITS.getPrecision(), budget);
        Complex first = evaluator.value(left);
        Complex second = evaluator.value(right);
        if (!first.isReal() || !second.isReal()) {
            return Optional.empty();
        }
        if (tolerance.applies(left, right)) {
            BigFraction a = Calculus.fraction(first.real().round(DIGITS));
            BigFraction b = Calculus.fraction(second.real().round(DIGITS));
            return Optional.of(tolerance.agree(a, b, left, right));
        }
        BigDecimal difference = first.minus(second, DIGITS).real().abs();
        BigDecimal size = first.real().abs().max(second.real().abs());
        if (difference.compareTo(SAME.multiply(size.max(BigDecimal.ONE))) <= 0 && size.compareTo(APART) > 0
                || size.compareTo(SAME) <= 0) {
            return Optional.of(true);
        }
        return difference.compareTo(APART.multiply(size)) > 0 ? Optional.of(false) : Optional.empty();
    }
}
