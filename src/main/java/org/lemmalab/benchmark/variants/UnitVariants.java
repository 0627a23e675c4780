package org.lemmalab.benchmark.variants;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Quantities: units of one dimension, their names and signs, compound units, times, and amounts of money. */
final class UnitVariants {
    private static final List<String[]> NAMES = List.of(
            new String[] {"cm", "centimeters", "centimetres", "centimeter"},
            new String[] {"m", "meters", "metres", "meter"},
            new String[] {"km", "kilometers", "kilometres"},
            new String[] {"mm", "millimeters"},
            new String[] {"kg", "kilograms"},
            new String[] {"g", "grams"},
            new String[] {"s", "seconds", "sec", "secs"},
            new String[] {"min", "minutes", "mins"},
            new String[] {"h", "hours", "hr", "hrs"},
            new String[] {"L", "liters", "litres"},
            new String[] {"mL", "milliliters", "ml"},
            new String[] {"ft", "feet", "foot"},
            new String[] {"in", "inches", "inch"},
            new String[] {"mi", "miles"},
            new String[] {"lb", "pounds", "lbs"},
            new String[] {"oz", "ounces"},
            new String[] {"yd", "yards"},
            new String[] {"mph", "miles per hour", "miles/hour", "mi/h"},
            new String[] {"m/s", "meters per second", "m s^{-1}", "m/sec"},
            new String[] {"km/h", "kilometers per hour", "kph", "km/hr"});
    /** From, to, and how many of the second make one of the first. */
    private static final List<Conversion> CONVERSIONS = List.of(
            new Conversion("km", "m", 1000),
            new Conversion("m", "cm", 100),
            new Conversion("cm", "mm", 10),
            new Conversion("kg", "g", 1000),
            new Conversion("g", "mg", 1000),
            new Conversion("h", "min", 60),
            new Conversion("hours", "minutes", 60),
            new Conversion("minutes", "seconds", 60),
            new Conversion("hours", "seconds", 3600),
            new Conversion("days", "hours", 24),
            new Conversion("weeks", "days", 7),
            new Conversion("liters", "mL", 1000),
            new Conversion("L", "milliliters", 1000),
            new Conversion("feet", "inches", 12),
            new Conversion("yards", "feet", 3),
            new Conversion("miles", "feet", 5280),
            new Conversion("pounds", "ounces", 16),
            new Conversion("gallons", "quarts", 4),
            new Conversion("quarts", "pints", 2),
            new Conversion("m^2", "cm^2", 10_000),
            new Conversion("square feet", "square inches", 144),
            new Conversion("cubic meters", "liters", 1000),
            new Conversion("tonnes", "kg", 1000),
            new Conversion("square yards", "square feet", 9),
            new Conversion("km^2", "m^2", 1_000_000));

    private record Conversion(String from, String to, int factor) {}

