package org.lemmalab.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Binder;
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
    private static final BigDecimal MOST_TERMS = BigDecimal.valueOf(10_000);

    private final Map<String, BigFraction> point;
    private final boolean real;
    private final Budget budget;
    private final Elementary elementary;
    private final MathContext digits;

    /**
     * @param point the variables' values
     * @param real whether to stay within the reals
     * @param precision in decimal digits
     * @param budget bounds
     */
    Evaluator(Map<String, BigFraction> point, boolean real, int precision, Budget budget) {
        this.point = point;
        this.real = real;
        this.budget = budget;
        this.elementary = new Elementary(precision);
        this.digits = elementary.digits();
    }

    /**
     * @throws Undefined if the expression has no value here
     */
    Complex value(Node node) {
        try {
            return evaluate(node);
        } catch (ArithmeticException e) {
            throw new Undefined("no value");
        }
    }

    private Complex number(BigFraction value) {
        BigDecimal numerator = new BigDecimal(value.getNumerator());
        return Complex.of(numerator.divide(new BigDecimal(value.getDenominator()), digits));
    }

    private Complex evaluate(Node node) {
        budget.requireFull();
        budget.spend(cost(node));
        if (node instanceof Num number) {
            return number(number.value());
        }
        if (node instanceof Symbol symbol) {
            return number(Optional.ofNullable(point.get(symbol.name())).orElseThrow(() -> new Undefined("no value")));
        }
        if (node instanceof Const constant) {
            return constant(constant);
        }
        if (node instanceof Sum sum) {
            return sum.terms().stream().map(this::evaluate).reduce(Complex.ZERO, (a, b) -> a.plus(b, digits));
        }
        if (node instanceof Product product) {
            return product.factors().stream().map(this::evaluate).reduce(Complex.ONE, (a, b) -> a.times(b, digits));
        }
        if (node instanceof Power power) {
            return power(power);
        }
        if (node instanceof Call call) {
            return call(call);
        }
        if (node instanceof Binder binder) {
            return binder(binder);
        }
        throw new Undefined("not an expression");
    }

    private Complex binder(Binder binder) {
        if (Binders.isCount(binder) && RealSetReader.infinite(binder.bounds().get(1)) == 0) {
            return counted(binder);
        }
        return Complex.of(new Calculus(point, budget).value(binder));
    }

    /** A sum or product between integers. */
    private Complex counted(Binder binder) {
        Complex from = evaluate(binder.bounds().get(0));
        Complex to = evaluate(binder.bounds().get(1));
        boolean near = from.isInteger()
                && to.isInteger()
                && to.minus(from, digits).real().abs().compareTo(MOST_TERMS) < 0
                && to.minus(from, digits).real().compareTo(BigDecimal.ONE.negate()) >= 0;
        if (!near) {
            throw new Undefined("a sum with bounds that are no near integers");
        }
        boolean sum = binder.binding() == Node.Binding.SUM;
        Complex total = sum ? Complex.ZERO : Complex.ONE;
        Map<String, BigFraction> inner = new HashMap<>(point);
        long last = to.real().longValueExact();
        for (long i = from.real().longValueExact(); i <= last; i++) {
            inner.put(binder.variable(), BigFraction.of(i));
            Complex term =
                    new Evaluator(inner, real, digits.getPrecision() - Elementary.GUARD, budget).value(binder.body());
            total = sum ? total.plus(term, digits) : total.times(term, digits);
        }
        return total;
    }

    /** About the nanoseconds that a step takes at this precision. */
    private long cost(Node node) {
        long precision = digits.getPrecision();
        if (node instanceof Num number) {
            double bits = Rationals.bits(number.value());
            return 30 * precision + (long) (bits * (bits + precision) / 100);
        }
        return node instanceof Call || node instanceof Power ? 3_000 * precision : 30 * precision;
    }

    private Complex constant(Const constant) {
        return switch (constant.constant()) {
            case PI -> Complex.of(elementary.pi());
            case E -> elementary.exp(Complex.ONE);
            case I -> imaginaryUnit();
            default -> throw new Undefined("no number");
        };
    }

    private Complex imaginaryUnit() {
        if (real) {
            throw new Undefined("not real");
        }
        return Complex.I;
    }

    private Complex power(Power power) {
        if (power.base() instanceof Const base && base.constant() == Node.Constant.E) {
            return elementary.exp(exponent(evaluate(power.exponent())));
        }
        Complex base = evaluate(power.base());
        Optional<BigFraction> exponent = Rationals.value(power.exponent(), budget);
        if (exponent.isEmpty()) {
            return realPower(base, evaluate(power.exponent()));
        }
        long times = small(exponent.get().getNumerator().doubleValue());
        long degree = small(exponent.get().getDenominator().doubleValue());
        return integerPower(degree == 1 || base.isZero() ? base : root(base, degree), times);
    }

    private Complex integerPower(Complex base, long times) {
        if (base.isZero()) {
            return zeroPower(times);
        }
        checkMagnitude((1.0 + Math.abs(base.magnitude())) * Math.abs(times));
        return base.power(times, digits);
    }

    private static Complex zeroPower(long times) {
        if (times <= 0) {
            throw new Undefined("0 to a power that is not positive");
        }
        return Complex.ZERO;
    }

    private static long small(double value) {
        if (!(Math.abs(value) < 1e9)) {
            throw new Undefined("an exponent too large");
        }
        return (long) value;
    }

    private Complex root(Complex base, long degree) {
        boolean negative = base.isReal() && base.real().signum() < 0;
        if (negative && degree % 2 == 1) {
            return elementary.root(base.negated(), degree).negated();
        }
        if (negative && real) {
            throw new Undefined("an even root of a negative number");
        }
        return elementary.root(base, degree);
    }

    private Complex realPower(Complex base, Complex exponent) {
        if (exponent.isInteger()) {
            return integerPower(base, small(exponent.real().doubleValue()));
        }
        if (base.isZero() || real && base.real().signum() < 0) {
            throw new Undefined("a power of a number that is not positive");
        }
        boolean nearOne = base.minus(Complex.ONE, digits).magnitude() < -3;
        if (!nearOne) {
            checkMagnitude(Math.abs(exponent.real().doubleValue()) * (1.0 + Math.abs(base.magnitude())));
        }
        return elementary.exp(exponent(elementary.log(base).times(exponent, digits)));
    }

    private static void checkMagnitude(double decimalDigits) {
        if (!(decimalDigits < LARGEST_EXPONENT)) {
            throw new Undefined("a number too large");
        }
    }

    private Complex call(Call call) {
        Optional<BigFraction> exact = Rationals.value(call, budget);
        if (exact.isPresent()) {
            return number(exact.get());
        }
        List<Complex> arguments = call.arguments().stream().map(this::evaluate).toList();
        Complex x = arguments.get(arguments.size() - 1);
        return switch (call.function()) {
            case "degree" -> x.times(Complex.of(elementary.pi()), digits).over(Complex.of(180), digits);
            case "ln" -> logarithm(x);
            case "log" ->
                logarithm(x).over(logarithm(arguments.size() == 1 ? Complex.of(10) : arguments.get(0)), digits);
            case "exp" -> elementary.exp(exponent(x));
            case "sinh", "cosh", "tanh" -> hyperbolic(call.function(), exponent(x));
            case "sech" -> inverse(hyperbolic("cosh", exponent(x)));
            case "csch" -> inverse(hyperbolic("sinh", exponent(x)));
            case "coth" -> inverse(hyperbolic("tanh", exponent(x)));
            case "arcsinh" -> logarithm(x.plus(root(x.times(x, digits).plus(Complex.ONE, digits), 2), digits));
            case "arccosh" -> logarithm(x.plus(root(x.times(x, digits).minus(Complex.ONE, digits), 2), digits));
            case "arctanh" ->
                logarithm(Complex.ONE.plus(x, digits).over(Complex.ONE.minus(x, digits), digits))
                        .over(Complex.of(2), digits);
            case "gamma" -> gamma(x);
            case "factorial" -> factorial(x);
            case "binom" -> binomial(arguments.get(0), x);
            case "abs" -> Complex.of(x.size(digits));
            case "max" ->
                arguments.stream()
                        .max(Comparator.comparing(Evaluator::realPart))
                        .orElseThrow();
            case "min" ->
                arguments.stream()
                        .min(Comparator.comparing(Evaluator::realPart))
                        .orElseThrow();
            case "sgn" -> Complex.of(realPart(x).signum());
            case "conj", "Re", "Im", "arg" -> part(call, x);
            case "gcd", "lcm", "mod", "doublefactorial", "subfactorial", "permutations" ->
                ofIntegers(call.function(), arguments);
            case "floor" -> Complex.of(realPart(x).setScale(0, RoundingMode.FLOOR));
            case "ceil" -> Complex.of(realPart(x).setScale(0, RoundingMode.CEILING));
            default -> circular(call.function(), x);
        };
    }

    /** Conjugate, real and imaginary part of a constant; points are real and so say nothing of a variable's. */
    private Complex part(Call call, Complex x) {
        if (!NumericParts.variables(call).isEmpty()) {
            throw new Undefined("the " + call.function() + " of a variable");
        }
        return switch (call.function()) {
            case "conj" -> new Complex(x.real(), x.imaginary().negate());
            case "Re" -> Complex.of(x.real());
            case "arg" -> Complex.of(elementary.argument(x));
            default -> Complex.of(x.imaginary());
        };
    }

    /** Γ at positive integers and halves of odd ones: from Γ(1) = 1 and Γ(1/2) = √π upwards. */
    private Complex gamma(Complex x) {
        Complex twice = x.times(Complex.of(2), digits);
        boolean near =
                twice.isInteger() && twice.real().signum() > 0 && twice.real().compareTo(BigDecimal.valueOf(200)) < 0;
        if (!near) {
            throw new Undefined("Γ of no small half of an integer");
        }
        long steps = twice.real().longValueExact();
        Complex product =
                steps % 2 == 0 ? Complex.ONE : Complex.of(elementary.pi().sqrt(digits));
        for (long i = steps % 2 == 0 ? 2 : 1; i < steps; i += 2) {
            product = product.times(number(BigFraction.of((int) i, 2)), digits);
        }
        return product;
    }

    /** A function of integers that only the values of its arguments show to be such. */
    private Complex ofIntegers(String function, List<Complex> arguments) {
        boolean integers = arguments.stream().allMatch(value -> value.isInteger() && value.magnitude() < 19);
        if (!integers) {
            throw new Undefined("the function " + function + " of no small integers");
        }
        List<BigFraction> values = arguments.stream()
                .map(value -> BigFraction.of(value.real().toBigInteger()))
                .toList();
        return number(
                Arithmetic.value(function, values, budget).orElseThrow(() -> new Undefined("no value of " + function)));
    }

    private Complex circular(String function, Complex x) {
        return switch (function) {
            case "sin" -> elementary.sin(angle(x));
            case "cos" -> elementary.cos(angle(x));
            case "tan" -> elementary.sin(angle(x)).over(elementary.cos(x), digits);
            case "cot" -> elementary.cos(angle(x)).over(elementary.sin(x), digits);
            case "sec" -> inverse(elementary.cos(angle(x)));
            case "csc" -> inverse(elementary.sin(angle(x)));
            case "arcsin" -> elementary.arcsin(unit(x));
            case "arccos" -> elementary.arccos(unit(x));
            case "arctan" -> elementary.arctan(x);
            case "arccot" -> elementary.arccos(Complex.ZERO).minus(elementary.arctan(x), digits);
            case "arcsec" -> elementary.arccos(unit(inverse(x)));
            case "arccsc" -> elementary.arcsin(unit(inverse(x)));
            default -> unknown(function, x);
        };
    }

    private Complex inverse(Complex x) {
        return Complex.ONE.over(x, digits);
    }

    /** A function that is only named: a cubic of its own, since what holds for any function holds for it. */
    private Complex unknown(String name, Complex x) {
        if (name.length() != 1) {
            throw new Undefined("the function " + name);
        }
        Complex a = number(BigFraction.of(name.charAt(0) * 7919, 65_537));
        Complex b = number(BigFraction.of(name.charAt(0) * 104_729, 65_539));
        Complex factors = x.plus(a, digits).times(x.minus(b, digits), digits);
        return x.times(factors, digits).plus(a, digits);
    }

    private Complex hyperbolic(String function, Complex x) {
        Complex power = elementary.exp(x);
        Complex twiceSine = power.minus(inverse(power), digits);
        Complex twiceCosine = power.plus(inverse(power), digits);
        return switch (function) {
            case "sinh" -> twiceSine.over(Complex.of(2), digits);
            case "cosh" -> twiceCosine.over(Complex.of(2), digits);
            default -> twiceSine.over(twiceCosine, digits);
        };
    }

    /** The factorial of a small integer that only its value shows to be one. */
    private Complex factorial(Complex x) {
        if (!x.isInteger() || x.real().signum() < 0 || x.real().doubleValue() > LARGEST_FACTORIAL) {
            throw new Undefined("a factorial of no small integer");
        }
        Complex product = Complex.ONE;
        for (long n = x.real().longValue(); n > 1; n--) {
            product = product.times(Complex.of(n), digits);
        }
        return product;
    }

    /** n (n - 1) … (n - k + 1) / k! for a small integer k. */
    private Complex binomial(Complex n, Complex k) {
        Complex product = inverse(factorial(k));
        for (long i = 0; i < k.real().longValue(); i++) {
            product = product.times(n.minus(Complex.of(i), digits), digits);
        }
        return product;
    }

    private static Complex angle(Complex x) {
        if (x.magnitude() > LARGEST_ANGLE_DIGITS) {
            throw new Undefined("an angle too large");
        }
        if (!x.isReal()) {
            checkMagnitude(Math.abs(x.imaginary().doubleValue()));
        }
        return x;
    }

    private static Complex exponent(Complex x) {
        checkMagnitude(Math.abs(x.real().doubleValue()));
        if (x.magnitude() > LARGEST_ANGLE_DIGITS) {
            throw new Undefined("an exponent too large");
        }
        return x;
    }

    private Complex unit(Complex x) {
        if (real && x.real().abs().compareTo(BigDecimal.ONE) > 0) {
            throw new Undefined("outside [-1, 1]");
        }
        return x;
    }

    private Complex logarithm(Complex x) {
        if (x.isZero() || real && x.real().signum() < 0) {
            throw new Undefined("a logarithm of a number that is not positive");
        }
        return elementary.log(x);
    }

    private static BigDecimal realPart(Complex x) {
        if (!x.isReal()) {
            throw new Undefined("not real");
        }
        return x.real();
    }
}
