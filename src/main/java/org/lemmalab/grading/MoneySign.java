package org.lemmalab.grading;

import java.util.Set;

/** Signs and codes of currencies in a text: where a dollar sign is money rather than the bracket of a formula, "US$5", "Rs. 1500". */
final class MoneySign {
    private static final Set<String> CODES = Set.of(
            "USD", "EUR", "GBP", "INR", "JPY", "CNY", "RMB", "AUD", "CAD", "NZD", "HKD", "SGD", "CHF", "KRW", "MXN",
            "RUB", "Rs");
    private static final Set<String> BEFORE_DOLLAR = Set.of("US", "A", "AU", "C", "CA", "NZ", "HK", "S");

    private MoneySign() {}

    /** How many dollar signs a text has that no backslash precedes. */
    static int count(String text) {
        int signs = 0;
        for (int i = text.indexOf('$'); i >= 0; i = text.indexOf('$', i + 1)) {
            signs += i > 0 && text.charAt(i - 1) == '\\' ? 0 : 1;
        }
        return signs;
    }

    static boolean isCode(String word) {
        return CODES.contains(word);
    }

    /** Whether an amount begins here, after spaces. */
    static boolean isNumber(String text, int at) {
        int place = at;
        while (place < text.length() && (text.charAt(place) == ' ' || text.charAt(place) == '~')) {
            place++;
        }
        char c = place < text.length() ? text.charAt(place) : ' ';
        boolean point = c == '.' && place + 1 < text.length();
        char digit = point ? text.charAt(place + 1) : c;
        return digit >= '0' && digit <= '9';
    }

    /** How long the currency's code is that stands from here to there before an amount, with its full stop or dollar sign; else 0. */
    static int codeLength(String text, int from, int end) {
        int length = end - from;
        if (length > 3 || end >= text.length() || !Character.isUpperCase(text.charAt(from))) {
            return 0;
        }
        int escaped = text.charAt(end) == '\\' ? 1 : 0;
        boolean dollar = end + escaped < text.length() && text.charAt(end + escaped) == '$';
        if (dollar) {
            boolean sign = (from == 0 || text.charAt(from - 1) == ' ')
                    && isNumber(text, end + escaped + 1)
                    && BEFORE_DOLLAR.contains(text.substring(from, end))
                    && (escaped == 1 || count(text) % 2 == 1);
            return sign ? length + escaped + 1 : 0;
        }
        int stop = text.charAt(end) == '.' ? 1 : 0;
        boolean code = length > 1 && isNumber(text, end + stop) && CODES.contains(text.substring(from, end));
        return code ? length + stop : 0;
    }

    static String code(String text, int from, int length) {
        return text.substring(from, from + length).replaceAll("[.\\\\]", "");
    }
}
