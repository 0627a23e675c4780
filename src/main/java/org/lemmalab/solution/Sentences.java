package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Splits running text into sentences; decimals, abbreviations, initials and formulas stay whole. */
final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "st", "prof", "jr", "sr", "vs", "etc", "e.g", "i.e", "approx", "ft", "oz", "lb",
            "lbs", "sq", "cu", "cm", "mm", "km", "kg", "min", "hr", "hrs", "sec", "a.m", "p.m", "fig", "eq", "no",
            "dept", "ave");

    private Sentences() {}

    static List<String> split(String text) {
        boolean[] inFormula = formulas(text);
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            if (!inFormula[i] && endsSentence(text, i)) {
                add(text.substring(start, i + 1), sentences);
                start = i + 1;
            }
        }
        add(text.substring(start), sentences);
        return sentences;
    }

    /** Two amounts of money are no formula: "$5 and $6" has dollar signs as well. */
    private static boolean[] formulas(String text) {
        boolean[] inside = new boolean[text.length()];
        for (Formula formula : Formulas.in(text)) {
            Arrays.fill(inside, formula.start(), formula.end(), true);
        }
        return inside;
    }

    private static boolean endsSentence(String text, int i) {
        char c = text.charAt(i);
        if (c == '\n') {
            return true;
        }
        if (c != '.' && c != '!' && c != '?' || !Character.isWhitespace(text.charAt(i + 1))) {
            return false;
        }
        int next = i + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && opensSentence(text.charAt(next)) && !(c == '.' && isAbbreviation(text, i));
    }

    static boolean opensSentence(char c) {
        return Character.isUpperCase(c) || Character.isDigit(c) || "$€£\"'“(\\".indexOf(c) >= 0;
    }

    static boolean isAbbreviation(String text, int stop) {
        int start = stop;
        while (start > 0 && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        String word = text.substring(start, stop);
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static void add(String sentence, List<String> sentences) {
        if (!sentence.isBlank()) {
            sentences.add(sentence.strip());
        }
    }
}
