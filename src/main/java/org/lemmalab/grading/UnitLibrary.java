package org.lemmalab.grading;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.measure.Dimension;
import javax.measure.Unit;
import org.apache.commons.numbers.fraction.BigFraction;
import systems.uom.common.Imperial;
import systems.uom.common.USCustomary;
import tech.units.indriya.function.RationalNumber;
import tech.units.indriya.unit.Units;

/**
 * What physical units measure and how large they are, from the units library (JSR 385). The library takes a tenth of a second to
 * start, so nothing here is touched before two different units are compared.
 */
final class UnitLibrary {
    private UnitLibrary() {}

    /** The library's unit of that name; empty where it has none: money, data, angles, calendar time. */
    static Optional<Unit<?>> unit(String base) {
        Optional<Unit<?>> metric = Optional.ofNullable(metric(base));
        return metric.isPresent() ? metric : Optional.ofNullable(customary(base));
    }

    private static Unit<?> metric(String base) {
        return switch (base) {
            case "metre" -> Units.METRE;
            case "gram" -> Units.GRAM;
            case "second" -> Units.SECOND;
            case "minute" -> Units.MINUTE;
            case "hour" -> Units.HOUR;
            case "day" -> Units.DAY;
            case "week" -> Units.WEEK;
            case "fortnight" -> Units.WEEK.multiply(2);
            case "ampere" -> Units.AMPERE;
            case "kelvin" -> Units.KELVIN;
            case "celsius" -> Units.CELSIUS;
            case "mole" -> Units.MOLE;
            case "candela" -> Units.CANDELA;
            case "newton" -> Units.NEWTON;
            case "joule" -> Units.JOULE;
            case "calorie" -> Units.JOULE.multiply(4184).divide(1000);
            case "watt" -> Units.WATT;
            case "watthour" -> Units.JOULE.multiply(3600);
            case "volt" -> Units.VOLT;
            case "ohm" -> Units.OHM;
            case "pascal" -> Units.PASCAL;
            case "bar" -> Units.PASCAL.multiply(100_000);
            case "atmosphere" -> Units.PASCAL.multiply(101_325);
            case "hertz" -> Units.HERTZ;
            case "coulomb" -> Units.COULOMB;
            case "farad" -> Units.FARAD;
            case "henry" -> Units.HENRY;
            case "tesla" -> Units.TESLA;
            case "weber" -> Units.WEBER;
            case "lumen" -> Units.LUMEN;
            case "lux" -> Units.LUX;
            case "becquerel" -> Units.BECQUEREL;
            case "litre" -> Units.LITRE;
            case "tonne" -> Units.KILOGRAM.multiply(1000);
            case "hectare" -> Units.SQUARE_METRE.multiply(10_000);
            case "lightyear" -> Units.METRE.multiply(9_460_730_472_580_800L);
            default -> null;
        };
    }

    /** The library rounds the small spoons; they are parts of its cup. */
    private static Unit<?> customary(String base) {
        return switch (base) {
            case "inch" -> USCustomary.INCH;
            case "foot" -> USCustomary.FOOT;
            case "yard" -> USCustomary.YARD;
            case "mile" -> USCustomary.MILE;
            case "nauticalmile" -> USCustomary.NAUTICAL_MILE;
            case "ounce" -> USCustomary.OUNCE;
            case "pound" -> USCustomary.POUND;
            case "stone" -> USCustomary.POUND.multiply(14);
            case "ton" -> USCustomary.TON;
            case "teaspoon" -> USCustomary.CUP.divide(48);
            case "tablespoon" -> USCustomary.CUP.divide(16);
            case "fluidounce" -> USCustomary.FLUID_OUNCE;
            case "cup" -> USCustomary.CUP;
            case "pint" -> USCustomary.PINT;
            case "quart" -> USCustomary.PINT.multiply(2);
            case "gallon" -> USCustomary.GALLON_LIQUID;
            case "acre" -> USCustomary.ACRE;
            case "knot" -> USCustomary.KNOT;
            case "horsepower" -> USCustomary.HORSEPOWER;
            case "fahrenheit" -> USCustomary.FAHRENHEIT;
            case "psi" -> Imperial.POUND_FORCE.divide(USCustomary.INCH.pow(2));
            default -> null;
        };
    }

    /** What a unit measures, as powers of the base dimensions. */
    static String dimension(Unit<?> unit) {
        Map<String, Integer> powers = new TreeMap<>();
        addDimension(unit.getDimension(), 1, powers);
        return powers.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> entry.getKey() + entry.getValue())
                .collect(Collectors.joining());
    }

    private static void addDimension(Dimension dimension, int power, Map<String, Integer> powers) {
        Map<? extends Dimension, Integer> bases = dimension.getBaseDimensions();
        if (bases == null) {
            powers.merge(dimension.toString(), power, Integer::sum);
        } else {
            bases.forEach((base, exponent) -> addDimension(base, exponent * power, powers));
        }
    }

    /** How much so many of a unit are in the coherent unit of its dimension. */
    static BigFraction inBaseUnits(Unit<?> unit, int amount) {
        try {
            Number value = unit.getConverterToAny(unit.getSystemUnit()).convert((Number) amount);
            return fraction(value);
        } catch (javax.measure.IncommensurableException e) {
            throw new NoMathematics("the unit " + unit);
        }
    }

    private static BigFraction fraction(Number value) {
        if (value instanceof RationalNumber rational) {
            return BigFraction.of(rational.getDividend(), rational.getDivisor());
        }
        java.math.BigDecimal decimal = new java.math.BigDecimal(value.toString());
        BigFraction digits = BigFraction.of(decimal.unscaledValue());
        BigFraction scale = BigFraction.of(BigInteger.TEN).pow(-decimal.scale());
        return digits.multiply(scale);
    }
}
