package org.lemmalab.benchmark.variants;

import java.math.BigDecimal;

/** Amounts with two decimals. */
final class Hundredths {
    private Hundredths() {}

    /** A number of hundredths with its point. */
    static String of(int value) {
        return BigDecimal.valueOf(value, 2).toPlainString();
    }
}
