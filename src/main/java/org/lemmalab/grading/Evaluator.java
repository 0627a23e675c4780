package org.lemmalab.grading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apfloat.Apcomplex;
import org.apfloat.ApcomplexMath;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.apfloat.ApfloatRuntimeException;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;

/**
 * Values of expressions to many digits. Over the reals an expression has no value where a part of it leaves them; over the
 * complex numbers functions have their principal values. Odd roots of negative numbers are real in both.
 */
final class Evaluator {
    private static final double LARGEST_EXPONENT = 1e6;
    private static final int LARGEST_ANGLE_DIGITS = 40;
    private static final int LARGEST_FACTORIAL = 500;

    private final Map<String, BigFraction> point;
    private final boolean real;
    private final long digits;
    private final Budget budget;
    private final Elementary elementary;

    /**
     * @param point the variables' values
     * @param real whether to stay within the reals
     * @param digits precision in decimal digits
     * @param budget bounds
     */
    Evaluator(Map<String, BigFraction> point, boolean real, long digits, Budget budget) {
        this.point = point;
        this.real = real;
        this.digits = digits;
        this.budget = budget;
        this.elementary = new Elementary(digits);
    }

    /**
     * @throws Undefined if the expression has no value here
     */
    Apcomplex value(Node node) {
        try {
            return evaluate(node);
        } catch (ArithmeticException | ApfloatRuntimeException e) {
            throw new Undefined("no value");
        }
    }

    static Apfloat number(BigFraction value, long digits) {
        Apfloat numerator = new Apfloat(value.getNumerator(), digits);
        return value.getDenominator().bitLength() == 1
                ? numerator
                : numerator.divide(new Apfloat(value.getDenominator(), digits));
    }

    private Apcomplex evaluate(Node node) {
        budget.requireFull();
        if (node instanceof Num number) {
            return number(number.value(), digits);
        }
        if (node instanceof Symbol symbol) {
            BigFraction value =
                    Optional.ofNullable(point.get(symbol.name())).orElseThrow(() -> new Undefined("no value"));
            return number(value, digits);
        }
        if (node instanceof Const constant) {
            return constant(constant);
        }
        if (node instanceof Sum sum) {
            return sum.terms().stream().map(this::evaluate).reduce(Apcomplex.ZERO, Apcomplex::add);
        }
        if (node instanceof Product product) {
            return product.factors().stream().map(this::evaluate).reduce(Apcomplex.ONE, Apcomplex::multiply);
        }
        if (node instanceof Power power) {
            return power(power);
        }
        if (node instanceof Call call) {
            return call(call);
        }
        throw new Undefined("not an expression");
    }

    private Apcomplex constant(Const constant) {
        return switch (constant.constant()) {
            case PI -> elementary.pi();
            case E -> elementary.exp(one());
            case I -> complex(Apcomplex.I);
            default -> throw new Undefined("no number");
        };
    }

    private Apcomplex complex(Apcomplex value) {
        if (real && value.imag().signum() != 0) {
            throw new Undefined("not real");
        }
        return value;
    }

    private Apcomplex power(Power power) {
        Apcomplex base = evaluate(power.base());
        Optional<BigFraction> exponent = Rationals.value(power.exponent(), budget);
        if (exponent.isEmpty()) {
            return realPower(base, evaluate(power.exponent()));
        }
        long times = small(exponent.get().getNumerator().doubleValue());
        long degree = small(exponent.get().getDenominator().doubleValue());
        if (base.equals(Apcomplex.ZERO)) {
            return zeroPower(times);
        }
        checkMagnitude(Math.abs((double) base.scale()) * Math.abs(times));
        return ApcomplexMath.pow(degree == 1 ? base : root(base, degree), times);
    }

    private static Apcomplex zeroPower(long times) {
        if (times <= 0) {
            throw new Undefined("0 to a power that is not positive");
        }
        return Apcomplex.ZERO;
    }

    private static long small(double value) {
        if (!(Math.abs(value) < 1e9)) {
            throw new Undefined("an exponent too large");
        }
        return (long) value;
    }

    private Apcomplex root(Apcomplex base, long degree) {
        boolean negative = base.imag().signum() == 0 && base.real().signum() < 0;
        if (negative && degree % 2 == 1) {
            return ApcomplexMath.root(base.negate(), degree).negate();
        }
        if (negative && real) {
            throw new Undefined("an even root of a negative number");
        }
        return ApcomplexMath.root(base, degree);
    }

    private Apcomplex realPower(Apcomplex base, Apcomplex exponent) {
        boolean integer = exponent.imag().signum() == 0 && exponent.real().isInteger();
        if (integer) {
            long times = small(exponent.real().doubleValue());
            checkMagnitude(Math.abs((double) base.scale()) * Math.abs(times));
            return base.equals(Apcomplex.ZERO) ? zeroPower(times) : ApcomplexMath.pow(base, times);
        }
        if (base.equals(Apcomplex.ZERO) || real && base.real().signum() < 0) {
            throw new Undefined("a power of a number that is not positive");
        }
        checkMagnitude(Math.abs(exponent.real().doubleValue()) * (1 + Math.abs((double) base.scale())));
        return elementary.exp(elementary.log(base).multiply(exponent));
    }

