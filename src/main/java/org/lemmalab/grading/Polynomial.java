package org.lemmalab.grading;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;

/** A polynomial with rational coefficients, in the atoms of one comparison. Immutable. */
final class Polynomial {
    static final Polynomial ZERO = new Polynomial(Map.of());
    static final Polynomial ONE = constant(BigFraction.ONE);

    private final Map<Monomial, BigFraction> terms;

    private Polynomial(Map<Monomial, BigFraction> terms) {
        this.terms = terms;
    }

    static Polynomial constant(BigFraction value) {
        return value.signum() == 0 ? new Polynomial(Map.of()) : new Polynomial(Map.of(Monomial.ONE, value));
    }

    static Polynomial atom(int atom) {
        return new Polynomial(Map.of(Monomial.of(atom, 1), BigFraction.ONE));
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    boolean isOne() {
        return equals(ONE);
    }

    boolean isConstant() {
        return terms.isEmpty() || terms.size() == 1 && terms.containsKey(Monomial.ONE);
    }

    /** The coefficient of the term without atoms. */
    BigFraction constantTerm() {
        return terms.getOrDefault(Monomial.ONE, BigFraction.ZERO);
    }

    /** The atoms that occur in every term. */
    Set<Integer> commonAtoms() {
        Set<Integer> common = new TreeSet<>();
        boolean first = true;
        for (Monomial monomial : terms.keySet()) {
            Set<Integer> own = new TreeSet<>();
            for (int i = 0; i < monomial.size(); i++) {
                own.add(monomial.atom(i));
            }
            if (first) {
                common.addAll(own);
            }
            common.retainAll(own);
            first = false;
        }
        return common;
    }

    /** The polynomial where an atom is zero. */
    Polynomial without(int atom) {
        Map<Monomial, BigFraction> rest = new HashMap<>();
        terms.forEach((monomial, coefficient) -> {
            boolean occurs = false;
            for (int i = 0; i < monomial.size(); i++) {
                occurs |= monomial.atom(i) == atom;
            }
            if (!occurs) {
                rest.put(monomial, coefficient);
            }
        });
        return new Polynomial(rest);
    }

    Map<Monomial, BigFraction> terms() {
        return terms;
    }

    Polynomial plus(Polynomial other, Budget budget) {
        budget.checkTerms((long) terms.size() + other.terms.size());
        Map<Monomial, BigFraction> sum = new HashMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient, budget));
        return new Polynomial(sum);
    }

    Polynomial times(BigFraction factor, Budget budget) {
        if (factor.signum() == 0) {
            return ZERO;
        }
        Map<Monomial, BigFraction> product = new HashMap<>();
        terms.forEach((monomial, coefficient) -> {
            budget.checkBits((double) Rationals.bits(coefficient) + Rationals.bits(factor));
            product.put(monomial, coefficient.multiply(factor));
        });
        return new Polynomial(product);
    }

    Polynomial times(Polynomial other, Atoms atoms, Budget budget) {
        Map<Monomial, BigFraction> product = new HashMap<>();
        Polynomial reduced = ZERO;
        for (Map.Entry<Monomial, BigFraction> left : terms.entrySet()) {
            for (Map.Entry<Monomial, BigFraction> right : other.terms.entrySet()) {
                budget.checkTerms(product.size());
                budget.checkBits((double) Rationals.bits(left.getValue()) + Rationals.bits(right.getValue()));
                BigFraction coefficient = left.getValue().multiply(right.getValue());
                Monomial monomial = left.getKey().times(right.getKey());
                int index = reducible(monomial, atoms);
                if (index < 0) {
                    add(product, monomial, coefficient, budget);
                } else {
                    reduced =
                            reduced.plus(reduce(monomial, index, atoms, budget).times(coefficient, budget), budget);
                }
            }
        }
        Polynomial rest = new Polynomial(product);
        return reduced.isZero() ? rest : rest.plus(reduced, budget);
    }

    private static int reducible(Monomial monomial, Atoms atoms) {
        for (int i = 0; i < monomial.size(); i++) {
            int degree = atoms.get(monomial.atom(i)).degree();
            if (degree > 0 && monomial.exponent(i) >= degree) {
                return i;
            }
        }
        return -1;
    }

    /** Replaces a root's power by its value: √2·√2 by 2, i·i by -1. */
    private static Polynomial reduce(Monomial monomial, int index, Atoms atoms, Budget budget) {
        Atoms.Atom atom = atoms.get(monomial.atom(index));
        int exponent = monomial.exponent(index);
        Monomial rest = monomial.withExponent(index, exponent % atom.degree());
        Polynomial value = atom.value().power(exponent / atom.degree(), atoms, budget);
        return value.times(new Polynomial(Map.of(rest, BigFraction.ONE)), atoms, budget);
    }

    Polynomial power(int exponent, Atoms atoms, Budget budget) {
        if (terms.size() == 1) {
            Map.Entry<Monomial, BigFraction> term = terms.entrySet().iterator().next();
            boolean plain = term.getKey().size() == 1
                    && atoms.get(term.getKey().atom(0)).degree() == 0;
            if (plain && term.getValue().equals(BigFraction.ONE)) {
                int raised = Math.multiplyExact(term.getKey().exponent(0), exponent);
                return new Polynomial(Map.of(Monomial.of(term.getKey().atom(0), raised), BigFraction.ONE));
            }
        }
        Polynomial result = ONE;
        Polynomial square = this;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            budget.check();
            result = (rest & 1) == 1 ? result.times(square, atoms, budget) : result;
            square = rest > 1 ? square.times(square, atoms, budget) : square;
        }
        return result;
    }

    private static void add(
            Map<Monomial, BigFraction> terms, Monomial monomial, BigFraction coefficient, Budget budget) {
        BigFraction known = terms.get(monomial);
        if (known != null) {
            budget.checkBits((double) Rationals.bits(known) + Rationals.bits(coefficient));
        }
        BinaryOperator<BigFraction> sum = (a, b) -> {
            BigFraction total = a.add(b);
            return total.signum() == 0 ? null : total;
        };
        terms.merge(monomial, coefficient, sum);
    }

    /** The same text for the same polynomial. */
    String key(Atoms atoms) {
        Map<String, BigFraction> sorted = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> sorted.put(name(monomial, atoms), coefficient));
        StringBuilder key = new StringBuilder();
        sorted.forEach((name, coefficient) -> key.append('+')
                .append(coefficient.getNumerator())
                .append('/')
                .append(coefficient.getDenominator())
                .append(name));
        return key.toString();
    }

    private static String name(Monomial monomial, Atoms atoms) {
        Map<String, Integer> sorted = new TreeMap<>();
        for (int i = 0; i < monomial.size(); i++) {
            sorted.put(atoms.get(monomial.atom(i)).key(), monomial.exponent(i));
        }
        return sorted.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polynomial polynomial && terms.equals(polynomial.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }
}
