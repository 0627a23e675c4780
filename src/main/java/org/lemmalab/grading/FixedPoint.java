package org.lemmalab.grading;

import java.math.BigInteger;

/** Power series on numbers of absolute value below about 10, as integers of units 2^-bits. */
final class FixedPoint {
    private static final int HALVINGS = 8;

    private final int bits;

    FixedPoint(int bits) {
        this.bits = bits;
    }

    BigInteger one() {
        return BigInteger.ONE.shiftLeft(bits);
    }

    private BigInteger times(BigInteger a, BigInteger b) {
        return a.multiply(b).shiftRight(bits);
    }

    /** e^x: the series of x / 2^8, squared eight times. */
    BigInteger exp(BigInteger x) {
        BigInteger small = x.shiftRight(HALVINGS);
        BigInteger sum = one();
        BigInteger term = sum;
        for (int n = 1; term.signum() != 0 && !term.equals(BigInteger.ONE.negate()); n++) {
            term = times(term, small).divide(BigInteger.valueOf(n));
            sum = sum.add(term);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = times(sum, sum);
        }
        return sum;
    }

    /** Cosine and sine: the series of the angle / 2^8, doubled eight times. */
    BigInteger[] turn(BigInteger angle) {
        BigInteger small = angle.shiftRight(HALVINGS);
        BigInteger square = times(small, small);
        BigInteger cosine = one();
        BigInteger sine = small;
        BigInteger evenTerm = cosine;
        BigInteger oddTerm = small;
        for (int n = 1; evenTerm.signum() != 0 || oddTerm.signum() != 0; n++) {
            evenTerm = times(evenTerm, square).divide(BigInteger.valueOf(-(2L * n - 1) * (2L * n)));
            oddTerm = times(oddTerm, square).divide(BigInteger.valueOf(-(2L * n) * (2L * n + 1)));
            cosine = cosine.add(evenTerm);
            sine = sine.add(oddTerm);
        }
        for (int i = 0; i < HALVINGS; i++) {
            BigInteger product = times(sine, cosine);
            cosine = times(cosine, cosine).shiftLeft(1).subtract(one());
            sine = product.shiftLeft(1);
        }
        return new BigInteger[] {cosine, sine};
    }
}
