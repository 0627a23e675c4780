package org.lemmalab.grading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Exponentials, logarithms and circular functions to about a hundred digits: power series in integers, and Newton steps from
 * double precision.
 */
final class Elementary {
    /** How many digits more are worked with than asked for. */
    static final int GUARD = 30;

    private static final double BITS_PER_DIGIT = 3.33;
    private static final int NEWTON_STEPS = 3;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final Map<Integer, BigDecimal> PI = new ConcurrentHashMap<>();
    private static final Map<Integer, BigDecimal> LOG_TWO = new ConcurrentHashMap<>();

    private final MathContext digits;

    /**
     * @param precision in decimal digits
     */
    Elementary(int precision) {
        this.digits = new MathContext(precision + GUARD);
    }

    /** The precision worked with: the one asked for and some digits more. */
    MathContext digits() {
        return digits;
    }

    BigDecimal pi() {
        return pi(digits.getPrecision());
    }

    /** π = 16 arctan(1/5) - 4 arctan(1/239) (Machin); the few precisions in use are kept. */
    private static BigDecimal pi(int precision) {
        return PI.computeIfAbsent(precision, size -> {
            BigInteger unit = BigInteger.TEN.pow(size + 5);
            BigInteger sum = inverseTangent(unit, 5)
                    .shiftLeft(4)
                    .subtract(inverseTangent(unit, 239).shiftLeft(2));
            return new BigDecimal(sum, size + 5);
        });
    }

