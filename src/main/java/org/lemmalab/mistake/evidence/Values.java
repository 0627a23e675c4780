package org.lemmalab.mistake.evidence;

import java.util.TreeSet;

/** A set of sizes, equal up to rounding in double precision; signs are dropped. */
final class Values {
    private static final double CLOSE = 1e-9;

    private final TreeSet<Double> sizes = new TreeSet<>();

    void add(double value) {
        if (Double.isFinite(value)) {
            sizes.add(Math.abs(value));
        }
    }

    boolean contains(double value) {
        double size = Math.abs(value);
        Double near = sizes.ceiling(size * (1 - CLOSE));
        return near != null && near <= size * (1 + CLOSE);
    }

    /** Whether a value is one of these as rounded to its digits. */
    boolean containsRounded(double value, int decimals) {
        double size = Math.abs(value);
        double half = decimals == 0 ? 0 : 0.51 * Math.pow(10, -decimals);
        Double near = sizes.ceiling(size - half - size * CLOSE);
        return near != null && near <= size + half + size * CLOSE;
    }
}
