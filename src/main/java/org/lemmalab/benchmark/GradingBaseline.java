package org.lemmalab.benchmark;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a user would write in ten lines instead: the last number or the last box of a text, and strings compared without spaces. */
final class GradingBaseline {
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private GradingBaseline() {}

    /** Whether strings without spaces are the same; of a text, its last number. */
    static boolean lastNumber(GradedCase test) {
        return same(test.extract() ? number(test.prediction()) : test.prediction(), test.gold());
    }

    /** The same, with the content of a text's last box where it has one. */
    static boolean lastBox(GradedCase test) {
        int box = test.prediction().lastIndexOf("\\boxed{");
        return !test.extract() || box < 0
                ? lastNumber(test)
                : same(content(test.prediction(), box + "\\boxed{".length()), test.gold());
    }

    private static String number(String text) {
        String last = "";
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            last = numbers.group();
        }
        return last;
    }

    private static String content(String text, int start) {
        int depth = 1;
        for (int at = start; at < text.length(); at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return text.substring(start, at);
            }
        }
        return "";
    }

    private static boolean same(String a, String b) {
        String left = plain(a);
        String right = plain(b);
        if (!PLAIN.matcher(left).matches() || !PLAIN.matcher(right).matches()) {
            return left.equals(right);
        }
        return new BigDecimal(left).compareTo(new BigDecimal(right)) == 0;
    }

    /** Without spaces, and a number without separators. */
    private static String plain(String text) {
        String plain = text.replaceAll("\\s", "");
        return NUMBER.matcher(plain).matches() ? plain.replace(",", "") : plain;
    }
}
