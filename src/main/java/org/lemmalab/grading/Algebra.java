package org.lemmalab.grading;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Atoms.Kind;
import org.lemmalab.grading.Node.Binder;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;

/**
 * Works expressions out exactly, as quotients of polynomials in variables, i, π, e, roots, and whatever else must stand as it
 * is. One instance serves one comparison, so that both sides share their atoms.
 */
final class Algebra {
    private static final BigFraction DEGREE = BigFraction.of(1, 180);
    private static final int LARGEST_ROOT = 12;

    private final Atoms atoms = new Atoms();
    private final Budget budget;

    Algebra(Budget budget) {
        this.budget = budget;
    }

    Atoms atoms() {
        return atoms;
    }

    RationalFunction minus(RationalFunction left, RationalFunction right) {
        return left.plus(right.negated(budget), atoms, budget);
    }

    /**
     * @throws NoMathematics if the expression divides by zero or has no algebraic form
     * @throws OutOfBudget if it grows too large
     */
    RationalFunction of(Node node) {
        budget.check();
        if (node instanceof Num number) {
            return RationalFunction.constant(number.value());
        }
        if (node instanceof Symbol symbol) {
            return plain(symbol.name(), Kind.VARIABLE);
        }
        if (node instanceof Const constant) {
            return constant(constant);
        }
        if (node instanceof Sum sum) {
            return sum.terms().stream()
                    .map(this::of)
                    .reduce((a, b) -> a.plus(b, atoms, budget))
                    .orElseThrow();
        }
        if (node instanceof Product product) {
            return product.factors().stream()
                    .map(this::of)
                    .reduce((a, b) -> a.times(b, atoms, budget))
                    .orElseThrow();
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
        throw new NoMathematics("not an expression");
    }

    private RationalFunction plain(String key, Kind kind) {
        return RationalFunction.of(Polynomial.atom(atoms.plain(key, kind)));
    }

    private RationalFunction constant(Const constant) {
        return switch (constant.constant()) {
            case PI -> plain("\\pi", Kind.PI);
            case E -> plain("\\e", Kind.E);
            case I -> imaginaryUnit();
            default -> throw new NoMathematics("no number: " + constant.constant());
        };
    }

    private RationalFunction imaginaryUnit() {
        Polynomial minusOne = Polynomial.constant(BigFraction.of(-1));
        return RationalFunction.of(Polynomial.atom(atoms.root("\\i", Kind.IMAGINARY, 2, minusOne)));
    }

    private RationalFunction power(Power power) {
        Optional<BigFraction> exponent = Rationals.value(power.exponent(), budget);
        RationalFunction base = of(power.base());
        if (exponent.isEmpty()) {
            return opaque("power", base.key(atoms) + of(power.exponent()).key(atoms));
        }
        BigInteger degree = exponent.get().getDenominator();
        BigInteger times = exponent.get().getNumerator();
        if (times.bitLength() > 30 || degree.bitLength() > 30) {
            throw new OutOfBudget(OutOfBudget.Bound.SIZE);
        }
        if (base.isConstant() && !base.isZero()) {
            budget.checkBits(
                    (double) Rationals.bits(base.constantValue()) * Math.abs(times.intValue()) / degree.intValue());
        }
        RationalFunction root = degree.equals(BigInteger.ONE) ? base : root(base, degree.intValue());
        return root.power(times.intValue(), atoms, budget);
    }

    private RationalFunction root(RationalFunction base, int degree) {
        if (degree > LARGEST_ROOT || !base.denominator().isConstant() || base.isZero()) {
            return base.isZero() ? base : opaque("root" + degree, base.key(atoms));
        }
        if (base.isConstant()) {
            return constantRoot(base.constantValue(), degree);
        }
        BigFraction content = content(base.numerator());
        Polynomial primitive = base.numerator().times(content.reciprocal(), budget);
        int atom = atoms.root("root" + degree + primitive.key(atoms), Kind.OPAQUE, degree, primitive);
        return constantRoot(content, degree).times(RationalFunction.of(Polynomial.atom(atom)), atoms, budget);
    }

    /** The positive number by which all coefficients can be divided to give integers without a common factor. */
    private BigFraction content(Polynomial polynomial) {
        BigInteger above = BigInteger.ZERO;
        BigInteger below = BigInteger.ONE;
        for (BigFraction coefficient : polynomial.terms().values()) {
            above = above.gcd(coefficient.getNumerator());
            BigInteger denominator = coefficient.getDenominator();
            below = below.divide(below.gcd(denominator)).multiply(denominator);
            budget.checkBits(below.bitLength());
        }
        return BigFraction.of(above, below);
    }

    /** Real roots of real numbers where there are any; the square root of a negative number by i. */
    private RationalFunction constantRoot(BigFraction value, int degree) {
        if (value.signum() < 0) {
            boolean odd = degree % 2 == 1;
            if (!odd && degree != 2) {
                return opaque("root" + degree, value.toString());
            }
            RationalFunction positive = constantRoot(value.negate(), degree);
            return odd ? positive.negated(budget) : positive.times(imaginaryUnit(), atoms, budget);
        }
        budget.checkBits((double) Rationals.bits(value) * degree);
        BigInteger radicand =
                value.getNumerator().multiply(value.getDenominator().pow(degree - 1));
        return new IntegerRoot(atoms, budget)
                .of(radicand, degree)
                .times(
                        RationalFunction.constant(BigFraction.of(BigInteger.ONE, value.getDenominator())),
                        atoms,
                        budget);
    }

    private RationalFunction opaque(String function, String arguments) {
        return plain("\\" + function + arguments, Kind.OPAQUE);
    }

    /** A sum, integral or limit stands for itself: with the same bounds and the same body it is the same. */
    private RationalFunction binder(Binder binder) {
        Optional<BigFraction> value = Rationals.value(binder, budget);
        if (value.isPresent()) {
            return RationalFunction.constant(value.get());
        }
        String bounds = binder.bounds().stream()
                .map(bound ->
                        RealSetReader.infinite(bound) == 0 ? of(bound).key(atoms) : "(" + NodeWriter.write(bound) + ")")
                .collect(Collectors.joining());
        return opaque(
                binder.binding() + "_" + binder.variable(),
                bounds + of(binder.body()).key(atoms));
    }

    private RationalFunction call(Call call) {
        Optional<BigFraction> value = Rationals.value(call, budget);
        if (value.isPresent()) {
            return RationalFunction.constant(value.get());
        }
        if (call.function().equals("degree")) {
            RationalFunction degree = RationalFunction.constant(DEGREE).times(plain("\\pi", Kind.PI), atoms, budget);
            return of(call.arguments().get(0)).times(degree, atoms, budget);
        }
        String arguments = call.arguments().stream()
                .map(argument -> of(argument).key(atoms))
                .collect(Collectors.joining());
        return opaque(call.function(), arguments);
    }
}