    private static BigInteger inverseTangent(BigInteger unit, long inverse) {
        BigInteger power = unit.divide(BigInteger.valueOf(inverse));
        BigInteger sum = power;
        for (long n = 3; power.signum() != 0; n += 2) {
            power = power.divide(BigInteger.valueOf(-inverse * inverse));
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        return sum;
    }

    private BigDecimal logTwo() {
        return LOG_TWO.computeIfAbsent(digits.getPrecision(), size -> newton(TWO, Math.log(2), false));
    }

    private int bits(int smallness) {
        return (int) ((digits.getPrecision() + Math.min(smallness, 2 * digits.getPrecision())) * BITS_PER_DIGIT);
    }

    private static BigInteger fixed(BigDecimal value, int bits) {
        return value.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(bits))).toBigInteger();
    }

    private BigDecimal real(BigInteger value, int bits) {
        return new BigDecimal(value).divide(new BigDecimal(BigInteger.ONE.shiftLeft(bits)), digits);
    }

    /** e^z for |z| up to a million. */
    Complex exp(Complex z) {
        Complex size = Complex.of(realExp(z.real(), true));
        return z.isReal() ? size : turn(z.imaginary()).times(size, digits);
    }

    /** e^x = 2^k e^r with r below 1; without the reduction for a small x. */
    private BigDecimal realExp(BigDecimal x, boolean reduce) {
        long power = reduce ? Math.round(x.doubleValue() / Math.log(2)) : 0;
        BigDecimal rest = power == 0 ? x : x.subtract(logTwo().multiply(BigDecimal.valueOf(power)));
        int bits = bits(0);
        Complex result = Complex.of(real(new FixedPoint(bits).exp(fixed(rest, bits)), bits));
        return power == 0
                ? result.real()
                : result.times(Complex.of(2).power(power, digits), digits).real();
    }

    /** cos x + i sin x, the angle first brought within one turn. */
    private Complex turn(BigDecimal x) {
        int magnitude = Complex.of(x).magnitude();
        BigDecimal angle = x;
        if (magnitude > 0) {
            BigDecimal circle = pi(digits.getPrecision() + magnitude).multiply(TWO);
            BigDecimal turns = x.divide(circle, 0, RoundingMode.FLOOR);
            angle = x.subtract(circle.multiply(turns));
        }
        int bits = bits(x.signum() == 0 ? 0 : Math.max(0, -magnitude));
        BigInteger[] turned = new FixedPoint(bits).turn(fixed(angle, bits));
        return new Complex(real(turned[0], bits), real(turned[1], bits));
    }

    /** The principal logarithm of z ≠ 0. */
    Complex log(Complex z) {
        boolean positive = z.isReal() && z.real().signum() > 0;
        BigDecimal real = realLog(positive ? z.real() : z.size(digits));
        return positive ? Complex.of(real) : new Complex(real, argument(z));
    }

    private BigDecimal realLog(BigDecimal x) {
        int magnitude = Complex.of(x).magnitude();
        double mantissa = x.movePointLeft(magnitude).doubleValue();
        return newton(x, Math.log(mantissa) + magnitude * Math.log(10), true);
    }

    /** Newton's method of third order for e^y = x. */
    private BigDecimal newton(BigDecimal x, double guess, boolean reduce) {
        BigDecimal y = new BigDecimal(guess, digits);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            BigDecimal power = realExp(y, reduce);
            BigDecimal step = x.subtract(power).divide(x.add(power), digits);
            y = y.add(step.multiply(TWO), digits);
        }
        return y;
    }

    /** The angle of z ≠ 0, in (-π, π]: turned by a guess, what is left is small and its sine tells it. */
    BigDecimal argument(Complex z) {
        if (z.isReal()) {
            return z.real().signum() > 0 ? BigDecimal.ZERO : pi();
        }
        Complex unit = z.over(Complex.of(z.size(digits)), digits);
        double guess = Math.atan2(unit.imaginary().doubleValue(), unit.real().doubleValue());
        BigDecimal angle = new BigDecimal(guess, digits);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            BigDecimal rest = unit.times(turn(angle.negate()), digits).imaginary();
            angle = angle.add(rest, digits);
        }
        return angle;
    }

    Complex sin(Complex z) {
        if (z.isReal()) {
            return Complex.of(turn(z.real()).imaginary());
        }
        Complex turn = exp(z.times(Complex.I, digits));
        return turn.minus(Complex.ONE.over(turn, digits), digits).over(new Complex(BigDecimal.ZERO, TWO), digits);
    }

    Complex cos(Complex z) {
        if (z.isReal()) {
            return Complex.of(turn(z.real()).real());
        }
        Complex turn = exp(z.times(Complex.I, digits));
        return turn.plus(Complex.ONE.over(turn, digits), digits).over(Complex.of(2), digits);
    }

    /** The principal root: of a positive number the positive one. */
    Complex root(Complex z, long degree) {
        boolean square = degree == 2 && z.isReal() && z.real().signum() > 0;
        return square ? Complex.of(z.real().sqrt(digits)) : exp(log(z).over(Complex.of(degree), digits));
    }

    /** arcsin z = -i log(iz + √(1 - z²)). */
    Complex arcsin(Complex z) {
        Complex cosineSquare = Complex.ONE.minus(z.times(z, digits), digits);
        Complex cosine = cosineSquare.isZero() ? Complex.ZERO : root(cosineSquare, 2);
        Complex turn = z.times(Complex.I, digits).plus(cosine, digits);
        Complex angle = log(turn).times(Complex.I, digits).negated();
        boolean real = z.isReal() && z.real().abs().compareTo(BigDecimal.ONE) <= 0;
        return real ? Complex.of(angle.real()) : angle;
    }

    Complex arccos(Complex z) {
        return Complex.of(pi()).over(Complex.of(2), digits).minus(arcsin(z), digits);
    }

    /** arctan z; for a complex z by logarithms: (log(1 + iz) - log(1 - iz)) / 2i. */
    Complex arctan(Complex z) {
        if (z.isReal()) {
            return Complex.of(argument(new Complex(BigDecimal.ONE, z.real())));
        }
        Complex turned = z.times(Complex.I, digits);
        Complex upper = log(Complex.ONE.plus(turned, digits));
        Complex lower = log(Complex.ONE.minus(turned, digits));
        return upper.minus(lower, digits).over(new Complex(BigDecimal.ZERO, TWO), digits);
    }
}
