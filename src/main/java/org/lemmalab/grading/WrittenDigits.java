package org.lemmalab.grading;

import java.util.Locale;
import java.util.Optional;
import org.lemmalab.grading.Node.Based;

/**
 * Answers that are digits rather than numbers. A zero before the digits of the gold answer says that they are asked for as written: 1 does not answer 01. Three
 * digits are the exception, since contests with answers from 000 to 999 write them so: 007 is 7.
 */
final class WrittenDigits {
    private static final int CONTEST_DIGITS = 3;

    private WrittenDigits() {}

    /** The outcome where written digits decide; empty elsewhere. */
    static Optional<Outcome> compare(Answer left, Answer right) {
        if (startsWithZero(right.text()) && isDigits(left.text()) && isDigits(right.text())) {
            return Optional.of(Outcome.of(false, Rule.SAME_DIGITS));
        }
        boolean same = left.node() instanceof Based a && sameDigits(a, right.text())
                || right.node() instanceof Based b && sameDigits(b, left.text());
        return same ? Optional.of(Outcome.of(true, Rule.SAME_DIGITS)) : Optional.empty();
    }

    private static boolean startsWithZero(String text) {
        return text.length() > 1 && text.charAt(0) == '0' && text.length() != CONTEST_DIGITS;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The same digits with letters of either case, with the same base or none: 2A_16, 2a_{16} and 2A. */
    private static boolean sameDigits(Based number, String text) {
        if (number.digits().chars().noneMatch(Character::isLetter)) {
            return false;
        }
        int mark = text.indexOf('_');
        String digits = mark < 0 ? text : text.substring(0, mark);
        String base = mark < 0 ? "" : text.substring(mark + 1).replaceAll("[{}()]", "");
        return digits.replaceAll("[()]", "").toUpperCase(Locale.ROOT).equals(number.digits())
                && (base.isEmpty() || base.equals(String.valueOf(number.base())));
    }
}
