package org.lemmalab.grading;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a unit measures and how large it is, exactly. Physical units are the library's ({@link UnitLibrary}); money, data, angles
 * and calendar time, which it has not or has rounded, are here.
 *
 * @param dimension what it measures
 * @param factor how many base units of its dimension one of it is
 * @param offset how many base units its zero stands above theirs: 273.15 for degrees Celsius
 * @param radians how often the radian is a factor: each is 180/π of the degrees that it is counted as
 */
record UnitScale(String dimension, BigFraction factor, BigFraction offset, int radians) {
    private static final Map<Unit, UnitScale> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 2_000;

    /** A unit that is no physical one: its dimension, and its size as a fraction. */
    private record Own(String dimension, int over, int under) {}

    private static final Map<String, Own> OWN = Map.ofEntries(
            Map.entry("dollar", new Own("dollar", 1, 1)),
            Map.entry("cent", new Own("dollar", 1, 100)),
            Map.entry("pence", new Own("GBP", 1, 100)),
            Map.entry("byte", new Own("byte", 1, 1)),
            Map.entry("bit", new Own("byte", 1, 8)),
            Map.entry("degree", new Own("angle", 1, 1)),
            Map.entry("arcminute", new Own("angle", 1, 60)),
            Map.entry("arcsecond", new Own("angle", 1, 3600)),
            Map.entry("turn", new Own("angle", 360, 1)),
            Map.entry("gradian", new Own("angle", 9, 10)),
            Map.entry("radian", new Own("angle", 1, 1)),
            Map.entry("month", new Own("calendar", 1, 1)),
            Map.entry("year", new Own("calendar", 12, 1)));

    static UnitScale of(Unit unit) {
        UnitScale known = KNOWN.get(unit);
        if (known == null) {
            known = work(unit);
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(unit, known);
            }
        }
        return known;
    }

    private static UnitScale work(Unit unit) {
        Map<String, Integer> own = new TreeMap<>();
        BigFraction factor = BigFraction.ONE;
        BigFraction offset = BigFraction.ZERO;
        javax.measure.Unit<?> physical = null;
        int radians = 0;
        for (Unit.Part part : unit.parts()) {
            Optional<javax.measure.Unit<?>> library =
                    isOwn(part.base()) ? Optional.empty() : UnitLibrary.unit(part.base());
            if (library.isPresent()) {
                javax.measure.Unit<?> one = library.get();
                factor = factor.multiply(size(one, part));
                offset = unit.parts().size() == 1 && part.power() == 1 ? UnitLibrary.inBaseUnits(one, 0) : offset;
                javax.measure.Unit<?> raised = one.getSystemUnit().pow(part.power());
                physical = physical == null ? raised : physical.multiply(raised);
            } else {
                Own base = OWN.getOrDefault(part.base(), new Own(part.base(), 1, 1));
                own.merge(base.dimension, part.power(), Integer::sum);
                factor = factor.multiply(BigFraction.of(base.over, base.under)
                        .multiply(ten(part.tens()))
                        .pow(part.power()));
                radians += part.base().equals("radian") ? part.power() : 0;
            }
        }
        String dimension = own.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> entry.getKey() + entry.getValue() + " ")
                .collect(Collectors.joining());
        return new UnitScale(
                dimension + (physical == null ? "" : UnitLibrary.dimension(physical)), factor, offset, radians);
    }

    /** Upper case is a currency's code. */
    private static boolean isOwn(String base) {
        return OWN.containsKey(base) || Character.isUpperCase(base.charAt(0));
    }

    private static BigFraction size(javax.measure.Unit<?> one, Unit.Part part) {
        BigFraction size = UnitLibrary.inBaseUnits(one, 1).subtract(UnitLibrary.inBaseUnits(one, 0));
        return size.multiply(ten(part.tens())).pow(part.power());
    }

    private static BigFraction ten(int exponent) {
        return BigFraction.of(10).pow(exponent);
    }
}
