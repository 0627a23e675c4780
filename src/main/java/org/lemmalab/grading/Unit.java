package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A unit of measurement: a product of powers of named units. Two ways to write one unit are equal; what a unit measures and how
 * large it is, is known to {@link UnitScale}.
 *
 * @param parts its factors, in order of their names, none twice
 */
record Unit(List<Part> parts) {
    /**
     * A named unit in a power.
     *
     * @param base its name, without prefix
     * @param tens the power of ten of its prefix: 3 for kilo
     * @param power how often it is a factor; negative for "per"
     */
    record Part(String base, int tens, int power) {}

    /** The unit of a mere number. */
    static final Unit ONE = new Unit(List.of());

    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::base).thenComparing(Part::tens);

    static Unit of(String base) {
        return of(base, 0);
    }

    static Unit of(String base, int tens) {
        return new Unit(List.of(new Part(base, tens, 1)));
    }

    /** The unit of that name or abbreviation, singular or plural. */
    static Optional<Unit> named(String name) {
        return UnitNames.find(name);
    }

    /** A unit described by nothing but unit names: "square inches", "cm^2", "feet per second"; empty for other words. */
    static Optional<Unit> described(String words) {
        return UnitReader.strict(words);
    }

    /** The unit of an area, a volume, a rate. */
    Unit power(int exponent) {
        if (exponent == 1) {
            return this;
        }
        return exponent == 0
                ? ONE
                : new Unit(parts.stream()
                        .map(part -> new Part(part.base, part.tens, part.power * exponent))
                        .toList());
    }

    Unit times(Unit other) {
        if (parts.isEmpty() || other.parts.isEmpty()) {
            return parts.isEmpty() ? other : this;
        }
        List<Part> product = new ArrayList<>(parts);
        for (Part part : other.parts) {
            int at = 0;
            while (at < product.size() && ORDER.compare(product.get(at), part) < 0) {
                at++;
            }
            if (at < product.size() && ORDER.compare(product.get(at), part) == 0) {
                int power = product.remove(at).power + part.power;
                if (power != 0) {
                    product.add(at, new Part(part.base, part.tens, power));
                }
            } else {
                product.add(at, part);
            }
        }
        return new Unit(List.copyOf(product));
    }

    Unit per(Unit other) {
        return times(other.power(-1));
    }

    /** Whether it is that named unit, without prefix or power. */
    boolean is(String base) {
        return parts.size() == 1 && parts.get(0).base.equals(base) && parts.get(0).tens == 0 && parts.get(0).power == 1;
    }

    /** For people: "kilo metre^2·second^-1". */
    String text() {
        return parts.stream().map(Unit::text).collect(Collectors.joining("·"));
    }

    private static String text(Part part) {
        return (part.tens == 0 ? "" : UnitNames.prefix(part.tens))
                + part.base
                + (part.power == 1 ? "" : "^" + part.power);
    }
}
