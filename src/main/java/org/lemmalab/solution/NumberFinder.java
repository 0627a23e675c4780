package org.lemmalab.solution;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the last number: sign, thousands separators, decimals, a plain fraction, a percent sign. */
final class NumberFinder {
    private static final int TAIL = 400;
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w)\\]}.])[-\u2212]?\\$?(?:\\d{1,3}(?:,\\d{3})++(?![\\d,])|\\d++)(?:\\.\\d++)?"
                    + "(?: ?/ ?\\d++)?(?:\\\\?%)?|(?<![\\w.])[-\u2212]?\\$?(?:\\d{1,3}(?:,\\d{3})++|\\d++|)\\.\\d++|\\d++");

    private NumberFinder() {}

    static Optional<Span> last(String text) {
        Optional<Span> found = text.length() > TAIL ? last(text, text.length() - TAIL) : Optional.empty();
        return found.isPresent() ? found : last(text, 0);
    }

    private static Optional<Span> last(String text, int from) {
        int start = from;
        while (start > 0 && start < text.length() && !Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        Matcher matcher = NUMBER.matcher(text).region(start, text.length());
        matcher.useTransparentBounds(true);
        Optional<Span> found = Optional.empty();
        while (matcher.find()) {
            found = Optional.of(new Span(matcher.group(), matcher.start(), matcher.end()));
        }
        return found;
    }
}
