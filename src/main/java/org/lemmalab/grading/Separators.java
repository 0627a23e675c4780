package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Separators within numbers as other countries write them. What can mean one thing only is read so at once: 1'234'567 and
 * 1.234.567. A decimal comma may also part the items of a list; both readings are tried then.
 */
final class Separators {
    private static final Pattern APOSTROPHES = Pattern.compile("(?<![\\w.])\\d{1,3}(?:['’]\\d{3})+(?![\\d'’])");
    private static final Pattern POINTS =
            Pattern.compile("(?<![\\w.,])[1-9]\\d{0,2}(?:\\.\\d{3}){2,}(?![\\d.]|,\\d{3}(?!\\d))");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<![\\d.,])"
            + "(?:([1-9]\\d{0,2}(?:(?:[. ]|\\\\[,;: ])\\d{3})+|0),(\\d+)|(\\d+),(\\d{1,2}|\\d{4,}))"
            + "(?![\\d.]|,\\d)");
    private static final Pattern INDIAN = Pattern.compile("(?<![\\d.,])\\d{1,2}(?:,\\d{2})+,\\d{3}(?![\\d,])");

    private Separators() {}

    /**
     * @param text an answer
     * @return the answer with its numbers' thousands together where only that can be meant
     */
    static String certain(String text) {
        String joined = text;
        int mark = Math.max(text.indexOf('\''), text.indexOf('’'));
        if (mark > 0 && Character.isDigit(text.charAt(mark - 1))) {
            joined = APOSTROPHES
                    .matcher(joined)
                    .replaceAll(match -> match.group().replaceAll("['’]", ""));
        }
        int point = joined.indexOf('.');
        boolean points = point > 0 && joined.indexOf('.', point + 1) == point + 4;
        return points ? POINTS.matcher(joined).replaceAll(match -> match.group().replace(".", "")) : joined;
    }

    /**
     * Other readings of an answer with commas between digits.
     *
     * @param text an answer
     * @return the text with decimal points for decimal commas, and with Indian groups together; none where there are no such
     */
    static List<String> others(String text) {
        List<String> others = new ArrayList<>();
        boolean brackets = text.chars().anyMatch(c -> "()[]{}|".indexOf(c) >= 0);
        if (!brackets || text.indexOf(';') > 0) {
            Matcher decimal = DECIMAL_COMMA.matcher(text);
            if (decimal.find()) {
                others.add(decimal.replaceAll(Separators::withPoint));
            }
        }
        Matcher indian = INDIAN.matcher(text);
        if (indian.find()) {
            others.add(indian.replaceAll(match -> match.group().replace(",", "")));
        }
        return others;
    }

    private static String withPoint(java.util.regex.MatchResult match) {
        String whole = match.group(1) == null ? match.group(3) : match.group(1);
        String fraction = match.group(1) == null ? match.group(4) : match.group(2);
        return whole.replaceAll("\\D", "") + "." + fraction;
    }
}
