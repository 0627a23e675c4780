package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what follows a marker in words ("the answer is", "Final answer:", "A:") or {@code ####}. */
final class MarkerFinder {
    private static final String EMPHASIS = "[*_:\\s]*";
    private static final Map<ExtractionRule, Pattern> MARKERS = new EnumMap<>(Map.of(
            ExtractionRule.HASHES,
            Pattern.compile("####"),
            ExtractionRule.ANSWER_IS,
            Pattern.compile("(?i)\\banswers?(?: (?:to|for|of|in) [^.:\\n]{1,80}?)? (?:is|are)\\b" + EMPHASIS),
            ExtractionRule.FINAL_ANSWER,
            Pattern.compile("(?i)(?:\\bfinal answers?[*_ ]*[:=]?|\\banswers?[*_ ]*[:=])" + EMPHASIS),
            ExtractionRule.A_COLON,
            Pattern.compile("(?m)^[ *_]{0,4}A[*_]{0,2}:" + EMPHASIS)));

    private MarkerFinder() {}

    /** The last occurrence of the marker that is followed by anything. */
    static Optional<Span> last(ExtractionRule rule, String text) {
        if (rule == ExtractionRule.HASHES) {
            int at = text.lastIndexOf("####");
            return at < 0 ? Optional.empty() : after(text, at + "####".length());
        }
        List<Integer> ends = new ArrayList<>();
        Matcher matcher = MARKERS.get(rule).matcher(text);
        while (matcher.find()) {
            ends.add(matcher.end());
        }
        Optional<Span> found = Optional.empty();
        for (int i = ends.size() - 1; i >= 0 && found.isEmpty(); i--) {
            found = after(text, ends.get(i));
        }
        return found;
    }

    private static Optional<Span> after(String text, int from) {
        int start = from;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return Span.trimmed(text, start, SentenceEnd.of(text, start));
    }
}
