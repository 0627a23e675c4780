package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lemmalab.grading.Node.Measured;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Symbol;

/**
 * Reads a number times letters as a quantity: "5 m" may be five metres as well as 5·m. Which it is only the other answer can
 * tell, so nothing is read so before two answers differ as expressions.
 */
final class LetterUnits {
    /** Units that a mere number may stand for: letters that are seldom a variable's name after a number. */
    private static final Set<String> USUAL = Set.of(
            "metre", "gram", "second", "ampere", "kelvin", "hour", "litre", "newton", "joule", "watt", "volt", "ohm",
            "pascal", "hertz");

    private final List<Node> values = new ArrayList<>();
    private final StringBuilder letters = new StringBuilder();
    private Unit unit = Unit.ONE;

    private LetterUnits() {}

    /** The quantity that a product of numbers and letters may be; empty where a letter is no unit. */
    static Optional<Measured> read(Node node) {
        if (node instanceof Measured measured) {
            return read(measured.value())
                    .map(inner -> new Measured(inner.value(), inner.unit().times(measured.unit())))
                    .or(() -> Optional.of(measured));
        }
        return node instanceof Product product ? new LetterUnits().product(product) : Optional.empty();
    }

    /** Whether a quantity that is written with letters may stand for its mere number: 5 m for 5, not 5 d for 5. */
    static boolean isUsual(Unit unit) {
        List<Unit.Part> parts = unit.parts();
        Unit.Part first = parts.get(0);
        if (parts.size() == 2) {
            Unit.Part second = parts.get(1);
            return first.base().equals("metre") && second.base().equals("second") && second.power() < 0;
        }
        boolean small = first.tens() < 0
                        && !first.base().equals("litre")
                        && !first.base().equals("metre")
                || first.tens() < -3;
        boolean area = first.base().equals("metre") && (first.power() == 2 || first.power() == 3);
        return parts.size() == 1 && USUAL.contains(first.base()) && !small && (first.power() == 1 || area);
    }

    private Optional<Measured> product(Product product) {
        for (Node factor : product.factors()) {
            if (!factor(factor)) {
                return Optional.empty();
            }
        }
        boolean complete = letters(1) && !unit.parts().isEmpty();
        boolean number = values.stream().anyMatch(value -> NumericParts.hasNumber(value) && !value.equals(Num.of(-1)));
        if (!complete || !number) {
            return Optional.empty();
        }
        Node value = values.size() == 1 ? values.get(0) : new Product(List.copyOf(values));
        return Optional.of(new Measured(value, unit));
    }

    private boolean factor(Node factor) {
        if (factor instanceof Symbol symbol) {
            return symbol(symbol.name());
        }
        if (factor instanceof Power power && hasLetters(factor)) {
            Optional<Integer> exponent = exponent(power);
            return exponent.isPresent() && power(power.base(), exponent.get());
        }
        if (factor instanceof Product inner && hasLetters(factor)) {
            return inner.factors().stream().allMatch(this::factor);
        }
        values.add(factor);
        return letters(1) && !hasLetters(factor) && NumericParts.isScalar(factor);
    }

    /** A letter; the index of m_2 may be the exponent of an area, written m2. */
    private boolean symbol(String name) {
        boolean indexed = name.equals("m_2") || name.equals("m_3");
        letters.append(indexed ? "m" : letter(name));
        return !indexed || letters(name.charAt(2) - '0');
    }

    private static boolean hasLetters(Node node) {
        return !NumericParts.variables(node).isEmpty();
    }

    private static Optional<Integer> exponent(Power power) {
        boolean small = power.exponent() instanceof Num number
                && number.value().getDenominator().bitLength() == 1
                && number.value().abs().compareTo(Num.of(9).value()) <= 0;
        boolean negated = power.exponent() instanceof Product product
                && product.factors().size() == 2
                && product.factors().get(0).equals(Num.of(-1))
                && product.factors().get(1) instanceof Num;
        if (negated) {
            Power positive = new Power(
                    power.base(), ((Product) power.exponent()).factors().get(1));
            return exponent(positive).map(value -> -value);
        }
        return small ? Optional.of(((Num) power.exponent()).value().intValue()) : Optional.empty();
    }

    /** A power of letters; only the last of a run of letters, as in m^2 and cm^2, is raised. */
    private boolean power(Node base, int exponent) {
        if (base instanceof Symbol symbol) {
            letters.append(exponent > 0 ? "" : flushed()).append(letter(symbol.name()));
            return letters(exponent);
        }
        if (base instanceof Power inner) {
            Optional<Integer> power = exponent(inner);
            return power.isPresent() && power(inner.base(), power.get() * exponent);
        }
        if (base instanceof Product inner) {
            Optional<Measured> group = new LetterUnits().product(withOne(inner));
            boolean one = group.isPresent() && letters(1);
            unit = one ? unit.times(group.get().unit().power(exponent)) : unit;
            return one;
        }
        return false;
    }

    private static Product withOne(Product product) {
        List<Node> factors = new ArrayList<>(List.of(Num.of(1)));
        factors.addAll(product.factors());
        return new Product(List.copyOf(factors));
    }

    /** Takes the letters so far before a divisor begins. */
    private String flushed() {
        letters(1);
        return letters.isEmpty() ? "" : "?";
    }

    private static String letter(String name) {
        return switch (name) {
            case "Omega" -> "Ω";
            case "mu" -> "µ";
            default -> name;
        };
    }

    /** Takes the letters so far as units, the longest names first; the last of them is raised to a power. */
    private boolean letters(int exponent) {
        int at = 0;
        while (at < letters.length()) {
            int end = letters.length();
            while (end > at && UnitNames.find(letters.substring(at, end)).isEmpty()) {
                end--;
            }
            if (end == at) {
                return false;
            }
            Unit found = UnitNames.find(letters.substring(at, end)).orElseThrow();
            unit = unit.times(end == letters.length() ? found.power(exponent) : found);
            at = end;
        }
        letters.setLength(0);
        return true;
    }
}
