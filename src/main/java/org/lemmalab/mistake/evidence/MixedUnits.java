package org.lemmalab.mistake.evidence;

import java.util.List;
import java.util.Map;

/** Whether quantities of different units of one kind stand side by side: 1 hour - 20 minutes. */
final class MixedUnits {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("hour", "time"),
            Map.entry("minute", "time"),
            Map.entry("second", "time"),
            Map.entry("day", "time"),
            Map.entry("week", "time"),
            Map.entry("month", "time"),
            Map.entry("year", "time"),
            Map.entry("foot", "length"),
            Map.entry("feet", "length"),
            Map.entry("inch", "length"),
            Map.entry("inche", "length"),
            Map.entry("yard", "length"),
            Map.entry("mile", "length"),
            Map.entry("meter", "length"),
            Map.entry("cm", "length"),
            Map.entry("km", "length"),
            Map.entry("dollar", "money"),
            Map.entry("cent", "money"),
            Map.entry("pound", "weight"),
            Map.entry("ounce", "weight"),
            Map.entry("gram", "weight"),
            Map.entry("kg", "weight"),
            Map.entry("kilogram", "weight"),
            Map.entry("ton", "weight"),
            Map.entry("cup", "volume"),
            Map.entry("gallon", "volume"),
            Map.entry("pint", "volume"),
            Map.entry("quart", "volume"),
            Map.entry("liter", "volume"),
            Map.entry("ml", "volume"),
            Map.entry("dozen", "count"));

    private MixedUnits() {}

    static boolean occur(List<String> units) {
        for (String one : units) {
            for (String other : units) {
                String kind = KINDS.getOrDefault(stem(one), "");
                boolean same = stem(one).equals(stem(other));
                if (!same && !kind.isEmpty() && kind.equals(KINDS.get(stem(other)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String stem(String word) {
        return word.length() > 2 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
