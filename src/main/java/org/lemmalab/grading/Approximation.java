package org.lemmalab.grading;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;

/**
 * Real values in double precision, each with a bound on its rounding error carried through every operation. So a difference
 * that is larger than the bounds is a true one, found in microseconds; equality is never decided here.
 */
final class Approximation {
    private static final double EPSILON = 0x1p-50;
    private static final double LARGEST = 1e200;

    /**
     * A value that is known up to an error; not a number where the expression has no real value here.
     *
     * @param value the value
     * @param error how far it may be off
     */
    record Bounded(double value, double error) {
        static final Bounded NONE = new Bounded(Double.NaN, Double.NaN);

        boolean isKnown() {
            return Math.abs(value) < LARGEST && error < LARGEST;
        }

        /** The result of a function with this derivative at this place. */
        private Bounded through(double result, double derivative) {
            return new Bounded(result, Math.abs(derivative) * error + Math.abs(result) * EPSILON);
        }
    }

    private final Map<String, Double> point;

    private Approximation(Map<String, Double> point) {
        this.point = point;
    }

    /** The value of a constant, infinite at infinity; empty where it is no real constant of known functions. */
    static OptionalDouble of(Node node) {
        double value = new Approximation(Map.of()).value(node).value();
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The value of an expression at a point. */
    static Bounded at(Node node, Map<String, Double> point) {
        return new Approximation(point).value(node);
    }

    private Bounded value(Node node) {
        if (node instanceof Num number) {
            return exact(number.value().doubleValue());
        }
        if (node instanceof Symbol symbol) {
            return exact(point.getOrDefault(symbol.name(), Double.NaN));
        }
        if (node instanceof Const constant) {
            return switch (constant.constant()) {
                case PI -> exact(Math.PI);
                case E -> exact(Math.E);
                case INFINITY -> new Bounded(Double.POSITIVE_INFINITY, 0);
                default -> Bounded.NONE;
            };
        }
        if (node instanceof Sum sum) {
            return sum(sum.terms());
        }
        if (node instanceof Product product) {
            return product(product.factors());
        }
        if (node instanceof Power power) {
            return power(value(power.base()), value(power.exponent()));
        }
        return node instanceof Call call ? call(call) : Bounded.NONE;
    }

    private static Bounded exact(double value) {
        return new Bounded(value, Math.abs(value) * EPSILON);
    }

    private Bounded sum(List<Node> terms) {
        double value = 0;
        double error = 0;
        for (Node term : terms) {
            Bounded next = value(term);
            value += next.value();
            error += next.error() + Math.abs(value) * EPSILON;
        }
        return new Bounded(value, error);
    }

    private Bounded product(List<Node> factors) {
        Bounded product = new Bounded(1, 0);
        for (Node factor : factors) {
            Bounded next = value(factor);
            double value = product.value() * next.value();
            double error = Math.abs(product.value()) * next.error()
                    + Math.abs(next.value()) * product.error()
                    + product.error() * next.error()
                    + Math.abs(value) * EPSILON;
            product = new Bounded(value, error);
        }
        return product;
    }

    private static Bounded power(Bounded base, Bounded exponent) {
        boolean oddRoot = base.value() < 0 && Math.abs(exponent.value() - 1.0 / 3) < 1e-15;
        double size = oddRoot ? -base.value() : base.value();
        double value = Math.pow(size, exponent.value());
        double relative = base.error() / Math.abs(size);
        if (!(relative < 0.01)) {
            return new Bounded(value, base.error() == 0 && !Double.isNaN(value) ? 0 : Double.POSITIVE_INFINITY);
        }
        double logarithm = Math.abs(Math.log(Math.abs(size))) * exponent.error();
        double error = Math.abs(value) * (2 * relative * Math.abs(exponent.value()) + 2 * logarithm + EPSILON);
        return new Bounded(oddRoot ? -value : value, error);
    }

    private Bounded call(Call call) {
        Bounded argument = value(call.arguments().get(call.arguments().size() - 1));
        double x = argument.value();
        return switch (call.function()) {
            case "degree" -> argument.through(Math.toRadians(x), Math.PI / 180);
            case "sin" -> argument.through(Math.sin(x), 1);
            case "cos" -> argument.through(Math.cos(x), 1);
            case "tan" -> steep(argument, Math.tan(x), 1 / Math.pow(Math.cos(x), 2));
            case "cot" -> steep(argument, 1 / Math.tan(x), 1 / Math.pow(Math.sin(x), 2));
            case "sec" -> steep(argument, 1 / Math.cos(x), 1 / Math.pow(Math.cos(x), 2));
            case "csc" -> steep(argument, 1 / Math.sin(x), 1 / Math.pow(Math.sin(x), 2));
            case "arcsin" -> steep(argument, Math.asin(x), 1 / Math.sqrt(1 - x * x));
            case "arccos" -> steep(argument, Math.acos(x), 1 / Math.sqrt(1 - x * x));
            case "arctan" -> argument.through(Math.atan(x), 1);
            case "exp" -> argument.through(Math.exp(x), 2 * Math.exp(x));
            case "ln" -> steep(argument, Math.log(x), 1 / x);
            case "log" -> logarithm(call, argument);
            case "max" -> extreme(call, 1);
            case "min" -> extreme(call, -1);
            case "abs" -> argument.through(Math.abs(x), 1);
            default -> Bounded.NONE;
        };
    }

    private Bounded extreme(Call call, int sign) {
        Bounded result = Bounded.NONE;
        double error = 0;
        for (Node argument : call.arguments()) {
            Bounded value = value(argument);
            if (!value.isKnown()) {
                return Bounded.NONE;
            }
            error = Math.max(error, value.error());
            boolean better = !result.isKnown() || sign * value.value() > sign * result.value();
            result = better ? value : result;
        }
        return new Bounded(result.value(), error);
    }

    private Bounded logarithm(Call call, Bounded argument) {
        Bounded base = call.arguments().size() == 2 ? value(call.arguments().get(0)) : exact(10);
        double below = Math.log(base.value());
        double result = Math.log(argument.value()) / below;
        double slope = 2 / Math.abs(below) * (argument.error() / Math.abs(argument.value()));
        double baseSlope = 2 * Math.abs(result) / Math.abs(below) * (base.error() / Math.abs(base.value()));
        return new Bounded(result, slope + baseSlope + Math.abs(result) * EPSILON * 4);
    }

    /** A function whose slope may change fast: known only where the argument's error is small beside the slope. */
    private static Bounded steep(Bounded argument, double result, double slope) {
        double change = Math.abs(slope) * argument.error();
        return change < 1e-3 ? argument.through(result, 2 * slope) : Bounded.NONE;
    }
}
