package org.lemmalab.grading;

import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;

/** Approximate values of real constants: enough to order the ends of intervals, never to decide equality. */
final class Approximation {
    private Approximation() {}

    /** The value; empty for anything but a real constant of arithmetic, roots, π, e and the common functions. */
    static OptionalDouble of(Node node) {
        double value = value(node);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static double value(Node node) {
        if (node instanceof Num number) {
            return number.value().doubleValue();
        }
        if (node instanceof Const constant) {
            return switch (constant.constant()) {
                case PI -> Math.PI;
                case E -> Math.E;
                case INFINITY -> Double.POSITIVE_INFINITY;
                default -> Double.NaN;
            };
        }
        if (node instanceof Sum sum) {
            return fold(sum.terms(), 0, Double::sum);
        }
        if (node instanceof Product product) {
            return fold(product.factors(), 1, (a, b) -> a * b);
        }
        if (node instanceof Power power) {
            return power(value(power.base()), value(power.exponent()));
        }
        return node instanceof Call call ? call(call) : Double.NaN;
    }

    private static double fold(java.util.List<Node> parts, double start, DoubleBinaryOperator operator) {
        return parts.stream().mapToDouble(Approximation::value).reduce(start, operator);
    }

    private static double power(double base, double exponent) {
        boolean cubeRoot = base < 0 && Math.abs(exponent - 1.0 / 3) < 1e-15;
        return cubeRoot ? Math.cbrt(base) : Math.pow(base, exponent);
    }

    private static double call(Call call) {
        double x = value(call.arguments().get(call.arguments().size() - 1));
        double base = call.arguments().size() == 2 ? value(call.arguments().get(0)) : 10;
        return switch (call.function()) {
            case "sin" -> Math.sin(x);
            case "cos" -> Math.cos(x);
            case "tan" -> Math.tan(x);
            case "arcsin" -> Math.asin(x);
            case "arccos" -> Math.acos(x);
            case "arctan" -> Math.atan(x);
            case "exp" -> Math.exp(x);
            case "ln" -> Math.log(x);
            case "log" -> Math.log(x) / Math.log(base);
            case "abs" -> Math.abs(x);
            default -> Double.NaN;
        };
    }
}
