package org.lemmalab.grading;

import java.math.BigDecimal;
import java.math.MathContext;

/** A complex number of many digits. */
record Complex(BigDecimal real, BigDecimal imaginary) {
    static final Complex ZERO = of(BigDecimal.ZERO);
    static final Complex ONE = of(BigDecimal.ONE);
    static final Complex I = new Complex(BigDecimal.ZERO, BigDecimal.ONE);

    static Complex of(BigDecimal real) {
        return new Complex(real, BigDecimal.ZERO);
    }

    static Complex of(long real) {
        return of(BigDecimal.valueOf(real));
    }

    boolean isReal() {
        return imaginary.signum() == 0;
    }

    boolean isZero() {
        return real.signum() == 0 && isReal();
    }

    boolean isInteger() {
        return isReal() && (real.signum() == 0 || real.stripTrailingZeros().scale() <= 0);
    }

    /** How many digits stand before the decimal point; negative for zeros after it; the lowest integer for zero. */
    int magnitude() {
        return Math.max(magnitude(real), magnitude(imaginary));
    }

    private static int magnitude(BigDecimal value) {
        return value.signum() == 0 ? Integer.MIN_VALUE : value.precision() - value.scale();
    }

    Complex plus(Complex other, MathContext digits) {
        return new Complex(real.add(other.real, digits), imaginary.add(other.imaginary, digits));
    }

    Complex minus(Complex other, MathContext digits) {
        return new Complex(real.subtract(other.real, digits), imaginary.subtract(other.imaginary, digits));
    }

    Complex negated() {
        return new Complex(real.negate(), imaginary.negate());
    }

    Complex times(Complex other, MathContext digits) {
        if (isReal() && other.isReal()) {
            return of(real.multiply(other.real, digits));
        }
        BigDecimal across = real.multiply(other.real).subtract(imaginary.multiply(other.imaginary));
        BigDecimal mixed = real.multiply(other.imaginary).add(imaginary.multiply(other.real));
        return new Complex(across.round(digits), mixed.round(digits));
    }

    /** The quotient; an {@link ArithmeticException} for division by zero. */
    Complex over(Complex other, MathContext digits) {
        if (other.isReal()) {
            return new Complex(real.divide(other.real, digits), imaginary.divide(other.real, digits));
        }
        BigDecimal square = other.real.multiply(other.real).add(other.imaginary.multiply(other.imaginary));
        Complex above = times(new Complex(other.real, other.imaginary.negate()), digits);
        return new Complex(above.real.divide(square, digits), above.imaginary.divide(square, digits));
    }

    BigDecimal size(MathContext digits) {
        return isReal()
                ? real.abs()
                : real.multiply(real).add(imaginary.multiply(imaginary)).sqrt(digits);
    }

    /** An integer power by repeated squaring. */
    Complex power(long exponent, MathContext digits) {
        Complex result = ONE;
        Complex square = this;
        for (long rest = Math.abs(exponent); rest > 0; rest >>= 1) {
            result = (rest & 1) == 1 ? result.times(square, digits) : result;
            square = rest > 1 ? square.times(square, digits) : square;
        }
        return exponent < 0 ? ONE.over(result, digits) : result;
    }
}
