package org.lemmalab.grading;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Based;
import org.lemmalab.grading.Node.Num;

/** Numbers written in another base. */
final class BaseNumber {
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("two", 2),
            Map.entry("binary", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("octal", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("sixteen", 16),
            Map.entry("hex", 16),
            Map.entry("twenty", 20));

    private static final Pattern IN_WORDS = Pattern.compile(
            "\\(?([0-9a-f.]+)\\)?,? ?\\(?(?:(?:written |expressed )?in )?(?:base[ -]*([0-9a-z]+)|(binary|octal|hex))(?:adecimal)?\\)?");

    private BaseNumber() {}

    /** 1011 base 2, 1011 (base two), 1011 in binary. */
    static Optional<Node> inWords(String words) {
        boolean possible =
                words.contains("base") || words.contains("binary") || words.contains("octal") || words.contains("hex");
        Matcher matcher = possible ? IN_WORDS.matcher(words) : null;
        if (matcher == null || !matcher.matches()) {
            return Optional.empty();
        }
        String base = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        return of(matcher.group(1).toUpperCase(Locale.ROOT), base);
    }

    /**
     * @param digits digits and letters with at most one point
     * @param base the base in digits or as a word
     * @return the number; empty where a digit is too large for the base, or the base is none from 2 to 36
     */
    static Optional<Node> of(String digits, String base) {
        return base(base).flatMap(number -> value(digits, number).map(value -> new Based(value, digits, number)));
    }

    private static Optional<Integer> base(String text) {
        if (text.startsWith("base")) {
            return base(text.substring(4).strip());
        }
        boolean number = !text.isEmpty() && text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number
                ? Optional.of(Integer.parseInt(text))
                : Optional.ofNullable(NAMES.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static Optional<Num> value(String digits, int base) {
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point + 1);
        String all = whole + fraction;
        boolean valid = base >= 2 && base <= 36 && !all.isEmpty() && fraction.indexOf('.') < 0;
        if (!valid || !all.chars().allMatch(c -> Character.digit(c, base) >= 0)) {
            return Optional.empty();
        }
        BigInteger scale = BigInteger.valueOf(base).pow(fraction.length());
        return Optional.of(new Num(BigFraction.of(new BigInteger(all, base), scale), Num.EXACT));
    }

    /** The value of a number in some base; any other node as it is. */
    static Node plain(Node node) {
        return node instanceof Based based ? based.value() : node;
    }

    /** Whether a number without base is written with the same digits: the base is understood. */
    static boolean sameDigits(Based based, Node other) {
        if (!(other instanceof Num number) || !based.digits().matches("\\d+(?:\\.\\d+)?")) {
            return false;
        }
        int point = based.digits().indexOf('.');
        BigInteger all = new BigInteger(based.digits().replace(".", ""));
        int places = point < 0 ? 0 : based.digits().length() - point - 1;
        return BigFraction.of(all, BigInteger.TEN.pow(places)).equals(number.value());
    }
}