    private UnitVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "K units",
                List.of(
                        UnitVariants::converted,
                        UnitVariants::convertedDown,
                        UnitVariants::convertedDecimal,
                        UnitVariants::named,
                        UnitVariants::missing,
                        UnitVariants::dimension,
                        UnitVariants::sameNumberOtherSize,
                        UnitVariants::hoursAndMinutes,
                        UnitVariants::hoursDecimal,
                        UnitVariants::feetAndInches,
                        UnitVariants::minutesAndSeconds,
                        UnitVariants::speed,
                        UnitVariants::squares,
                        UnitVariants::cubes,
                        UnitVariants::moneyCodes,
                        UnitVariants::cents,
                        UnitVariants::perDay,
                        UnitVariants::counted,
                        UnitVariants::clock,
                        UnitVariants::clockHalf,
                        UnitVariants::angleMinutes,
                        UnitVariants::percentSign,
                        UnitVariants::notPercent,
                        UnitVariants::symbols,
                        UnitVariants::poundsAndOunces,
                        UnitVariants::expression));
    }

    /** A unit after a number: spaced, in text, upright, or against it where it is short. */
    private static String with(Draw d, Object number, String unit) {
        String plain = number + " " + unit;
        if (unit.contains("^")) {
            String[] parts = unit.split("\\^");
            return d.of(
                    plain,
                    number + "\\text{ " + parts[0] + "}^" + parts[1],
                    number + "\\ \\mathrm{" + parts[0] + "}^" + parts[1],
                    number + " \\text{ " + parts[0] + "}^{" + parts[1] + "}");
        }
        return d.of(
                plain,
                number + "\\text{ " + unit + "}",
                number + " \\text{ " + unit + "}",
                number + "~\\text{" + unit + "}",
                number + "\\,\\mathrm{" + unit + "}",
                plain,
                "$" + number + "$ " + unit);
    }

    private static Variant converted(Draw d) {
        Conversion c = d.of(CONVERSIONS);
        int a = d.integer(2, 60);
        return d.pair(with(d, a, c.from), with(d, d.maybe(a) * c.factor, c.to));
    }

    private static Variant convertedDown(Draw d) {
        Conversion c = d.of(CONVERSIONS);
        int a = d.integer(2, 60);
        int other = d.maybe(a * c.factor, a * c.factor + d.integer(1, 9), a * c.factor * 10, a * c.factor - 1);
        return d.pair(with(d, a, c.from), with(d, other, c.to));
    }

    private static Variant convertedDecimal(Draw d) {
        Conversion c = d.of(List.of(
                new Conversion("km", "m", 1000),
                new Conversion("kg", "g", 1000),
                new Conversion("m", "cm", 100),
                new Conversion("hours", "minutes", 60),
                new Conversion("liters", "mL", 1000),
                new Conversion("feet", "inches", 12)));
        int half = d.integer(1, 40) * 2 + 1;
        BigDecimal a = BigDecimal.valueOf(half * 5L, 1);
        int exact = half * c.factor / 2;
        return d.pair(with(d, a, c.from), with(d, d.maybe(exact, exact * 2, exact + c.factor), c.to));
    }

    private static Variant named(Draw d) {
        String[] unit = d.of(NAMES);
        int a = d.integer(2, 300);
        return d.pair(with(d, a, d.of(unit)), with(d, d.maybe(a), d.of(unit)));
    }

    private static Variant missing(Draw d) {
        String[] unit = d.of(NAMES);
        int a = d.integer(2, 300);
        return d.pair("" + a, with(d, d.maybe(a), d.of(unit)));
    }

    /** The same number of something of another dimension is never equal. */
    private static Variant dimension(Draw d) {
        int a = d.integer(2, 300);
        String one = d.of("meters", "cm", "km", "feet", "miles");
        String two = d.of(
                "kg", "hours", "seconds", "liters", "square meters", "m^2", "m/s", "grams", "cubic meters", "degrees");
        return d.different(with(d, a, one), with(d, a, two));
    }

    private static Variant sameNumberOtherSize(Draw d) {
        Conversion c = d.of(CONVERSIONS);
        int a = d.integer(2, 300);
        return d.different(with(d, a, c.from), with(d, a, c.to));
    }

    private static Variant hoursAndMinutes(Draw d) {
        int h = d.integer(1, 9);
        int m = d.integer(1, 59);
        String hours = d.of(
                h + (h == 1 ? " hour " : " hours ") + m + " minutes",
                h + " h " + m + " min",
                h + (h == 1 ? " hour" : " hours") + " and " + m + " minutes",
                h + "\\text{ hours } " + m + "\\text{ minutes}",
                h + " hr " + m + " min",
                h + "h " + m + "min");
        return d.pair(hours, with(d, d.maybe(60 * h + m), d.of("minutes", "min", "mins")));
    }

    private static Variant hoursDecimal(Draw d) {
        int h = d.integer(1, 9);
        int quarter = d.of(15, 30, 45);
        BigDecimal value = BigDecimal.valueOf(h * 100L + (d.equal() ? quarter * 5 / 3 : quarter), 2);
        return d.pair(
                h + d.of(" hours ", " h ") + quarter + d.of(" minutes", " min"), with(d, value, d.of("hours", "h")));
    }

    private static Variant feetAndInches(Draw d) {
        int feet = d.integer(2, 12);
        int inches = d.integer(1, 11);
        return d.pair(
                d.of(
                        feet + " feet " + inches + " inches",
                        feet + " ft " + inches + " in",
                        feet + "\\text{ ft } " + inches + "\\text{ in}",
                        feet + " feet and " + inches + " inches"),
                with(d, d.maybe(12 * feet + inches), d.of("inches", "in")));
    }

    private static Variant minutesAndSeconds(Draw d) {
        int minutes = d.integer(2, 30);
        int seconds = d.integer(1, 59);
        return d.pair(
                d.of(
                        minutes + " minutes " + seconds + " seconds",
                        minutes + " min " + seconds + " s",
                        minutes + " minutes and " + seconds + " seconds"),
                with(d, d.maybe(60 * minutes + seconds), d.of("seconds", "s")));
    }

    private static Variant speed(Draw d) {
        int a = d.integer(1, 30);
        return d.pair(
                with(d, 5 * a, d.of("m/s", "meters per second")),
                with(d, d.maybe(18 * a), d.of("km/h", "kilometers per hour")));
    }

    private static Variant squares(Draw d) {
        String[] unit = d.of(List.of(
                new String[] {"m", "meters"},
                new String[] {"cm", "centimeters"},
                new String[] {"km", "kilometers"},
                new String[] {"ft", "feet"},
                new String[] {"in", "inches"}));
        int a = d.integer(2, 400);
        return d.pair(
                with(d, a, unit[0] + "^2"),
                with(d, d.maybe(a), d.of("square " + unit[1], "sq. " + unit[0], "square " + unit[0], unit[0] + "^2")));
    }

    private static Variant cubes(Draw d) {
        String[] unit = d.of(List.of(
                new String[] {"m", "meters"},
                new String[] {"cm", "centimeters"},
                new String[] {"ft", "feet"},
                new String[] {"in", "inches"}));
        int a = d.integer(2, 400);
        return d.pair(
                with(d, a, unit[0] + "^3"),
                with(d, d.maybe(a), d.of("cubic " + unit[1], "cubic " + unit[0], "cu. " + unit[0])));
    }

    private static Variant moneyCodes(Draw d) {
        int a = d.integer(2, 9000);
        int b = d.maybe(a);
        String code = d.of(
                "USD " + b,
                b + " USD",
                "US$" + b,
                "$" + b,
                "\\$" + d.grouped(b),
                b + " dollars",
                "Rs. " + b,
                "EUR " + b,
                "€" + b,
                "£" + b,
                b + " euros",
                "\\text{USD } " + b,
                b + " rupees",
                "\\$" + b + ".00");
        return d.pair("" + a, code);
    }

    private static Variant cents(Draw d) {
        int dollars = d.integer(1, 40);
        int cents = d.of(5, 10, 25, 50, 75, 99);
        int all = 100 * dollars + cents;
        return d.pair("\\$" + BigDecimal.valueOf(all, 2), d.maybe(all) + d.of(" cents", "\\text{ cents}", "¢"));
    }

    private static Variant perDay(Draw d) {
        int a = d.integer(2, 900);
        int b = d.maybe(a);
        return d.pair(
                "" + a,
                d.of("$", "\\$", "")
                        + b
                        + d.of(
                                " per day",
                                " per hour",
                                " dollars per day",
                                " per week",
                                " each",
                                " a day",
                                " dollars each",
                                " in total"));
    }

    private static Variant counted(Draw d) {
        int a = d.integer(2, 900);
        return d.pair(
                "" + a,
                with(
                        d,
                        d.maybe(a),
                        d.of(d.thing(), "people", "ways", "points", "pages", "units", "solutions", "triangles")));
    }

    private static Variant clock(Draw d) {
        int h = d.integer(1, 11);
        int m = d.integer(10, 59);
        String pm = d.of(" PM", " p.m.", "pm", "\\text{ p.m.}", " P.M.", "\\text{ PM}");
        return d.pair(
                h + ":" + m + pm,
                d.maybe((h + 12) + ":" + m, h + ":" + m + " AM", (h + 12) + ":" + (m == 59 ? 10 : m + 1)));
    }

    private static Variant clockHalf(Draw d) {
        int h = d.integer(1, 11);
        int m = d.integer(10, 59);
        String half = d.of("a", "p");
        String a = h + ":" + m
                + d.of(
                        " " + half + ".m.",
                        " " + half + "m",
                        " " + half.toUpperCase(Locale.ROOT) + "M",
                        "\\text{ " + half + ".m.}");
        String otherHalf = half.equals("a") ? "p" : "a";
        String b = d.equal()
                ? h + ":" + m + " " + half + "m"
                : d.of(h + ":" + m + " " + otherHalf + "m", h + ":" + (m == 59 ? 10 : m + 1) + " " + half + "m");
        return d.pair(a, b);
    }

    private static Variant angleMinutes(Draw d) {
        int a = d.integer(1, 170);
        int quarter = d.of(15, 30, 45);
        String value = a + "." + (d.equal() ? quarter * 5 / 3 : quarter);
        return d.pair(
                d.of(
                        a + "^\\circ " + quarter + "'",
                        a + "°" + quarter + "'",
                        a + "^{\\circ}" + quarter + "'",
                        a + "° " + quarter + "′"),
                value + d.of("^\\circ", "°", " degrees"));
    }

    private static Variant percentSign(Draw d) {
        int a = d.integer(2, 99);
        return d.pair("" + a, d.maybe(a) + d.of("\\%", "%", " percent", "\\text{ percent}", " \\%"));
    }

    private static Variant notPercent(Draw d) {
        int a = d.integer(11, 99);
        return d.different(a + d.of("\\%", "%"), d.of("0." + a, "" + 100 * a));
    }

    private static Variant symbols(Draw d) {
        int a = d.integer(2, 300);
        String unit = d.of("N", "s", "L", "h", "J", "W", "V", "K", "A");
        return d.pair("" + a, d.maybe(a) + d.of(" ", "\\,", "~", "\\ ") + unit);
    }

    private static Variant poundsAndOunces(Draw d) {
        int pounds = d.integer(2, 20);
        int ounces = d.integer(1, 15);
        return d.pair(
                d.of(
                        pounds + " pounds " + ounces + " ounces",
                        pounds + " lb " + ounces + " oz",
                        pounds + " pounds and " + ounces + " ounces"),
                with(d, d.maybe(16 * pounds + ounces), d.of("ounces", "oz")));
    }

    private static Variant expression(Draw d) {
        int a = d.integer(2, 20);
        String number = a + d.of("\\pi", "\\sqrt{3}", "\\sqrt{2}");
        String unit = d.of("cm", "m", "ft", "in", "cm^2", "m^2");
        String other = d.maybe(a) + number.substring(("" + a).length());
        return d.pair(with(d, number, unit), d.of(other, with(d, other, unit)));
    }
}