    private static void checkMagnitude(double decimalDigits) {
        if (!(decimalDigits < LARGEST_EXPONENT)) {
            throw new Undefined("a number too large");
        }
    }

    private Apcomplex call(Call call) {
        Optional<BigFraction> exact = Rationals.value(call, budget);
        if (exact.isPresent()) {
            return number(exact.get(), digits);
        }
        List<Apcomplex> arguments =
                call.arguments().stream().map(this::evaluate).toList();
        Apcomplex x = arguments.get(arguments.size() - 1);
        return switch (call.function()) {
            case "degree" -> x.multiply(elementary.pi()).divide(new Apfloat(180, digits));
            case "sin" -> elementary.sin(angle(x));
            case "cos" -> elementary.cos(angle(x));
            case "tan" -> elementary.sin(angle(x)).divide(elementary.cos(x));
            case "cot" -> elementary.cos(angle(x)).divide(elementary.sin(x));
            case "sec" -> one().divide(elementary.cos(angle(x)));
            case "csc" -> one().divide(elementary.sin(angle(x)));
            case "arcsin" -> elementary.arcsin(unit(x));
            case "arccos" -> elementary.arccos(unit(x));
            case "arctan" -> elementary.arctan(x);
            case "arccot" -> elementary.pi().divide(new Apfloat(2, digits)).subtract(elementary.arctan(x));
            case "arcsec" -> elementary.arccos(unit(one().divide(x)));
            case "arccsc" -> elementary.arcsin(unit(one().divide(x)));
            case "sinh" -> hyperbolic(exponent(x), false);
            case "cosh" -> hyperbolic(exponent(x), true);
            case "tanh" -> hyperbolic(exponent(x), false).divide(hyperbolic(x, true));
            case "exp" -> elementary.exp(exponent(x));
            case "ln" -> logarithm(x);
            case "log" ->
                logarithm(x).divide(logarithm(arguments.size() == 1 ? new Apfloat(10, digits) : arguments.get(0)));
            case "factorial" -> factorial(x);
            case "binom" -> binomial(arguments.get(0), x);
            case "abs" -> ApcomplexMath.abs(x);
            case "floor" -> ApfloatMath.floor(realPart(x));
            case "ceil" -> ApfloatMath.ceil(realPart(x));
            default -> unknown(call.function(), x);
        };
    }

    /** A function that is only named: a cubic of its own, since what holds for any function holds for it. */
    private Apcomplex unknown(String name, Apcomplex x) {
        if (name.length() != 1) {
            throw new Undefined("the function " + name);
        }
        Apfloat a = new Apfloat(name.charAt(0) * 7919L, digits).divide(new Apfloat(65_537, digits));
        Apfloat b = new Apfloat(name.charAt(0) * 104_729L, digits).divide(new Apfloat(65_539, digits));
        return x.multiply(x.add(a)).multiply(x.subtract(b)).add(a);
    }

    private Apcomplex hyperbolic(Apcomplex x, boolean cosine) {
        Apcomplex power = elementary.exp(x);
        Apcomplex inverse = one().divide(power);
        return (cosine ? power.add(inverse) : power.subtract(inverse)).divide(new Apfloat(2, digits));
    }

    /** The factorial of a small integer that only its value shows to be one. */
    private Apcomplex factorial(Apcomplex x) {
        boolean integer =
                x.imag().signum() == 0 && x.real().isInteger() && x.real().signum() >= 0;
        if (!integer || x.real().doubleValue() > LARGEST_FACTORIAL) {
            throw new Undefined("a factorial of no small integer");
        }
        Apfloat product = one();
        for (long n = x.longValue(); n > 1; n--) {
            product = product.multiply(new Apfloat(n, digits));
        }
        return product;
    }

    /** n (n - 1) … (n - k + 1) / k! for a small integer k. */
    private Apcomplex binomial(Apcomplex n, Apcomplex k) {
        Apcomplex product = one().divide(factorial(k));
        for (long i = 0; i < k.longValue(); i++) {
            product = product.multiply(n.subtract(new Apfloat(i, digits)));
        }
        return product;
    }

    private Apfloat one() {
        return new Apfloat(1, digits);
    }

    private Apcomplex angle(Apcomplex x) {
        if (x.scale() > LARGEST_ANGLE_DIGITS) {
            throw new Undefined("an angle too large");
        }
        return x;
    }

    private Apcomplex exponent(Apcomplex x) {
        checkMagnitude(Math.abs(x.real().doubleValue()));
        return x;
    }

    private Apcomplex unit(Apcomplex x) {
        if (real && ApfloatMath.abs(x.real()).compareTo(Apfloat.ONE) > 0) {
            throw new Undefined("outside [-1, 1]");
        }
        return x;
    }

    private Apcomplex logarithm(Apcomplex x) {
        if (x.equals(Apcomplex.ZERO) || real && x.real().signum() < 0) {
            throw new Undefined("a logarithm of a number that is not positive");
        }
        return elementary.log(x);
    }

    private static Apfloat realPart(Apcomplex x) {
        if (x.imag().signum() != 0) {
            throw new Undefined("not real");
        }
        return x.real();
    }
}
