package org.lemmalab.mistake.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.lemmalab.mistake.reading.Link;
import org.lemmalab.mistake.reading.Term;

/**
 * Checks equalities with letters in the order of an attempt: identities at fixed points, substitutions by the values that the attempt
 * gave its letters, and equations in one letter by their solutions: what follows from an equation has a solution of it.
 */
final class Unknowns {
    private static final int POINTS = 3;

    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, double[]> solutions = new HashMap<>();

    /** The status of the next link; remembers what it says of its letters. */
    Status check(Link link) {
        Set<String> letters = link.letters();
        if (isIdentity(link)) {
            return Status.HOLDS;
        }
        Status status = letters.size() == 1 ? single(link, letters.iterator().next()) : substituted(link, letters);
        boolean shared = link.left().letters().equals(link.right().letters());
        boolean claims = link.simplifies() && shared && status == Status.OPEN && link.exact() && !link.supposed();
        return claims && bothAtPoints(link) ? Status.FAILS : status;
    }

    /** The roots of an equation in one letter of degree one or two; empty where it is none. */
    static double[] roots(Link link) {
        Set<String> letters = link.letters();
        return letters.size() == 1 ? roots(link, letters.iterator().next()) : new double[0];
    }

    private static boolean isIdentity(Link link) {
        for (int i = 0; i < POINTS; i++) {
            OptionalDouble left = Points.value(link.left(), i);
            OptionalDouble right = Points.value(link.right(), i);
            if (left.isEmpty() || right.isEmpty() || !Points.same(left.getAsDouble(), right.getAsDouble())) {
                return false;
            }
        }
        return true;
    }

    private static boolean bothAtPoints(Link link) {
        return Points.value(link.left(), 0).isPresent()
                && Points.value(link.right(), 0).isPresent();
    }

    private Status single(Link link, String letter) {
        double[] roots = roots(link, letter);
        boolean assigns = isLetter(link.left()) && link.right().isClosed();
        double[] before = solutions.getOrDefault(letter, new double[0]);
        Status status = Status.OPEN;
        if (link.supposed()) {
            solutions.remove(letter);
            before = new double[0];
        } else if (roots.length > 0 && before.length > 0) {
            status = meet(before, roots) ? Status.HOLDS : Status.FAILS;
        }
        if (assigns && roots.length == 1) {
            values.put(letter, roots[0]);
        }
        remember(letter, roots, assigns, link.supposed());
        return status;
    }

    /** A value found does not replace the equation it was found from, since that may have a second solution. */
    private void remember(String letter, double[] roots, boolean assigns, boolean supposed) {
        if (!supposed && !assigns && roots.length > 0) {
            solutions.put(letter, roots);
        } else if (!assigns && roots.length == 0) {
            solutions.remove(letter);
        }
    }

    private static boolean meet(double[] some, double[] others) {
        for (double one : some) {
            for (double other : others) {
                if (Math.abs(one - other) <= 0.006 * Math.max(1, Math.max(Math.abs(one), Math.abs(other)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLetter(Term term) {
        return term.operators() == 0
                && term.letters().size() == 1
                && term.text().equals(term.letters().iterator().next());
    }

    private Status substituted(Link link, Set<String> letters) {
        if (!values.keySet().containsAll(letters) || letters.isEmpty()) {
            return Status.OPEN;
        }
        OptionalDouble left = link.left().value(values);
        OptionalDouble right = link.right().value(values);
        boolean known = left.isPresent() && right.isPresent();
        return known && Points.same(left.getAsDouble(), right.getAsDouble()) ? Status.HOLDS : Status.OPEN;
    }

    private static double[] roots(Link link, String letter) {
        double[] at = new double[5];
        for (int i = 0; i < at.length; i++) {
            double place = 1.3 + i;
            OptionalDouble left = link.left().value(Map.of(letter, place));
            OptionalDouble right = link.right().value(Map.of(letter, place));
            if (left.isEmpty() || right.isEmpty()) {
                return new double[0];
            }
            at[i] = left.getAsDouble() - right.getAsDouble();
        }
        return Quadratic.roots(at, 1.3);
    }
}
