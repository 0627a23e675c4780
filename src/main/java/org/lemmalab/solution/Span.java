package org.lemmalab.solution;

import java.util.Optional;

/**
 * A stretch of a text and the answer in it.
 *
 * @param answer the answer, trimmed of emphasis and math delimiters
 * @param start first character in the text
 * @param end one after the last
 */
record Span(String answer, int start, int end) {
    private static final String[][] ENCLOSING = {
        {"**", "**"}, {"__", "__"}, {"$$", "$$"}, {"$", "$"}, {"\\(", "\\)"}, {"\\[", "\\]"}, {"`", "`"}, {"\"", "\""}
    };

    /** The span's text without emphasis, delimiters and final full stop; empty where nothing is left. */
    static Optional<Span> trimmed(String text, int start, int end) {
        String answer = Emphasis.removed(trim(Escapes.mended(text.substring(start, end))));
        return answer.isEmpty() ? Optional.empty() : Optional.of(new Span(answer, start, end));
    }

    private static String trim(String raw) {
        String answer = raw.strip();
        boolean changed = true;
        while (changed) {
            String before = answer;
            answer = withoutFullStop(answer);
            answer = withoutDangling(answer, "**");
            answer = withoutDangling(answer, "__");
            for (String[] pair : ENCLOSING) {
                answer = withoutEnclosing(answer, pair[0], pair[1]);
            }
            answer = answer.strip();
            changed = !answer.equals(before);
        }
        return answer;
    }

    /** Removes one final full stop, but not the one of an abbreviation such as p.m. */
    private static String withoutFullStop(String text) {
        int last = text.length() - 1;
        boolean stop = last >= 0 && text.charAt(last) == '.';
        boolean abbreviation = last >= 2 && text.charAt(last - 2) == '.' && Character.isLetter(text.charAt(last - 1));
        return stop && !abbreviation && !goesOn(text) ? text.substring(0, last) : text;
    }

    /** Whether three dots say that the digits of a decimal go on: 0.333... */
    private static boolean goesOn(String text) {
        int at = text.length() - 4;
        if (!text.endsWith("...") || at < 0) {
            return false;
        }
        while (at > 0 && Character.isDigit(text.charAt(at))) {
            at--;
        }
        return at < text.length() - 4 && text.charAt(at) == '.';
    }

    /** Removes the end of an emphasis whose beginning stands before the answer. */
    private static String withoutDangling(String text, String emphasis) {
        boolean dangling = text.indexOf(emphasis) == text.length() - emphasis.length() && text.endsWith(emphasis);
        return dangling ? text.substring(0, text.length() - emphasis.length()) : text;
    }

    private static String withoutEnclosing(String text, String open, String close) {
        boolean encloses = text.length() >= open.length() + close.length()
                && text.startsWith(open)
                && text.endsWith(close)
                && text.indexOf(close, open.length()) == text.length() - close.length();
        return encloses ? text.substring(open.length(), text.length() - close.length()) : text;
    }
}
