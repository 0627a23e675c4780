package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.IntegerSet;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Qualified;
import org.lemmalab.grading.Node.Relation;

/**
 * Compares answers with conditions on their variables. A condition on one side only is passed over; on both sides they must
 * agree. Declared parameters may have other names, and families such as π/2 + kπ with an integer k are compared as sets.
 */
final class QualifiedComparator {
    /** Names that are used for integers and constants without saying so. */
    private static final Set<String> PARAMETERS =
            Set.of("k", "n", "m", "l", "j", "N", "K", "c", "C", "a", "b", "A", "B");

    private static final Set<String> INTEGERS = Set.of("k", "n", "m", "l", "j", "N", "K");

    private final Comparison comparison;
    private final Budget budget;

    QualifiedComparator(Comparison comparison, Budget budget) {
        this.comparison = comparison;
        this.budget = budget;
    }

    Outcome compare(Node left, Node right) {
        if (left instanceof Qualified a && right instanceof Qualified b) {
            return both(a, b);
        }
        return left instanceof Qualified a ? one(a, right, true) : one((Qualified) right, left, false);
    }

    /** A condition on one side only. */
    private Outcome one(Qualified qualified, Node other, boolean first) {
        Node set = asSet(qualified);
        boolean sets = set instanceof IntegerSet && IntegerSets.named(other).isPresent()
                || set instanceof Group && (other instanceof Group || other instanceof Listing);
        Node value = sets ? set : qualified.value();
        Outcome plain = first ? comparison.compare(value, other) : comparison.compare(other, value);
        if (plain.isEqual() || sets) {
            return plain;
        }
        Optional<String> parameter = onlyParameter(qualified);
        Set<String> names = new TreeSet<>();
        Qualifiers.collect(other, names);
        Set<String> own = new TreeSet<>();
        Qualifiers.collect(qualified.value(), own);
        List<String> strange =
                names.stream().filter(name -> !own.contains(name)).toList();
        boolean rename = parameter.isPresent()
                && !names.contains(parameter.get())
                && strange.size() == 1
                && PARAMETERS.contains(strange.get(0));
        if (!rename) {
            return plain;
        }
        Node renamed = SetBuilders.renamed(other, strange.get(0), parameter.get());
        return first ? comparison.compare(value, renamed) : comparison.compare(renamed, value);
    }

    private Outcome both(Qualified left, Qualified right) {
        Node leftSet = asSet(left);
        Node rightSet = asSet(right);
        if (!(leftSet instanceof Qualified) && !(rightSet instanceof Qualified)) {
            Outcome sets = comparison.compare(leftSet, rightSet);
            if (!sets.isUnequal()) {
                return sets;
            }
        }
        Qualified renamed = withNamesOf(left, right);
        Outcome values = comparison.compare(left.value(), renamed.value());
        if (!values.isUnequal()) {
            Optional<Boolean> agree = Conditions.agree(left.conditions(), renamed.conditions());
            return agree.isEmpty()
                    ? values.isEqual() ? Outcome.undecided("conditions that are not understood") : values
                    : agree.get() ? values : Outcome.of(false, values.rule());
        }
        Optional<String> parameter = onlyParameter(left);
        boolean families = parameter.isPresent()
                && parameter.equals(onlyParameter(renamed))
                && Conditions.allIntegers(left.conditions(), parameter.get())
                && Conditions.allIntegers(renamed.conditions(), parameter.get());
        return families
                ? new PeriodicFamilies(comparison, parameter.get())
                        .compare(left.value(), renamed.value())
                        .orElse(values)
                : values;
    }

    /** The integers that a qualified value is, where it is such a set. */
    private Node asSet(Qualified qualified) {
        Node value = NamedValue.of(qualified.value()).orElse(qualified.value());
        return IntegerSets.of(value, qualified.conditions(), budget).orElse(qualified);
    }

    private static Optional<String> onlyParameter(Qualified qualified) {
        Set<String> names = parameters(qualified);
        return names.size() == 1 ? Optional.of(names.iterator().next()) : Optional.empty();
    }

    /** The variables that conditions are about, in their order. */
    private static Set<String> parameters(Qualified qualified) {
        Set<String> names = new LinkedHashSet<>();
        for (Node condition : qualified.conditions()) {
            Set<String> own = new TreeSet<>();
            Qualifiers.collect(((Relation) condition).members().get(0), own);
            names.addAll(own);
            RealSetReader.subject(condition).ifPresent(names::add);
        }
        return names;
    }

    /** The right answer with the parameters' names of the left, where both have equally many that are not names of values. */
    private static Qualified withNamesOf(Qualified left, Qualified right) {
        List<String> from = new ArrayList<>(parameters(right));
        List<String> to = new ArrayList<>(parameters(left));
        Set<String> used = new TreeSet<>();
        Qualifiers.collect(right.value(), used);
        boolean possible =
                from.size() == to.size() && to.stream().noneMatch(name -> used.contains(name) && !from.contains(name));
        Qualified renamed = right;
        for (int i = 0; possible && i < from.size(); i++) {
            renamed = renamed(renamed, from.get(i), "•" + i);
        }
        for (int i = 0; possible && i < from.size(); i++) {
            renamed = renamed(renamed, "•" + i, to.get(i));
        }
        return renamed;
    }

    private static Qualified renamed(Qualified qualified, String from, String to) {
        return new Qualified(
                SetBuilders.renamed(qualified.value(), from, to),
                qualified.conditions().stream()
                        .map(condition -> SetBuilders.renamed(condition, from, to))
                        .toList());
    }

    /** kπ against nπ where nothing is said of k and n: names for integers, each the only one of its side. */
    static Optional<Node> withParameterOf(Node left, Node right) {
        Set<String> a = NumericParts.variables(left);
        Set<String> b = NumericParts.variables(right);
        boolean one =
                a.size() == 1 && b.size() == 1 && !a.equals(b) && INTEGERS.containsAll(a) && INTEGERS.containsAll(b);
        boolean period = one
                && NumericParts.any(left, QualifiedComparator::isPi)
                && NumericParts.any(right, QualifiedComparator::isPi);
        return period
                ? Optional.of(SetBuilders.renamed(
                        right, b.iterator().next(), a.iterator().next()))
                : Optional.empty();
    }

    private static boolean isPi(Node node) {
        return node instanceof Node.Const constant && constant.constant() == Node.Constant.PI
                || node instanceof Node.Call call && call.function().equals("degree");
    }
}
