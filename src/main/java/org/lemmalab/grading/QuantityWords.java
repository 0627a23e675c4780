package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.grading.Node.Measured;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Ratio;

/** Reads quantities that no formula holds: 2h30m, three hours, half an hour, three to four. */
final class QuantityWords {
    private static final int LONGEST = 60;
    private static final Pattern DURATION = Pattern.compile(
            "(\\d{1,4}) ?h(?:rs?|ours?)?\\.? ?(\\d{1,2}) ?m(?:ins?|inutes?)?\\.?(?: ?(\\d{1,2}) ?s(?:ecs?|econds?)?\\.?)?");
    private static final Pattern RATIO = Pattern.compile("(?:(?:the|a|in the|in a) )?ratio (?:(?:of|is|=) )+(.+)");

    private QuantityWords() {}

    /** A duration in hours and minutes that are written without blanks; the words are in lower case. */
    static Optional<Node> duration(String words) {
        boolean possible = words.length() > 3
                && words.length() < LONGEST
                && Character.isDigit(words.charAt(0))
                && words.indexOf('h') > 0
                && words.indexOf('m') > 0;
        Matcher matcher = possible ? DURATION.matcher(words) : null;
        if (matcher == null || !matcher.matches()) {
            return Optional.empty();
        }
        long minutes = 60L * Integer.parseInt(matcher.group(1)) + Integer.parseInt(matcher.group(2));
        return Optional.of(
                matcher.group(3) == null
                        ? new Measured(Num.of(minutes), Unit.of("minute"))
                        : new Measured(Num.of(60 * minutes + Integer.parseInt(matcher.group(3))), Unit.of("second")));
    }

    /** What follows "the ratio of" or "a ratio is"; the text itself where it does not begin so. */
    static String withoutRatio(String text) {
        boolean possible = text.length() < 4 * LONGEST && text.startsWith("ratio", Math.max(0, text.indexOf('r')));
        Matcher matcher = possible ? RATIO.matcher(text) : null;
        return matcher != null && matcher.matches() ? matcher.group(1) : text;
    }

    /** A number in words with its unit or with what is counted, or a ratio of numbers in words. */
    static Optional<Node> spelled(String words) {
        if (words.length() > LONGEST || words.indexOf(' ') < 0 || !Character.isLetter(words.charAt(0))) {
            return Optional.empty();
        }
        if (words.contains(" to ")) {
            return ratio(words);
        }
        if (words.startsWith("half an hour")) {
            return Optional.of(new Measured(Num.of(30), Unit.of("minute")));
        }
        for (int end = words.lastIndexOf(' '); end > 0; end = words.lastIndexOf(' ', end - 1)) {
            Optional<Node> number = NumberWords.value(words.substring(0, end));
            if (number.isPresent()) {
                return isOrdinal(words.substring(0, end))
                        ? Optional.empty()
                        : counted(number.get(), words.substring(end + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean isOrdinal(String number) {
        return number.endsWith("th")
                || number.endsWith("first")
                || number.endsWith("second")
                || number.endsWith("third");
    }

    private static Optional<Node> counted(Node number, String rest) {
        Unit unit = UnitReader.lenient(rest);
        boolean noun =
                rest.indexOf(' ') < 0 && rest.length() > 2 && rest.chars().allMatch(Character::isLetter);
        if (unit.parts().isEmpty()) {
            return noun ? Optional.of(number) : Optional.empty();
        }
        return Optional.of(new Measured(number, unit));
    }

    private static Optional<Node> ratio(String words) {
        List<Node> parts = new ArrayList<>();
        for (String part : words.split(" to ")) {
            Optional<Node> number = NumberWords.value(part);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            parts.add(number.get());
        }
        return parts.size() > 1 ? Optional.of(new Ratio(List.copyOf(parts))) : Optional.empty();
    }
}
