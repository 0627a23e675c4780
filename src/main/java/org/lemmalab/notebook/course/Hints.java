package org.lemmalab.notebook.course;

import java.util.Locale;
import java.util.Optional;

/** What the units' judges share. */
final class Hints {
    private static final double CLOSE = 1e-6;

    private Hints() {}

    static Optional<String> none() {
        return Optional.empty();
    }

    static Optional<String> hint(String text, Object... values) {
        return Optional.of(String.format(Locale.ROOT, text, values));
    }

    static boolean near(double found, double expected) {
        return Math.abs(found - expected) <= CLOSE * Math.max(1, Math.abs(expected));
    }

    /** How many of a list of answers are there already: the rest of a hint about one of them. */
    static String count(int right, int all) {
        return " (" + right + " of " + all + " are right.)";
    }

    /** The letter of a list's item: A, B, C … */
    static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }
}
