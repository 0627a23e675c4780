package org.lemmalab.solution;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the last choice letter: in parentheses, after "option" or "choice", or alone in the text. */
final class ChoiceFinder {
    private static final Pattern CHOICE =
            Pattern.compile("\\(([A-J])\\)|(?i:\\b(?:option|choice) )\\(?([A-J])\\b|^\\s*([A-J])[.)]?\\s*$");

    private ChoiceFinder() {}

    static Optional<Span> last(String text) {
        Optional<Span> found = Optional.empty();
        Matcher matcher = CHOICE.matcher(text);
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : matcher.group(2) != null ? 2 : 3;
            found = Optional.of(new Span(matcher.group(group), matcher.start(group), matcher.end(group)));
        }
        return found;
    }
}
