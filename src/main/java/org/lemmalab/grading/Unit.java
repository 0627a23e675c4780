package org.lemmalab.grading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A unit of measurement.
 *
 * @param dimension what it measures: length, mass, time …; powers of a length have dimensions of their own ("length^2")
 * @param factor how many of the dimension's base unit it is, exactly
 */
record Unit(String dimension, BigFraction factor) {
    private static final Map<String, Unit> BY_NAME = table();

    /** The unit of that name, singular or plural, or its abbreviation; one-letter names only where they stand as text. */
    static Optional<Unit> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** A unit described in words: "square inches", "cubic meters", "cm^2", "feet per second"; empty for other words. */
    static Optional<Unit> described(String words) {
        String[] parts = words.toLowerCase(Locale.ROOT)
                .replaceAll("[.~\\\\]", " ")
                .strip()
                .split("\\s+", 5);
        if (parts.length == 2 && (parts[0].startsWith("square") || parts[0].equals("sq"))) {
            return named(parts[1]).map(unit -> unit.power(2));
        }
        if (parts.length == 2 && (parts[0].equals("cubic") || parts[0].equals("cu"))) {
            return named(parts[1]).map(unit -> unit.power(3));
        }
        if (parts.length == 1 && parts[0].matches("[a-z]+\\^\\{?[23]}?")) {
            int power = parts[0].contains("2") ? 2 : 3;
            return named(parts[0].substring(0, parts[0].indexOf('^'))).map(unit -> unit.power(power));
        }
        return parts.length == 1 ? abbreviated(parts[0]) : Optional.empty();
    }

    private static Optional<Unit> abbreviated(String name) {
        return switch (name) {
            case "m" -> named("meter");
            case "g" -> named("gram");
            case "s" -> named("second");
            case "h" -> named("hour");
            default -> named(name);
        };
    }

    /** The unit of an area or a volume. */
    Unit power(int exponent) {
        return exponent == 1 ? this : new Unit(dimension + "^" + exponent, factor.pow(exponent));
    }

    private static Map<String, Unit> table() {
        Map<String, Unit> units = new HashMap<>();
        add(
                units,
                "length",
                List.of(
                        "mm millimeter millimeters millimetre millimetres",
                        "cm centimeter centimeters centimetre centimetres",
                        "meter meters metre metres",
                        "km kilometer kilometers kilometre kilometres"),
                "1/1000",
                "1/100",
                "1",
                "1000");
        add(
                units,
                "length",
                List.of("inch inches", "ft foot feet", "yd yard yards", "mi mile miles"),
                "254/10000",
                "3048/10000",
                "9144/10000",
                "1609344/1000");
        add(
                units,
                "mass",
                List.of("mg milligram milligrams", "gm gram grams", "kg kilogram kilograms"),
                "1/1000",
                "1",
                "1000");
        add(units, "weight", List.of("oz ounce ounces", "lb lbs pound pounds"), "1", "16");
        add(
                units,
                "time",
                List.of(
                        "sec secs second seconds",
                        "min mins minute minutes",
                        "hr hrs hour hours",
                        "day days",
                        "week weeks"),
                "1",
                "60",
                "3600",
                "86400",
                "604800");
        add(units, "months", List.of("month months", "year years yr yrs"), "1", "12");
        add(units, "volume", List.of("ml milliliter milliliters", "liter liters litre litres"), "1", "1000");
        add(units, "dollars", List.of("cent cents", "dollar dollars usd"), "1/100", "1");
        add(units, "euros", List.of("euro euros eur"), "1");
        add(units, "angle", List.of("degree degrees deg"), "1");
        add(units, "radians", List.of("rad radian radians"), "1");
        add(units, "speed in miles", List.of("mph"), "1");
        add(units, "speed in kilometers", List.of("kmh kph"), "1");
        add(units, "rupees", List.of("rupee rupees"), "1");
        units.put("pound sterling", new Unit("pounds sterling", BigFraction.ONE));
        return Map.copyOf(units);
    }

    private static void add(Map<String, Unit> units, String dimension, List<String> names, String... factors) {
        for (int i = 0; i < factors.length; i++) {
            String[] parts = factors[i].split("/");
            BigFraction factor =
                    BigFraction.of(Integer.parseInt(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
            for (String name : names.get(i).split(" ")) {
                units.put(name, new Unit(dimension, factor));
            }
        }
    }
}
