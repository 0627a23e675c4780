package org.lemmalab.solution;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the last expression between math delimiters. A dollar sign before an amount of money is none. */
final class MathFinder {
    private static final int LONGEST = 1_000;
    private static final Pattern PROSE = Pattern.compile("(?<![\\\\a-zA-Z{])[a-zA-Z]{2,}[ ,]+[a-zA-Z]{2,}");
    private static final String[][] DELIMITERS = {{"$$", "$$"}, {"$", "$"}, {"\\(", "\\)"}, {"\\[", "\\]"}};

    private MathFinder() {}

    static Optional<Span> last(String text) {
        Optional<Span> found = Optional.empty();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\' && text.startsWith("\\$", i)) {
                i += 2;
                continue;
            }
            Optional<Span> here = c == '$' || c == '\\' ? at(text, i) : Optional.empty();
            found = here.isPresent() ? here : found;
            i = here.map(Span::end).orElse(i + 1);
        }
        return found;
    }

    private static Optional<Span> at(String text, int open) {
        for (String[] pair : DELIMITERS) {
            if (text.startsWith(pair[0], open)) {
                int start = open + pair[0].length();
                int close = indexOf(text, pair[1], start);
                boolean math = close > start
                        && !PROSE.matcher(text.substring(start, close)).find();
                if (math) {
                    return Span.trimmed(text, start, close)
                            .map(span -> new Span(span.answer(), open, close + pair[1].length()));
                }
            }
        }
        return Optional.empty();
    }

    private static int indexOf(String text, String close, int start) {
        int limit = Math.min(text.length(), start + LONGEST);
        for (int i = start; i < limit; i++) {
            if (text.startsWith(close, i)) {
                return i;
            }
            if (text.startsWith("\\$", i)) {
                i++;
            }
        }
        return -1;
    }
}
