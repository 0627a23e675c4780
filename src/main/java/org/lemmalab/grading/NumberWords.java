package org.lemmalab.grading;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Integers in English words: "twelve", "forty-two", "three hundred and five thousand". */
final class NumberWords {
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, Long> SCALES =
            Map.of("thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);
    private static final int LONGEST = 200;

    private NumberWords() {}

    /**
     * @param words lower-case words
     * @return the number that they spell; empty where any word is of another kind
     */
    static OptionalLong value(String words) {
        if (words.isEmpty() || words.length() > LONGEST) {
            return OptionalLong.empty();
        }
        long total = 0;
        long group = 0;
        boolean any = false;
        for (String word : words.split("[ -]+")) {
            if (SMALL.contains(word)) {
                group += SMALL.indexOf(word);
            } else if (!word.isEmpty() && TENS.contains(word)) {
                group += 10L * TENS.indexOf(word);
            } else if (word.equals("hundred") && any) {
                group *= 100;
            } else if (SCALES.containsKey(word) && any) {
                total += group * SCALES.get(word);
                group = 0;
            } else if (!(word.equals("and") && any)) {
                return OptionalLong.empty();
            }
            any = true;
        }
        return OptionalLong.of(total + group);
    }
}
