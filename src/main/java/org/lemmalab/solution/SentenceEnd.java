package org.lemmalab.solution;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a stated answer ends: with its line, its sentence, its displayed formula, or where an explanation begins. */
final class SentenceEnd {
    private static final int LONGEST = 2_000;
    private static final Pattern EXPLANATION = Pattern.compile(
            "(?i)[,;]? \\(?(?:because|since|which|so that|so|as|therefore|where|i hope|given that)\\b|, (?:and|but) (?:it|this|that|we|I)\\b");

    private SentenceEnd() {}

    /**
     * @param text the text
     * @param start where the answer begins
     * @return one after its last character
     */
    static int of(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST);
        for (String[] display : new String[][] {{"\\[", "\\]"}, {"$$", "$$"}}) {
            if (text.startsWith(display[0], start)) {
                int close = text.indexOf(display[1], start + display[0].length());
                return close < 0 || close > limit ? lineEnd(text, start, limit) : close + display[1].length();
            }
        }
        int end = sentence(text, start, lineEnd(text, start, limit));
        Matcher explanation = EXPLANATION.matcher(text).region(start, end);
        return explanation.find() && explanation.start() > start ? explanation.start() : end;
    }

    private static int lineEnd(String text, int start, int limit) {
        int newline = text.indexOf('\n', start);
        return newline < 0 || newline > limit ? limit : newline;
    }

    /** The first full stop outside math that ends a sentence: not within a number and not in p.m. */
    private static int sentence(String text, int start, int end) {
        boolean math = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '$' && (i == 0 || text.charAt(i - 1) != '\\')) {
                math = !math && text.indexOf('$', i + 1) >= 0 && text.indexOf('$', i + 1) < end;
            } else if (c == '.' && !math && endsSentence(text, i, start, end)) {
                return i;
            }
        }
        return end;
    }

    private static boolean endsSentence(String text, int stop, int start, int end) {
        boolean last = stop + 1 >= end;
        boolean space = !last && Character.isWhitespace(text.charAt(stop + 1));
        boolean abbreviation =
                stop - 2 >= start && text.charAt(stop - 2) == '.' && Character.isLetter(text.charAt(stop - 1));
        return (last || space) && !abbreviation && stop > start;
    }
}
