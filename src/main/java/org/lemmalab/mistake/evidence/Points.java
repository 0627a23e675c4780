package org.lemmalab.mistake.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.lemmalab.mistake.reading.Term;

/** Values of terms at fixed points that depend on the letters' names alone, so that equal expressions of two texts have equal values. */
final class Points {
    private static final long MIXER = 0x9E3779B97F4A7C15L;
    private static final double CLOSE = 1e-9;

    private Points() {}

    static OptionalDouble value(Term term, int point) {
        if (term.isClosed()) {
            return term.value(Map.of());
        }
        Map<String, Double> letters = new HashMap<>();
        term.letters().forEach(letter -> letters.put(letter, coordinate(letter, point)));
        return term.value(letters);
    }

    /** Between 1 and 3. */
    private static double coordinate(String letter, int point) {
        long mixed = (letter.hashCode() * 31L + point + 1) * MIXER;
        mixed ^= mixed >>> 29;
        mixed *= 0xBF58476D1CE4E5B9L;
        return 1 + 2 * (mixed >>> 11) * 0x1.0p-53;
    }

    static boolean same(double one, double other) {
        return Math.abs(one - other) <= CLOSE * Math.max(1e-6, Math.max(Math.abs(one), Math.abs(other)));
    }
}
