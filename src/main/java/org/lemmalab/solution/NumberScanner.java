package org.lemmalab.solution;

import java.util.Locale;
import java.util.Set;

/** Reads a number as people write it: sign, money sign, thousands, decimals, fraction, power, time, percent, unit. */
final class NumberScanner {
    private static final Set<String> UNITS = Set.of(
            "km",
            "m",
            "cm",
            "mm",
            "mi",
            "ft",
            "kg",
            "g",
            "mg",
            "lb",
            "lbs",
            "oz",
            "mph",
            "km/h",
            "m/s",
            "kw",
            "kwh",
            "ml",
            "l",
            "cents",
            "cent",
            "dollars",
            "dollar",
            "percent",
            "degrees",
            "degree",
            "euros",
            "euro",
            "pounds",
            "inches",
            "feet",
            "miles",
            "meters",
            "metres",
            "kilometers",
            "kilometres",
            "centimeters",
            "centimetres",
            "millimeters",
            "yards",
            "hours",
            "hour",
            "minutes",
            "minute",
            "seconds",
            "second",
            "days",
            "day",
            "weeks",
            "week",
            "months",
            "years",
            "liters",
            "litres",
            "gallons",
            "grams",
            "kilograms",
            "am",
            "pm",
            "a.m.",
            "p.m.",
            "usd",
            "eur",
            "cm^2",
            "m^2",
            "cm^3",
            "m^3",
            "million",
            "billion",
            "thousand",
            "hundred",
            "%",
            "\\%",
            "\u20AC",
            "$",
            "\\$",
            "\u00B0");
    private static final int LONGEST_WORD = 12;
    private static final int FEWEST_REPEATED = 2;

    private final String text;
    private final int limit;

