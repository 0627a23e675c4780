package org.lemmalab.grading;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Atoms.Kind;

/** Roots of positive integers in simplest form: √12 = 2√3, with one atom for each prime, so that √2·√3 = √6. */
final class IntegerRoot {
    private static final int LARGEST_TRIAL = 2_000;
    private static final int CERTAINTY = 40;

    private final Atoms atoms;
    private final Budget budget;

    IntegerRoot(Atoms atoms, Budget budget) {
        this.atoms = atoms;
        this.budget = budget;
    }

    RationalFunction of(BigInteger radicand, int degree) {
        RationalFunction root = RationalFunction.of(Polynomial.ONE);
        BigInteger rest = radicand;
        for (int prime = 2; prime <= LARGEST_TRIAL && !rest.equals(BigInteger.ONE); prime += prime == 2 ? 1 : 2) {
            budget.spend(40 + rest.bitLength());
            BigInteger factor = BigInteger.valueOf(prime);
            int exponent = 0;
            BigInteger[] division = rest.divideAndRemainder(factor);
            while (division[1].signum() == 0) {
                budget.check();
                exponent++;
                rest = division[0];
                division = rest.divideAndRemainder(factor);
            }
            root = exponent == 0 ? root : root.times(primePower(factor, exponent, degree), atoms, budget);
            if (rest.bitLength() < 30 && rest.longValue() < (long) prime * prime) {
                break;
            }
        }
        return rest.equals(BigInteger.ONE) ? root : root.times(cofactor(rest, degree), atoms, budget);
    }

    private RationalFunction primePower(BigInteger prime, int exponent, int degree) {
        RationalFunction whole = RationalFunction.constant(BigFraction.of(prime.pow(exponent / degree)));
        int left = exponent % degree;
        return left == 0
                ? whole
                : atom(prime, degree, true).power(left, atoms, budget).times(whole, atoms, budget);
    }

    /** What has no small prime factor: a perfect power, a prime, or a number taken as it is. */
    private RationalFunction cofactor(BigInteger rest, int degree) {
        if (degree == 2) {
            BigInteger root = rest.sqrt();
            if (root.multiply(root).equals(rest)) {
                return RationalFunction.constant(BigFraction.of(root));
            }
        }
        budget.checkBits(rest.bitLength() * 8.0);
        budget.spend((long) (Math.pow(rest.bitLength(), 3) / 100));
        return atom(rest, degree, rest.isProbablePrime(CERTAINTY));
    }

    private RationalFunction atom(BigInteger radicand, int degree, boolean prime) {
        Kind kind = prime && degree == 2 ? Kind.PRIME_ROOT : Kind.OPAQUE;
        Polynomial value = Polynomial.constant(BigFraction.of(radicand));
        return RationalFunction.of(Polynomial.atom(atoms.root("root" + degree + "_" + radicand, kind, degree, value)));
    }
}
