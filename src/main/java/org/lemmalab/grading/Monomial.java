package org.lemmalab.grading;

import java.util.Arrays;

/** A product of powers of atoms: atom numbers in ascending order, and their exponents, all positive. */
final class Monomial {
    static final Monomial ONE = new Monomial(new int[0], new int[0]);

    private final int[] atoms;
    private final int[] exponents;

    private Monomial(int[] atoms, int[] exponents) {
        this.atoms = atoms;
        this.exponents = exponents;
    }

    static Monomial of(int atom, int exponent) {
        return exponent == 0 ? ONE : new Monomial(new int[] {atom}, new int[] {exponent});
    }

    int size() {
        return atoms.length;
    }

    int atom(int index) {
        return atoms[index];
    }

    int exponent(int index) {
        return exponents[index];
    }

    Monomial times(Monomial other) {
        if (other.size() == 0 || size() == 0) {
            return size() == 0 ? other : this;
        }
        int[] mergedAtoms = new int[size() + other.size()];
        int[] mergedExponents = new int[mergedAtoms.length];
        int i = 0;
        int j = 0;
        int length = 0;
        while (i < size() || j < other.size()) {
            int left = i < size() ? atoms[i] : Integer.MAX_VALUE;
            int right = j < other.size() ? other.atoms[j] : Integer.MAX_VALUE;
            mergedAtoms[length] = Math.min(left, right);
            int sum = left <= right ? exponents[i++] : 0;
            mergedExponents[length++] = Math.addExact(sum, right <= left ? other.exponents[j++] : 0);
        }
        return new Monomial(Arrays.copyOf(mergedAtoms, length), Arrays.copyOf(mergedExponents, length));
    }

    /** This monomial with another exponent at an index; 0 removes the atom. */
    Monomial withExponent(int index, int exponent) {
        int[] changed = exponents.clone();
        changed[index] = exponent;
        if (exponent != 0) {
            return new Monomial(atoms, changed);
        }
        int[] fewerAtoms = new int[size() - 1];
        int[] fewerExponents = new int[size() - 1];
        for (int i = 0, k = 0; i < size(); i++) {
            if (i != index) {
                fewerAtoms[k] = atoms[i];
                fewerExponents[k++] = exponents[i];
            }
        }
        return new Monomial(fewerAtoms, fewerExponents);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Monomial monomial
                && Arrays.equals(atoms, monomial.atoms)
                && Arrays.equals(exponents, monomial.exponents);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(atoms) + Arrays.hashCode(exponents);
    }
}
