package org.lemmalab.problem.program;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/** Values of common knowledge. */
public final class Constants {
    /** Factors between units, and the words that show that a step converts. */
    private static final Map<Integer, Set<String>> CONVERSIONS = Map.ofEntries(
            Map.entry(60, Set.of("minute", "hour", "second")),
            Map.entry(3600, Set.of("second", "hour")),
            Map.entry(24, Set.of("hour", "day")),
            Map.entry(7, Set.of("day", "week")),
            Map.entry(4, Set.of("quart", "gallon", "quarter", "dollar", "week", "month")),
            Map.entry(52, Set.of("week", "year")),
            Map.entry(30, Set.of("day", "month")),
            Map.entry(31, Set.of("day", "month")),
            Map.entry(365, Set.of("day", "year")),
            Map.entry(12, Set.of("month", "year", "inch", "inche", "foot", "feet", "dozen")),
            Map.entry(3, Set.of("foot", "feet", "yard")),
            Map.entry(36, Set.of("inch", "inche", "yard")),
            Map.entry(5280, Set.of("foot", "feet", "mile")),
            Map.entry(16, Set.of("ounce", "oz", "pound", "cup", "gallon")),
            Map.entry(8, Set.of("ounce", "oz", "cup", "pint", "gallon")),
            Map.entry(128, Set.of("ounce", "oz", "gallon")),
            Map.entry(2000, Set.of("pound", "ton")),
            Map.entry(1000, Set.of("gram", "kilogram", "kg", "meter", "kilometer", "km", "liter", "milliliter", "ml")),
            Map.entry(100, Set.of("cent", "dollar", "centimeter", "cm", "meter")),
            Map.entry(10, Set.of("year", "decade", "dime", "cent", "mm", "cm", "dollar")),
            Map.entry(5, Set.of("nickel", "cent")),
            Map.entry(25, Set.of("quarter", "cent")));

    private static final Set<BigFraction> COMMON = Stream.concat(
                    CONVERSIONS.keySet().stream().map(BigFraction::of),
                    Stream.of(BigFraction.ONE, BigFraction.of(2), BigFraction.of(1, 100), BigFraction.of(1, 2)))
            .collect(Collectors.toUnmodifiableSet());

    private Constants() {}

    /**
     * @param value a value
     * @return whether it is a factor between units, a hundredth, a half, one or two
     */
    public static boolean isCommon(BigFraction value) {
        return COMMON.contains(value);
    }

    /**
     * Whether a value is a conversion factor in a given text: 60 where the text speaks of two of seconds, minutes and hours.
     *
     * @param value a value, for example 60 (also its reciprocal)
     * @param words the words around it, in lower case and singular
     * @return whether at least two of the units that it converts between are among the words
     */
    public static boolean converts(BigFraction value, Set<String> words) {
        BigFraction factor =
                value.signum() != 0 && value.abs().compareTo(BigFraction.ONE) < 0 ? value.reciprocal() : value;
        if (!Numbers.isWhole(factor) || factor.getNumerator().bitLength() > 16) {
            return false;
        }
        Set<String> units = CONVERSIONS.getOrDefault(factor.intValue(), Set.of());
        return units.stream().filter(words::contains).count() >= 2;
    }
}
