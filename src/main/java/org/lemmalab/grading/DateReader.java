package org.lemmalab.grading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.grading.Node.CalendarDate;

/** Reads a date: January 5, 5th of Jan. 2020, 2020-01-05. */
final class DateReader {
    private static final int LONGEST = 40;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> FULL = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final String WEEKDAY = "(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?";
    private static final Pattern MONTH_FIRST =
            Pattern.compile(WEEKDAY + "([a-z]+)\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?");
    private static final Pattern DAY_FIRST =
            Pattern.compile(WEEKDAY + "(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\\.?,?(?: (\\d{4}))?");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private DateReader() {}

    /** The date that the words say, in lower case; empty where they say none. */
    static Optional<CalendarDate> read(String words) {
        boolean digits = words.length() >= 5 && words.length() <= LONGEST && hasDigit(words);
        if (!digits) {
            return Optional.empty();
        }
        if (words.length() == 10 && words.charAt(4) == '-' && words.charAt(7) == '-') {
            Matcher iso = ISO.matcher(words);
            return iso.matches() ? date(Integer.parseInt(iso.group(2)), iso.group(3), iso.group(1)) : Optional.empty();
        }
        return hasMonth(words) ? named(words) : Optional.empty();
    }

    private static boolean hasDigit(String words) {
        return words.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean hasMonth(String words) {
        for (String month : MONTHS) {
            if (words.contains(month)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<CalendarDate> named(String words) {
        Matcher first = MONTH_FIRST.matcher(words);
        if (first.matches()) {
            return date(month(first.group(1)), first.group(2), first.group(3));
        }
        Matcher day = DAY_FIRST.matcher(words);
        return day.matches() ? date(month(day.group(2)), day.group(1), day.group(3)) : Optional.empty();
    }

    private static int month(String name) {
        int month = name.equals("sept") ? 9 : MONTHS.indexOf(name) + 1;
        return month > 0 ? month : FULL.indexOf(name) + 1;
    }

    private static Optional<CalendarDate> date(int month, String day, String year) {
        int number = Integer.parseInt(day);
        boolean possible = month >= 1 && month <= 12 && number >= 1 && number <= 31;
        return possible
                ? Optional.of(new CalendarDate(month, number, year == null ? 0 : Integer.parseInt(year)))
                : Optional.empty();
    }

    /** Compares two dates; a missing year is understood. */
    static Outcome compare(CalendarDate a, CalendarDate b) {
        boolean year = a.year() == b.year() || a.year() == 0 || b.year() == 0;
        return Outcome.of(year && a.month() == b.month() && a.day() == b.day(), Rule.DATE);
    }
}
