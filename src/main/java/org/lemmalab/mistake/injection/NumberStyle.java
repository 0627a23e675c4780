package org.lemmalab.mistake.injection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;

/** Writes a number the way another one was written: thousands separators, decimals, a bare decimal point. */
final class NumberStyle {
    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private NumberStyle() {}

    static String like(String original, BigFraction value) {
        int point = original.indexOf('.');
        int decimals = point < 0 ? 0 : original.length() - point - 1;
        BigDecimal exact = value.bigDecimalValue(MOST_DECIMALS, RoundingMode.HALF_UP);
        BigDecimal least = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        BigDecimal shown = least.setScale(Math.max(Math.max(least.scale(), decimals == 2 ? 2 : 0), 0));
        boolean grouped = original.indexOf(',') >= 0 && shown.compareTo(THOUSAND) >= 0;
        String text = grouped ? String.format(Locale.ROOT, "%,." + shown.scale() + "f", shown) : shown.toPlainString();
        return point == 0 && text.startsWith("0.") ? text.substring(1) : text;
    }
}
