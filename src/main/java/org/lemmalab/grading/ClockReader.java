package org.lemmalab.grading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.grading.Node.ClockTime;
import org.lemmalab.grading.Node.Num;

/** Reads a time of day: 3:30 PM, 15h30, 4 p.m., noon, half past three. */
final class ClockReader {
    private static final int LONGEST = 40;
    private static final Pattern CLOCK = Pattern.compile(
            "(?:at )?(\\d{1,2})(?:([:.h])([0-5]\\d))?(?::00)?"
                    + " ?(a\\.? ?m|p\\.? ?m|o'?clock(?: [ap]\\.?m)?|h|(?:o'?clock )?(?:in the (?:morning|afternoon|evening)|at night)|noon|midnight|)\\.?");
    private static final Pattern PAST = Pattern.compile(
            "(half|quarter|a quarter|\\S+)(?: minutes)? (past|to|after) (\\S+)( ?a\\.?m| ?p\\.?m)?\\.?");

    private ClockReader() {}

    /** The time that the words say, in lower case; empty where they say none. */
    static Optional<ClockTime> read(String words) {
        if (words.length() > LONGEST || words.length() < 3) {
            return Optional.empty();
        }
        char first = words.charAt(0);
        boolean digit = first >= '0' && first <= '9';
        if (!digit && "nm12haqftes".indexOf(first) < 0) {
            return Optional.empty();
        }
        if (words.equals("noon") || words.equals("midday") || words.equals("12 noon")) {
            return Optional.of(new ClockTime(12, 0, "pm"));
        }
        if (words.equals("midnight") || words.equals("12 midnight")) {
            return Optional.of(new ClockTime(12, 0, "am"));
        }
        return digit || words.startsWith("at ") ? clock(words) : past(words);
    }

    private static Optional<ClockTime> clock(String words) {
        Matcher matcher = mayBeClock(words) ? CLOCK.matcher(words) : null;
        if (matcher == null || !matcher.matches()) {
            return past(words);
        }
        String ending = matcher.group(4);
        String mark = matcher.group(2) == null ? "" : matcher.group(2);
        int hour = Integer.parseInt(matcher.group(1));
        int minute = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        boolean said = mark.equals(":") || mark.equals("h") || !ending.isEmpty() && !ending.equals("h");
        boolean possible =
                hour < 25 && !(mark.equals(".") && ending.isEmpty()) && !(mark.isEmpty() && ending.equals("h"));
        return said && possible ? Optional.of(new ClockTime(hour, minute, meridiem(ending, hour))) : Optional.empty();
    }

    /** Whether a number is followed by what only times have. */
    private static boolean mayBeClock(String words) {
        int at = words.startsWith("at ") ? 3 : 0;
        int digits = at;
        while (digits < words.length() && digits < at + 3 && Character.isDigit(words.charAt(digits))) {
            digits++;
        }
        return digits > at
                && digits < at + 3
                && digits < words.length()
                && ":.h apno".indexOf(words.charAt(digits)) >= 0;
    }

    private static String meridiem(String ending, int hour) {
        if (ending.startsWith("a")
                || ending.endsWith(" am")
                || ending.endsWith(" a.m")
                || ending.contains("morning")
                || ending.equals("midnight")) {
            return ending.startsWith("at night") ? hour < 6 || hour == 12 ? "am" : "pm" : "am";
        }
        boolean afternoon = ending.startsWith("p")
                || ending.endsWith(" pm")
                || ending.endsWith(" p.m")
                || ending.contains("afternoon")
                || ending.contains("evening")
                || ending.equals("noon");
        return afternoon ? "pm" : "";
    }

    private static Optional<ClockTime> past(String words) {
        Matcher matcher = words.contains(" past ") || words.contains("quarter") ? PAST.matcher(words) : null;
        if (matcher == null || !matcher.matches()) {
            return Optional.empty();
        }
        int minutes = matcher.group(1).equals("half")
                ? 30
                : matcher.group(1).endsWith("quarter") ? 15 : number(matcher.group(1));
        int hour = number(matcher.group(3));
        if (minutes < 0 || minutes > 59 || hour < 1 || hour > 24) {
            return Optional.empty();
        }
        boolean before = matcher.group(2).equals("to");
        String half = matcher.group(4) == null ? "" : matcher.group(4).contains("a") ? "am" : "pm";
        int earlier = hour == 1 ? 12 : hour - 1;
        return Optional.of(before ? new ClockTime(earlier, 60 - minutes, half) : new ClockTime(hour, minutes, half));
    }

    private static int number(String word) {
        boolean digits = !word.isEmpty() && word.length() < 3 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits) {
            return Integer.parseInt(word);
        }
        return NumberWords.value(word).orElse(null) instanceof Num number && Rationals.isInteger(number.value())
                ? number.value().intValue()
                : -1;
    }

    /**
     * Compares two times of day. What the gold answer leaves to be understood, the prediction may say: 3:30 PM for 3:30; a
     * prediction that leaves out the half of the day that the gold answer says is not equal.
     */
    static Outcome compare(ClockTime a, ClockTime b) {
        boolean sameMinute = a.minute() == b.minute();
        boolean bothSure = isSure(a) && isSure(b);
        if (bothSure) {
            return Outcome.of(hour(a) == hour(b) && sameMinute, Rule.CLOCK_TIME);
        }
        boolean same = sameMinute && (a.hour() == b.hour() || !a.meridiem().isEmpty() && hour(a) % 12 == hour(b) % 12);
        if (same && (b.meridiem().isEmpty() || a.equals(b) || hour(b) == 12)) {
            return Outcome.of(true, Rule.CLOCK_TIME);
        }
        boolean ratio = a.minute() * b.minute() > 0
                && a.meridiem().isEmpty()
                && b.meridiem().isEmpty()
                && a.hour() * b.minute() == b.hour() * a.minute();
        return ratio ? Outcome.undecided("times of day, or equal ratios") : Outcome.of(false, Rule.CLOCK_TIME);
    }

    private static boolean isSure(ClockTime time) {
        return !time.meridiem().isEmpty() || time.hour() > 12 || time.hour() == 0;
    }

    private static int hour(ClockTime time) {
        return switch (time.meridiem()) {
            case "am" -> time.hour() == 12 ? 0 : time.hour();
            case "pm" -> time.hour() < 12 ? time.hour() + 12 : time.hour();
            default -> time.hour() == 24 ? 0 : time.hour();
        };
    }
}
