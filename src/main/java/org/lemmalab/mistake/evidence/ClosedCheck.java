package org.lemmalab.mistake.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.reading.Link;
import org.lemmalab.mistake.reading.Term;
import org.lemmalab.problem.program.Numbers;

/** Checks an equality without letters: exactly where both sides are rational, else in double precision. */
final class ClosedCheck {
    private static final BigFraction HUNDRED = BigFraction.of(100);
    private static final BigFraction FLOATING_POINT = BigFraction.of(1, 1_000_000_000);
    private static final double NEAR = 0.01;
    private static final double ROUGH = 0.03;
    private static final Set<Double> CONVERSIONS =
            Set.of(60.0, 3600.0, 24.0, 7.0, 12.0, 100.0, 1000.0, 10.0, 3.0, 16.0, 52.0, 365.0, 30.0, 4.0);

    private ClosedCheck() {}

    static Status of(Link link) {
        Optional<BigFraction> left = link.left().exact();
        Optional<BigFraction> right = left.isEmpty() ? left : link.right().exact();
        if (right.isPresent()) {
            return exact(link, left.get(), right.get());
        }
        OptionalDouble one = link.left().value(Map.of());
        OptionalDouble other = link.right().value(Map.of());
        return one.isEmpty() || other.isEmpty() ? Status.OPEN : apart(link, one.getAsDouble(), other.getAsDouble());
    }

    private static Status exact(Link link, BigFraction left, BigFraction right) {
        if (left.equals(right) || isPercent(link, left, right) || isFloatingPoint(left, right)) {
            return Status.HOLDS;
        }
        BigFraction unit = BigFraction.of(10).pow(-link.right().decimals());
        boolean rounded = !Numbers.isWhole(left.divide(unit))
                && left.subtract(right).abs().compareTo(unit) < 0
                && link.right().operators() <= 1;
        return rounded ? Status.HOLDS : apart(link, left.doubleValue(), right.doubleValue());
    }

    private static boolean isPercent(Link link, BigFraction left, BigFraction right) {
        boolean percent = link.left().percent() || link.right().percent() || speaksOfPercent(link);
        return percent
                && (left.multiply(HUNDRED).equals(right)
                        || right.multiply(HUNDRED).equals(left));
    }

    private static boolean speaksOfPercent(Link link) {
        return link.right().units().stream().anyMatch(word -> word.startsWith("percent") || word.startsWith("cent"));
    }

    private static boolean isFloatingPoint(BigFraction left, BigFraction right) {
        return left.subtract(right).abs().compareTo(left.abs().multiply(FLOATING_POINT)) < 0;
    }

    private static Status apart(Link link, double left, double right) {
        double size = Math.max(Math.abs(left), Math.abs(right));
        double difference = Math.abs(left - right);
        int decimals = Math.max(link.left().decimals(), link.right().decimals());
        if (difference <= 1e-9 * size
                || decimals > 0 && difference < Math.pow(10, -link.right().decimals()) * 0.51) {
            return Status.HOLDS;
        }
        boolean near = Math.abs(Math.abs(left) - Math.abs(right)) <= 1e-9 * size
                || difference < NEAR * size && decimals > 0
                || difference < ROUGH * size && !link.exact();
        if (near) {
            return Status.NEARLY;
        }
        boolean plain = link.left().number() && link.right().number();
        return plain || MixedUnits.occur(link.left().units()) || isConversion(link, left / right)
                ? Status.OPEN
                : Status.FAILS;
    }

    /** 2 * 30 minutes = 1 hour: the units differ by a common factor. */
    private static boolean isConversion(Link link, double ratio) {
        double factor = Math.abs(ratio) < 1 ? 1 / Math.abs(ratio) : Math.abs(ratio);
        double whole = Math.rint(factor);
        return Math.abs(factor - whole) < 1e-6 * factor
                && CONVERSIONS.contains(whole)
                && differentUnits(link.left(), link.right());
    }

    private static boolean differentUnits(Term left, Term right) {
        return !left.units().isEmpty()
                && !right.units().isEmpty()
                && left.units().stream().noneMatch(right.units()::contains);
    }
}
