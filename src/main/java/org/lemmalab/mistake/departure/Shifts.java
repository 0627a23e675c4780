package org.lemmalab.mistake.departure;

import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.QuestionValues;

/**
 * Shifts the values that a question states, each by its own small share (0.1 to 2 %). A half, one, two and a hundred stay, since they
 * are written in many ways ("twice", "50 %"); so do numbers that the question does not state. The shift depends on the value alone.
 */
final class Shifts {
    private static final double SMALLEST = 0.001;
    private static final double RANGE = 0.019;
    private static final long MIXER = 0x9E3779B97F4A7C15L;
    private static final BigFraction HUNDRED = BigFraction.of(100);

    private final QuestionValues question;
    private final boolean shifting;

    private Shifts(QuestionValues question, boolean shifting) {
        this.question = question;
        this.shifting = shifting;
    }

    static Shifts of(QuestionValues question) {
        return new Shifts(question, true);
    }

    /** Leaves every value as it is. */
    static Shifts none(QuestionValues question) {
        return new Shifts(question, false);
    }

    /** 20 % and 0.2 follow 20; 80 % and 0.8 follow 100 - 20; 3/4 and 0.75 follow 3 and 4. */
    double of(BigFraction value) {
        if (!shifting) {
            return value.doubleValue();
        }
        BigFraction shown = value.multiply(HUNDRED);
        for (BigFraction percent : question.percentages()) {
            if (shown.equals(percent)) {
                return whole(percent) / 100;
            }
            if (shown.equals(HUNDRED.subtract(percent)) || value.equals(HUNDRED.subtract(percent))) {
                return (100 - whole(percent)) * (value.equals(HUNDRED.subtract(percent)) ? 1 : 0.01);
            }
            if (shown.equals(HUNDRED.add(percent)) || value.equals(HUNDRED.add(percent))) {
                return (100 + whole(percent)) * (value.equals(HUNDRED.add(percent)) ? 1 : 0.01);
            }
        }
        double top = whole(BigFraction.of(value.getNumerator()));
        return top / whole(BigFraction.of(value.getDenominator()));
    }

    private double whole(BigFraction value) {
        double plain = value.doubleValue();
        boolean fixed = Math.abs(plain) <= 2 || plain == 100 || !question.states(value);
        return fixed ? plain : plain * (1 + SMALLEST + RANGE * share(value.abs()));
    }

    private static double share(BigFraction value) {
        long mixed = (value.hashCode() + 1L) * MIXER;
        mixed ^= mixed >>> 29;
        mixed *= 0xBF58476D1CE4E5B9L;
        return (mixed >>> 11) * 0x1.0p-53;
    }
}
