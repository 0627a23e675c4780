package org.lemmalab.grading;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Num;

/** Numbers written in another base. */
final class BaseNumber {
    private BaseNumber() {}

    /**
     * @param digits digits and letters with at most one point
     * @param base the base
     * @return the exact value; empty where a digit is too large for the base, or the base is none from 2 to 36
     */
    static Optional<Node> value(String digits, int base) {
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
}
