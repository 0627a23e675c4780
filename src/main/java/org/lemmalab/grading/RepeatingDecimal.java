package org.lemmalab.grading;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Num;

/** Repeating decimals: their exact values, and the period that a decimal with dots after it shows. */
final class RepeatingDecimal {
    /** From this many digits on, digits before dots that show no repetition are taken as one whole period: 0.142857…. */
    private static final int WHOLE_PERIOD = 6;

    private RepeatingDecimal() {}

    /**
     * @param whole digits before the point
     * @param fraction digits after the point and before the period
     * @param period the digits that repeat
     * @return the exact value
     */
    static Num of(String whole, String fraction, String period) {
        BigInteger scale = BigInteger.TEN.pow(fraction.length());
        BigInteger nines = BigInteger.TEN.pow(period.length()).subtract(BigInteger.ONE);
        BigFraction tail = BigFraction.of(new BigInteger(period), nines.multiply(scale));
        BigFraction head = BigFraction.of(new BigInteger(whole + fraction), scale);
        return new Num(head.add(tail), Num.EXACT);
    }

    /**
     * @param fraction digits after the point, before dots
     * @return where the repetition starts that the digits show: three like digits at the end (two after none or several others), a
     *     longer period twice; -1 where they show none
     */
    static int periodStart(String fraction) {
        int best = -1;
        for (int length = 1; length < fraction.length(); length++) {
            int start = start(fraction, length);
            boolean better = best < 0 || start < best;
            best = better && isShown(fraction, start, length) ? start : best;
        }
        return best < 0 && fraction.length() >= WHOLE_PERIOD ? 0 : best;
    }

    /**
     * @param fraction digits after the point
     * @param start where the repetition starts
     * @return the length of the period
     */
    static int periodLength(String fraction, int start) {
        for (int length = 1; length < fraction.length() - start; length++) {
            if (start(fraction, length) == start && isShown(fraction, start, length)) {
                return length;
            }
        }
        return fraction.length() - start;
    }

    /** Where the digits start that repeat at this distance up to the end. */
    private static int start(String fraction, int length) {
        int at = fraction.length() - 1;
        while (at >= length && fraction.charAt(at) == fraction.charAt(at - length)) {
            at--;
        }
        return at - length + 1;
    }

    private static boolean isShown(String fraction, int start, int length) {
        int shown = fraction.length() - start;
        boolean twice = shown >= 2 * length || length >= 4 && shown >= length + 3;
        return length == 1 ? shown >= 3 || shown == 2 && start != 1 : twice;
    }
}
