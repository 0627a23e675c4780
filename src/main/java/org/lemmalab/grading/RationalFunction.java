package org.lemmalab.grading;

import org.apache.commons.numbers.fraction.BigFraction;

/** A quotient of polynomials; the denominator is not zero. */
record RationalFunction(Polynomial numerator, Polynomial denominator) {
    static RationalFunction of(Polynomial polynomial) {
        return new RationalFunction(polynomial, Polynomial.ONE);
    }

    static RationalFunction constant(BigFraction value) {
        return of(Polynomial.constant(value));
    }

    RationalFunction plus(RationalFunction other, Atoms atoms, Budget budget) {
        if (denominator.equals(other.denominator)) {
            return new RationalFunction(numerator.plus(other.numerator, budget), denominator);
        }
        Polynomial left = numerator.times(other.denominator, atoms, budget);
        Polynomial right = other.numerator.times(denominator, atoms, budget);
        return new RationalFunction(left.plus(right, budget), denominator.times(other.denominator, atoms, budget));
    }

    RationalFunction times(RationalFunction other, Atoms atoms, Budget budget) {
        Polynomial above = numerator.times(other.numerator, atoms, budget);
        boolean whole = denominator.isOne() && other.denominator.isOne();
        return new RationalFunction(
                above, whole ? Polynomial.ONE : denominator.times(other.denominator, atoms, budget));
    }

    RationalFunction negated(Budget budget) {
        return new RationalFunction(numerator.times(BigFraction.of(-1), budget), denominator);
    }

    /** An integer power. */
    RationalFunction power(int exponent, Atoms atoms, Budget budget) {
        int size = Math.abs(exponent);
        Polynomial above = (exponent < 0 ? denominator : numerator).power(size, atoms, budget);
        Polynomial below = (exponent < 0 ? numerator : denominator).power(size, atoms, budget);
        if (below.isZero()) {
            throw new NoMathematics("division by zero");
        }
        if (below.isConstant()) {
            return of(above.times(below.constantTerm().reciprocal(), budget));
        }
        return new RationalFunction(above, below);
    }

    boolean isZero() {
        return numerator.isZero();
    }

    boolean isConstant() {
        return numerator.isConstant() && denominator.isConstant();
    }

    BigFraction constantValue() {
        return numerator.constantTerm().divide(denominator.constantTerm());
    }

    String key(Atoms atoms) {
        String below = denominator.isOne() ? "" : "|" + denominator.key(atoms);
        return "(" + numerator.key(atoms) + below + ")";
    }
}
