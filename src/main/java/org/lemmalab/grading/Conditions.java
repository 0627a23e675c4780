package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lemmalab.grading.Node.IntegerSet;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Symbol;

/** What conditions say of each variable: its domain and where it lies; and whether two sets of conditions agree. */
final class Conditions {
    private Conditions() {}

    /** Whether they allow the same; a domain that one side leaves open is understood. Empty where one is not understood. */
    static Optional<Boolean> agree(List<Node> left, List<Node> right) {
        Optional<Map<String, List<Node>>> first = byVariable(left);
        Optional<Map<String, List<Node>>> second = byVariable(right);
        if (first.isEmpty() || second.isEmpty()) {
            return left.equals(right) ? Optional.of(true) : Optional.empty();
        }
        for (Map.Entry<String, List<Node>> variable : first.get().entrySet()) {
            List<Node> others = second.get().get(variable.getKey());
            Optional<Boolean> same = others == null ? Optional.of(true) : same(variable.getValue(), others);
            if (same.isEmpty() || !same.get()) {
                return same;
            }
        }
        return Optional.of(true);
    }

    private static Optional<Map<String, List<Node>>> byVariable(List<Node> conditions) {
        Map<String, List<Node>> groups = new TreeMap<>();
        for (Node condition : conditions) {
            boolean member =
                    isMembership(condition) && ((Relation) condition).members().get(0) instanceof Symbol;
            Optional<String> subject = member
                    ? Optional.of(((Symbol) ((Relation) condition).members().get(0)).name())
                    : RealSetReader.subject(condition);
            if (subject.isEmpty()) {
                return Optional.empty();
            }
            groups.computeIfAbsent(subject.get(), name -> new ArrayList<>()).add(condition);
        }
        return Optional.of(groups);
    }

    private static boolean isMembership(Node condition) {
        return condition instanceof Relation relation && relation.relations().equals(List.of("∈"));
    }

    /** Two lists of conditions on one variable. */
    private static Optional<Boolean> same(List<Node> left, List<Node> right) {
        if (left.stream().allMatch(Qualifiers::isAnything) || right.stream().allMatch(Qualifiers::isAnything)) {
            return Optional.of(true);
        }
        Optional<IntegerSets.Parameter> a = IntegerSets.Parameter.of(asIntegers(left, right));
        Optional<IntegerSets.Parameter> b = IntegerSets.Parameter.of(asIntegers(right, left));
        if (a.isPresent() && b.isPresent()) {
            IntegerSet first = a.get().range();
            IntegerSet second = b.get().range();
            return Optional.of(IntegerSets.compare(first, second).isEqual()
                    && a.get().excluded().equals(b.get().excluded()));
        }
        if (a.isPresent() != b.isPresent()) {
            return Optional.of(false);
        }
        Optional<RealSet> reals = reals(left);
        Optional<RealSet> others = reals(right);
        return reals.isEmpty() || others.isEmpty()
                ? left.equals(right) ? Optional.of(true) : Optional.empty()
                : Optional.of(same(reals.get(), others.get()));
    }

    /** Conditions without a domain, beside others that say "integer": of integers too. */
    private static List<Node> asIntegers(List<Node> conditions, List<Node> others) {
        boolean open = conditions.stream().noneMatch(each -> isMembership(each) && !Qualifiers.isAnything(each));
        List<Node> all = new ArrayList<>(conditions);
        all.removeIf(Qualifiers::isAnything);
        if (open) {
            others.stream()
                    .filter(each -> isMembership(each)
                            && IntegerSets.domain(((Relation) each).members().get(1))
                                    .isPresent())
                    .map(each ->
                            new Relation(List.of(((Relation) each).members().get(0), IntegerSets.ALL), List.of("∈")))
                    .findFirst()
                    .ifPresent(all::add);
        }
        return all;
    }

    private static Optional<RealSet> reals(List<Node> conditions) {
        List<Node> bounds =
                conditions.stream().filter(each -> !Qualifiers.isAnything(each)).toList();
        return RealSetReader.read(bounds.size() == 1 ? bounds.get(0) : new Listing(bounds, false));
    }

    private static boolean same(RealSet left, RealSet right) {
        if (left.intervals().size() != right.intervals().size()) {
            return false;
        }
        for (int i = 0; i < left.intervals().size(); i++) {
            RealSet.Interval a = left.intervals().get(i);
            RealSet.Interval b = right.intervals().get(i);
            boolean near = a.low().near(b.low()) && a.high().near(b.high());
            if (!near
                    || a.low().closed() != b.low().closed()
                    || a.high().closed() != b.high().closed()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a variable runs over all integers. */
    static boolean allIntegers(List<Node> conditions, String variable) {
        return IntegerSets.Parameter.of(conditions)
                .filter(parameter -> parameter.name().equals(variable))
                .filter(parameter -> parameter.range().equals(IntegerSets.ALL))
                .isPresent();
    }
}