    NumberScanner(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    private char at(int i) {
        return i >= 0 && i < limit ? text.charAt(i) : '\0';
    }

    /** Where the number begins whose first digit (or decimal point) is known: before its money sign and sign. */
    int start(int digit, int from) {
        int start = digit;
        if (start > from && isMoney(at(start - 1))) {
            start--;
            start -= start > from && at(start - 1) == '\\' ? 1 : 0;
        }
        boolean signed = start > from && isMinus(at(start - 1));
        if (signed && (start - 1 == from || !operand(at(start - 2)))) {
            start--;
            if (start > from && isMoney(at(start - 1))) {
                start--;
                start -= start > from && at(start - 1) == '\\' ? 1 : 0;
            }
        }
        return start;
    }

    /** A minus sign, or a dash that stands for one. */
    private static boolean isMinus(char c) {
        return c == '-' || c == '\u2212' || c >= '\u2010' && c <= '\u2013' || c == '\uFF0D' || c == '\uFE63';
    }

    private static boolean operand(char c) {
        return Character.isLetterOrDigit(c) || ")]}.%$-".indexOf(c) >= 0;
    }

    static boolean isMoney(char c) {
        return c == '$' || c == '\u20AC' || c == '\u00A3';
    }

    /** Money of any country; only that of {@link #isMoney} is kept with its number. */
    static boolean isAnyMoney(char c) {
        return isMoney(c) || c > 127 && Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    /** Whether a number begins with this character. */
    boolean opens(int i) {
        char before = at(i - 1);
        boolean free = !Character.isLetterOrDigit(before) && (before != '_' || at(i - 2) == '_') && before != '.';
        return free && (isVulgar(at(i)) || isDigit(at(i)) || at(i) == '.' && isDigit(at(i + 1)));
    }

    /** A fraction that is one sign, such as ½. */
    static boolean isVulgar(char c) {
        return c >= '\u00BC' && c <= '\u00BE' || c >= '\u2150' && c <= '\u215E';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** One after the last character of the plain number that begins here: digits, thousands, decimals. */
    int plain(int i) {
        int end = digits(i);
        if (isVulgar(at(end))) {
            return end + 1;
        }
        int grouped = grouped(end, end - i);
        boolean decimal = at(grouped) == '.' && isDigit(at(grouped + 1));
        if (decimal) {
            int digits = digits(grouped + 1);
            return digits >= grouped + FEWEST_REPEATED + 1 ? goingOn(digits) : exponent(digits);
        }
        return grouped > end ? grouped : exponent(decimalComma(end));
    }

    /** After the dots that say that the decimals go on. */
    private int goingOn(int digits) {
        boolean dots = at(digits) == '.' && at(digits + 1) == '.' && at(digits + 2) == '.';
        return dots ? digits + 3 : at(digits) == '\u2026' ? digits + 1 : exponent(digits);
    }

    private int digits(int i) {
        int end = i;
        while (isDigit(at(end))) {
            end++;
        }
        return end;
    }

    /** Groups of three digits after a comma, a thin or a plain space. */
    private int grouped(int end, int first) {
        if (first > 3) {
            return end;
        }
        int i = end;
        while (true) {
            int width = separator(i);
            int digits = digits(i + width);
            if (width == 0 || digits - i - width != 3) {
                return i;
            }
            boolean spaced = Character.isWhitespace(at(i)) || at(i) == '\u00A0';
            if (spaced && (at(digits) == '-' || Character.isLetter(at(digits)))) {
                return i;
            }
            i = digits;
        }
    }

    private int separator(int i) {
        char c = at(i);
        if (c == ',' || c == ' ' || c == '\u00A0' || c == '\u2009' || c == '\u202F') {
            return 1;
        }
        return c == '\\' && at(i + 1) == ',' ? 2 : c == '{' && at(i + 1) == ',' && at(i + 2) == '}' ? 3 : 0;
    }

    /** A comma before one or two last digits is a decimal comma where no further comma follows. */
    private int decimalComma(int end) {
        int digits = digits(end + 1);
        boolean comma = at(end) == ',' && digits > end + 1 && digits <= end + 3;
        return comma && !(at(digits) == ',' && isDigit(at(digits + 1))) && at(digits) != '.' ? digits : end;
    }

    private int exponent(int end) {
        char e = at(end);
        int digits = at(end + 1) == '-' || at(end + 1) == '+' ? end + 2 : end + 1;
        boolean exponent = (e == 'e' || e == 'E') && isDigit(at(digits));
        return exponent && !Character.isLetter(at(digits(digits))) ? digits(digits) : end;
    }

    /** One after the number with its fraction, time, percent sign or unit. */
    int whole(int i) {
        int end = plain(i);
        int mixed = mixed(end);
        end = mixed > end ? mixed : fraction(end);
        if (at(end) == ':' && isDigit(at(end + 1))) {
            end = digits(end + 1);
        }
        if (at(end) == '^') {
            end = power(end);
        }
        return unit(end);
    }

    private int fraction(int end) {
        int slash = at(end) == ' ' && at(end + 1) == '/' && at(end + 2) == ' ' ? end + 1 : end;
        int digits = at(slash + 1) == ' ' ? slash + 2 : slash + 1;
        return at(slash) == '/' && isDigit(at(digits)) ? digits(digits) : end;
    }

    private int mixed(int end) {
        int first = at(end) == ' ' ? end + 1 : end;
        int slash = digits(first);
        boolean fraction =
                first > end && slash > first && slash <= first + 2 && at(slash) == '/' && isDigit(at(slash + 1));
        return fraction ? digits(slash + 1) : end;
    }

    private int power(int caret) {
        int i = caret + 1;
        boolean braced = at(i) == '{';
        i += braced ? 1 : 0;
        i += at(i) == '-' ? 1 : 0;
        int end = digits(i);
        return end == i ? caret : braced && at(end) == '}' ? end + 1 : end;
    }

    /** A span whose number has a decimal comma and a unit, with a point in its place: only so it is sure to be no list. */
    Span withDecimalPoint(Span span, int digit) {
        int comma = digits(digit);
        boolean decimal = at(comma) == ',' && decimalComma(comma) > comma && grouped(comma, comma - digit) == comma;
        boolean money = digit > 0 && isMoney(text.charAt(digit - 1));
        boolean unit = money || unit(decimalComma(comma)) > decimalComma(comma);
        return decimal && unit ? new Span(span.answer().replace(',', '.'), span.start(), span.end()) : span;
    }

    private int unit(int end) {
        int start = at(end) == ' ' ? end + 1 : end;
        int stop = start;
        while (stop < limit && stop - start < LONGEST_WORD && isUnitChar(at(stop))) {
            stop++;
        }
        String word =
                text.substring(start, Math.max(start, Math.min(stop, limit))).toLowerCase(Locale.ROOT);
        if (UNITS.contains(word) && at(stop) != '&') {
            return stop;
        }
        while (!word.isEmpty() && ".,$*".indexOf(word.charAt(word.length() - 1)) >= 0) {
            word = word.substring(0, word.length() - 1);
            if (UNITS.contains(word)) {
                return start + word.length();
            }
        }
        return end;
    }

    private static boolean isUnitChar(char c) {
        return Character.isLetter(c) || "%\\$/^.\u20AC\u00B0*".indexOf(c) >= 0 || c >= '2' && c <= '3';
    }

    /** Whether the number that ends here only describes: 3rd, 5-mile. */
    boolean isAttribute(int end) {
        char c = at(end);
        if (c == '-' && Character.isLetter(at(end + 1))) {
            return true;
        }
        String two =
                text.substring(Math.min(end, limit), Math.min(limit, end + 2)).toLowerCase(Locale.ROOT);
        boolean ordinal = two.equals("st") || two.equals("nd") || two.equals("rd") || two.equals("th");
        return ordinal && !Character.isLetter(at(end + 2));
    }
}
