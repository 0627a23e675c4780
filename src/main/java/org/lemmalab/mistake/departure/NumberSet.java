package org.lemmalab.mistake.departure;

import java.util.NavigableSet;
import java.util.TreeSet;

/** Numbers up to sign and rounding error. */
final class NumberSet {
    private static final double TOLERANCE = 1e-9;

    private final NavigableSet<Double> values = new TreeSet<>();

    void add(double value) {
        if (Double.isFinite(value)) {
            values.add(Math.abs(value));
        }
    }

    boolean contains(double value) {
        double size = Math.abs(value);
        Double below = values.floor(size * (1 + TOLERANCE));
        return Double.isFinite(value) && below != null && size - below <= TOLERANCE * Math.max(size, TOLERANCE);
    }
}
