package org.lemmalab.mistake;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A calculator annotation {@code <<48/2=24>>} as the samples' test reads it, worked out in exact fractions.
 *
 * @param expression left of the last equals sign
 * @param result right of it, without trailing zeros
 */
record Annotation(String expression, BigDecimal result) {
    private static final Pattern PATTERN = Pattern.compile("<<([^<>]+)=([^<>=]+)>>");

    static List<Annotation> in(String step) {
        return PATTERN.matcher(step)
                .results()
                .map(match -> new Annotation(match.group(1), plain(new BigDecimal(match.group(2)))))
                .toList();
    }

    boolean isRight() {
        return new Reader(expression).value().equals(fraction(result));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static BigFraction fraction(BigDecimal value) {
        return value.scale() <= 0
                ? BigFraction.of(value.toBigIntegerExact())
                : BigFraction.of(
                        value.unscaledValue(), BigDecimal.TEN.pow(value.scale()).toBigIntegerExact());
    }

    /** Sums, products, brackets and signs, by recursive descent. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        BigFraction value() {
            BigFraction value = sum();
            if (at != text.length()) {
                throw new IllegalArgumentException("not arithmetic at " + at + ": " + text);
            }
            return value;
        }

        private BigFraction sum() {
            BigFraction value = product();
            while (true) {
                if (takes('+')) {
                    value = value.add(product());
                } else if (takes('-')) {
                    value = value.subtract(product());
                } else {
                    return value;
                }
            }
        }

        private BigFraction product() {
            BigFraction value = factor();
            while (true) {
                if (takes('*')) {
                    value = value.multiply(factor());
                } else if (takes('/')) {
                    value = value.divide(factor());
                } else {
                    return value;
                }
            }
        }

        private BigFraction factor() {
            if (takes('-')) {
                return factor().negate();
            }
            if (takes('(')) {
                BigFraction value = sum();
                if (!takes(')')) {
                    throw new IllegalArgumentException("a bracket stays open: " + text);
                }
                return value;
            }
            int start = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return fraction(new BigDecimal(text.substring(start, at)));
        }

        private boolean takes(char symbol) {
            boolean found = at < text.length() && text.charAt(at) == symbol;
            at += found ? 1 : 0;
            return found;
        }
    }
}
