package org.lemmalab.mistake.departure;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text in lower case, plural endings cut off. */
public final class Words {
    /** Words that speak of a formula: where they stand, a sum for a product is the formula that is confused, not the operator. */
    public static final Set<String> OF_FORMULAS = Set.of(
            "area",
            "perimeter",
            "volume",
            "square",
            "cubic",
            "circumference",
            "rectangle",
            "rectangular",
            "average",
            "mean");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /** Two steps from this share of common words on say the same. */
    static final double SAME = 0.6;

    private static final int LONGEST = 20_000;

    private Words() {}

    /**
     * @param text any text
     * @return its words
     */
    public static Set<String> of(String text) {
        Set<String> words = new HashSet<>();
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Matcher matcher = WORD.matcher(head.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(stem(matcher.group()));
        }
        return words;
    }

    /**
     * @return shared words over all words, from 0 to 1
     */
    static double similarity(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long shared = one.stream().filter(other::contains).count();
        return (double) shared / (one.size() + other.size() - shared);
    }

    /**
     * @return the share of the part's words that the whole has, from 0 to 1
     */
    static double containment(Set<String> part, Set<String> whole) {
        return part.isEmpty()
                ? 0
                : (double) part.stream().filter(whole::contains).count() / part.size();
    }

    private static String stem(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
