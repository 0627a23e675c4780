package org.lemmalab.mistake.injection;

import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/** Words that say a number: where a step says one, its figures cannot be changed alone. */
final class NumberNames {
    private static final Map<BigFraction, Set<String>> NAMES = Map.ofEntries(
            name(1, "one", "single", "once"),
            name(
                    2,
                    "two",
                    "twice",
                    "double",
                    "doubled",
                    "doubling",
                    "half",
                    "halve",
                    "pair",
                    "couple",
                    "both",
                    "second"),
            name(3, "three", "thrice", "triple", "tripled", "third", "trio"),
            name(4, "four", "quarter", "fourth", "quadruple", "quadrupled"),
            name(5, "five", "fifth"),
            name(6, "six", "sixth"),
            name(7, "seven", "seventh", "week"),
            name(8, "eight", "eighth"),
            name(9, "nine", "ninth"),
            name(10, "ten", "tenth"),
            name(11, "eleven"),
            name(12, "twelve", "dozen"),
            name(15, "fifteen"),
            name(20, "twenty"),
            name(30, "thirty"),
            name(40, "forty"),
            name(50, "fifty", "half"),
            name(100, "hundred"));

    private NumberNames() {}

    /** Whether one of the words says the number. */
    static boolean says(Set<String> words, BigFraction number) {
        return NAMES.getOrDefault(number, Set.of()).stream().anyMatch(words::contains);
    }

    private static Map.Entry<BigFraction, Set<String>> name(int number, String... words) {
        return Map.entry(BigFraction.of(number), Set.of(words));
    }
}
