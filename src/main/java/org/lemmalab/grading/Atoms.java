package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The indeterminates of the polynomials of one comparison: variables, i, π, e, roots, and whole subexpressions that are no
 * polynomials, each under a key that is the same for the same expression.
 */
final class Atoms {
    /** What is known of an atom. */
    enum Kind {
        /** A variable. */
        VARIABLE,
        /** The imaginary unit. */
        IMAGINARY,
        /** π: transcendental. */
        PI,
        /** e: transcendental, but its independence of π is an open question. */
        E,
        /** The square root of a prime: independent of those of other primes over the rationals. */
        PRIME_ROOT,
        /** Anything else: may depend on other atoms. */
        OPAQUE
    }

    /**
     * @param key its name
     * @param kind what is known of it
     * @param degree the power in which it has a polynomial value; 0 for none
     * @param value that polynomial
     */
    record Atom(String key, Kind kind, int degree, Polynomial value) {}

    private final List<Atom> atoms = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int plain(String key, Kind kind) {
        return number(new Atom(key, kind, 0, Polynomial.ZERO));
    }

    /** An atom whose power of some degree is a polynomial: a root, or i. */
    int root(String key, Kind kind, int degree, Polynomial value) {
        return number(new Atom(key, kind, degree, value));
    }

    private int number(Atom atom) {
        Integer known = numbers.get(atom.key());
        if (known != null) {
            return known;
        }
        atoms.add(atom);
        numbers.put(atom.key(), atoms.size() - 1);
        return atoms.size() - 1;
    }

    Atom get(int number) {
        return atoms.get(number);
    }

    /** Whether a polynomial in these atoms is zero only if all its coefficients are. */
    boolean independent() {
        boolean pi = false;
        boolean e = false;
        for (Atom atom : atoms) {
            if (atom.kind() == Kind.OPAQUE) {
                return false;
            }
            pi |= atom.kind() == Kind.PI;
            e |= atom.kind() == Kind.E;
        }
        return !(pi && e);
    }
}
