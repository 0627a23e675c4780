package org.lemmalab.problem.program;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/** Exact numbers from and to text. */
public final class Numbers {
    /** The longest number that is read, in characters. */
    public static final int LONGEST = 48;

    private static final Pattern ANSWER = Pattern.compile(
            "^\\D{0,24}?(-?)\\s?[$€£]?(-?)((?:\\d[\\d,]*)?\\.?\\d+)(?:\\s?/\\s?(\\d+))?\\s?(%?)\\D{0,60}$");
    private static final int SHOWN_DECIMALS = 4;
    private static final int GROUP = 3;

    private Numbers() {}

    /**
     * Reads a plain decimal number.
     *
     * @param text digits with at most one decimal point and thousands separators, for example {@code 1,250.5} or {@code .5}
     * @return its exact value; empty where the text is no such number or longer than {@value #LONGEST}
     */
    public static Optional<BigFraction> decimal(String text) {
        String digits = text.replace(",", "");
        if (digits.isEmpty() || digits.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(digits);
            return Math.abs((long) value.scale()) > LONGEST ? Optional.empty() : Optional.of(fraction(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a final answer of a word problem: a number with a currency sign, a percent sign (left out of the value), a simple
     * fraction, and words after it.
     *
     * @param text for example {@code $1,200}, {@code 72}, {@code -3.5 hours}, {@code 3/4}
     * @return its exact value; empty where the text states no single number
     */
    public static Optional<BigFraction> answer(String text) {
        String line = text.strip();
        if (line.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = ANSWER.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<BigFraction> value = decimal(matcher.group(3));
        if (matcher.group(4) != null) {
            value = value.flatMap(
                    top -> decimal(matcher.group(4)).flatMap(bottom -> Operator.DIVIDE.apply(top, bottom)));
        }
        boolean negative = !matcher.group(1).isEmpty() || !matcher.group(2).isEmpty();
        return negative ? value.map(BigFraction::negate) : value;
    }

    /**
     * @param value any value
     * @return a short text: whole numbers with thousands separators, others with up to four decimals, marked … where cut
     */
    public static String text(BigFraction value) {
        if (isWhole(value)) {
            return grouped(value.getNumerator().toString());
        }
        BigDecimal shown = value.bigDecimalValue(SHOWN_DECIMALS, RoundingMode.HALF_UP);
        boolean exact = fraction(shown).equals(value);
        return shown.stripTrailingZeros().toPlainString() + (exact ? "" : "…");
    }

    /** Digits in groups of three; String.format does the same at ten times the price. */
    private static String grouped(String digits) {
        int first = digits.startsWith("-") ? 1 : 0;
        if (digits.length() - first <= GROUP) {
            return digits;
        }
        StringBuilder text = new StringBuilder(digits);
        for (int at = digits.length() - GROUP; at > first; at -= GROUP) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /**
     * @param value any value
     * @return whether it is a whole number
     */
    public static boolean isWhole(BigFraction value) {
        return value.getDenominator().equals(BigInteger.ONE);
    }

    static BigFraction fraction(BigDecimal value) {
        return value.scale() <= 0
                ? BigFraction.of(value.toBigIntegerExact())
                : BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }
}
