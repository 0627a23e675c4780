package org.lemmalab.grading;

import java.math.BigInteger;
import org.apfloat.Apcomplex;
import org.apfloat.ApcomplexMath;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Exponentials, logarithms and circular functions for about a hundred digits: power series, and Newton steps from double
 * precision. The library's own are made for millions of digits and take a hundred times longer here.
 */
final class Elementary {
    private static final int GUARD = 30;
    private static final double BITS_PER_DIGIT = 3.33;
    private static final int NEWTON_STEPS = 3;

    private final long digits;

    /**
     * @param digits precision in decimal digits
     */
    Elementary(long digits) {
        this.digits = digits + GUARD;
    }

    /** Loads and tries what the first comparison by values would otherwise wait for. */
    static void warmUp() {
        Elementary elementary = new Elementary(60);
        elementary.sin(elementary.log(new Apcomplex(new Apfloat(2, 60), new Apfloat(3, 60))));
        ApcomplexMath.root(ApcomplexMath.pow(elementary.arctan(new Apfloat(2, 60)), 3L), 3L);
    }

    private Apfloat number(long value) {
        return new Apfloat(value, digits);
    }

    Apfloat pi() {
        return ApfloatMath.pi(digits);
    }

    private int bits(Apfloat value) {
        long small = value.equals(Apfloat.ZERO) ? 0 : Math.max(0, -value.scale());
        return (int) ((digits + Math.min(small, 2 * digits)) * BITS_PER_DIGIT);
    }

    private Apfloat unit(int bits) {
        return ApfloatMath.pow(number(2), bits);
    }

    private BigInteger fixed(Apfloat value, int bits) {
        return value.precision(2 * digits).multiply(unit(bits)).truncate().toBigInteger();
    }

    private Apfloat real(BigInteger value, int bits) {
        return value.signum() == 0 ? Apfloat.ZERO : new Apfloat(value, digits).divide(unit(bits));
    }

    /** e^z for |z| up to a million. */
    Apcomplex exp(Apcomplex z) {
        Apfloat size = realExp(z.real());
        return z.imag().signum() == 0 ? size : turn(z.imag()).multiply(size);
    }

    /** e^x = 2^k e^r with r below 1. */
    private Apfloat realExp(Apfloat x) {
        if (x.equals(Apfloat.ZERO)) {
            return number(1);
        }
        Apfloat precise = x.precision(digits + Math.max(0, x.scale()));
        long power = Math.round(x.doubleValue() / Math.log(2));
        Apfloat rest = power == 0
                ? precise
                : precise.subtract(ApfloatMath.log(number(2)).multiply(number(power)));
        int bits = bits(Apfloat.ZERO);
        Apfloat result = real(new FixedPoint(bits).exp(fixed(rest, bits)), bits);
        return result.multiply(ApfloatMath.pow(number(2), power));
    }

    /** cos x + i sin x, the angle first brought within one turn. */
    private Apcomplex turn(Apfloat x) {
        if (x.equals(Apfloat.ZERO)) {
            return number(1);
        }
        Apfloat angle = x.precision(digits + Math.max(0, x.scale()));
        if (x.scale() > 0) {
            Apfloat circle = ApfloatMath.pi(digits + x.scale()).multiply(new Apfloat(2, digits + x.scale()));
            angle = angle.subtract(circle.multiply(ApfloatMath.floor(angle.divide(circle))));
        }
        int bits = bits(angle);
        BigInteger[] turned = new FixedPoint(bits).turn(fixed(angle, bits));
        return new Apcomplex(real(turned[0], bits), real(turned[1], bits));
    }

    /** The principal logarithm of z ≠ 0. */
    Apcomplex log(Apcomplex z) {
        boolean positive = z.imag().signum() == 0 && z.real().signum() > 0;
        Apfloat size = positive ? z.real() : ApcomplexMath.abs(z.precision(digits));
        Apfloat real = realLog(size.precision(digits));
        return positive ? real : new Apcomplex(real, argument(z));
    }

    /** Newton's method of third order from the double value. */
    private Apfloat realLog(Apfloat x) {
        long scale = x.scale();
        double mantissa = ApfloatMath.scale(x, -scale).doubleValue();
        Apfloat y = new Apfloat(Math.log(mantissa) + scale * Math.log(10), digits);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            Apfloat power = realExp(y);
            y = y.add(x.subtract(power).divide(x.add(power)).multiply(number(2)));
        }
        return y;
    }

    /** The angle of z ≠ 0, in (-π, π]: turned by a guess, what is left is small and its sine tells it. */
    Apfloat argument(Apcomplex z) {
        if (z.imag().signum() == 0) {
            return z.real().signum() > 0 ? Apfloat.ZERO : pi();
        }
        Apcomplex precise = z.precision(digits);
        Apcomplex unit = precise.divide(ApcomplexMath.abs(precise));
        double guess = Math.atan2(unit.imag().doubleValue(), unit.real().doubleValue());
        Apfloat angle = new Apfloat(guess, digits);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            angle = angle.add(unit.multiply(turn(angle.negate())).imag());
        }
        return angle;
    }

    Apcomplex sin(Apcomplex z) {
        if (z.imag().signum() == 0) {
            return turn(z.real()).imag();
        }
        Apcomplex turn = exp(z.multiply(Apcomplex.I));
        return turn.subtract(number(1).divide(turn)).divide(new Apcomplex(Apfloat.ZERO, number(2)));
    }

    Apcomplex cos(Apcomplex z) {
        if (z.imag().signum() == 0) {
            return turn(z.real()).real();
        }
        Apcomplex turn = exp(z.multiply(Apcomplex.I));
        return turn.add(number(1).divide(turn)).divide(number(2));
    }

    Apcomplex arctan(Apcomplex z) {
        return z.imag().signum() == 0 ? argument(new Apcomplex(number(1), z.real())) : ApcomplexMath.atan(z);
    }

    Apcomplex arcsin(Apcomplex z) {
        boolean real = z.imag().signum() == 0 && ApfloatMath.abs(z.real()).compareTo(Apfloat.ONE) <= 0;
        if (!real) {
            return ApcomplexMath.asin(z);
        }
        Apfloat sine = z.real().precision(digits);
        Apfloat cosine = ApfloatMath.sqrt(number(1).subtract(sine.multiply(sine)));
        return argument(new Apcomplex(cosine, sine));
    }

    Apcomplex arccos(Apcomplex z) {
        return pi().divide(number(2)).subtract(arcsin(z));
    }
}
