package org.lemmalab.grading;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Product;

/** The words after a number that multiply it: million, dozen, percent. */
final class NumberScale {
    private NumberScale() {}

    static Node scaled(Node value, String words, PercentReading percent) {
        int end = words.indexOf(' ');
        String first = end < 0 ? words : words.substring(0, end);
        BigFraction factor = switch (first) {
            case "hundred" -> BigFraction.of(100);
            case "thousand" -> BigFraction.of(1_000);
            case "million", "millions" -> BigFraction.of(1_000_000);
            case "billion", "billions" -> BigFraction.of(1_000_000_000);
            case "trillion", "trillions" -> BigFraction.of(1_000_000_000_000L);
            case "dozen", "dozens" -> BigFraction.of(12);
            default ->
                isPercent(words) && percent == PercentReading.HUNDREDTH ? BigFraction.of(1, 100) : BigFraction.ONE;
        };
        if (factor.equals(BigFraction.ONE)) {
            return value;
        }
        return value instanceof Num number
                ? new Num(number.value().multiply(factor), number.decimals())
                : new Product(List.of(new Num(factor, Num.EXACT), value));
    }

    private static boolean isPercent(String words) {
        return words.startsWith("percent") || words.startsWith("per cent") || words.startsWith("pct");
    }
}
