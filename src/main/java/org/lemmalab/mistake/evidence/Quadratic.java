package org.lemmalab.mistake.evidence;

/** Real roots of a polynomial of degree one or two that is known by its values. */
final class Quadratic {
    private static final double FLAT = 1e-9;

    private Quadratic() {}

    /**
     * The real roots, if five values in a row belong to such a polynomial; none where they do not, or where it is constant.
     *
     * @param values the values at five places, each one further on
     * @param first the first place
     */
    static double[] roots(double[] values, double first) {
        double size = 0;
        for (double value : values) {
            size = Math.max(size, Math.abs(value));
        }
        double second = values[2] - 2 * values[1] + values[0];
        for (int i = 1; i + 2 < values.length; i++) {
            double next = values[i + 2] - 2 * values[i + 1] + values[i];
            if (Math.abs(next - second) > FLAT * Math.max(1, size)) {
                return new double[0];
            }
        }
        double a = second / 2;
        double b = values[1] - values[0] - a;
        return solve(Math.abs(a) <= FLAT * Math.max(1, size) ? 0 : a, b, values[0], first);
    }

    private static double[] solve(double a, double b, double c, double shift) {
        if (a == 0) {
            return Math.abs(b) <= FLAT ? new double[0] : new double[] {shift - c / b};
        }
        double discriminant = b * b - 4 * a * c;
        if (discriminant < -FLAT * (b * b + Math.abs(4 * a * c))) {
            return new double[0];
        }
        double root = Math.sqrt(Math.max(0, discriminant));
        return new double[] {shift + (-b - root) / (2 * a), shift + (-b + root) / (2 * a)};
    }
}
