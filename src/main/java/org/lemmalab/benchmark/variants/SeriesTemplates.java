package org.lemmalab.benchmark.variants;

import java.util.List;
import java.util.stream.IntStream;

/** Sums, products, integrals and derivatives, finite and of known value. */
final class SeriesTemplates {
    private SeriesTemplates() {}

    static List<Template> templates() {
        return List.of(
                SeriesTemplates::sum,
                SeriesTemplates::sumOfSquares,
                SeriesTemplates::closedForm,
                SeriesTemplates::boundVariable,
                SeriesTemplates::product,
                SeriesTemplates::geometric,
                SeriesTemplates::integral,
                SeriesTemplates::derivative,
                SeriesTemplates::knownSeries);
    }

    private static Variant sum(Draw d) {
        int n = d.integer(3, 60);
        String k = d.of("k", "i", "n", "j");
        return d.pair(
                d.of(
                        "\\sum_{" + k + "=1}^{" + n + "} " + k,
                        "\\sum_{" + k + " = 1}^{" + n + "}" + k,
                        "\\sum\\limits_{" + k + "=1}^{" + n + "} " + k,
                        "\\displaystyle\\sum_{" + k + "=1}^{" + n + "}" + k),
                "" + d.maybe(n * (n + 1) / 2));
    }

    private static Variant sumOfSquares(Draw d) {
        int n = d.integer(3, 12);
        int a = d.integer(2, 5);
        int value = IntStream.rangeClosed(1, n).map(k -> a * k * k + 1).sum();
        return d.pair("\\sum_{k=1}^{" + n + "} (" + a + "k^2 + 1)", "" + d.maybe(value));
    }

    private static Variant closedForm(Draw d) {
        String k = d.of("k", "i", "j");
        return switch (d.integer(0, 3)) {
            case 0 ->
                d.pair(
                        "\\sum_{" + k + "=1}^n " + k,
                        d.maybe(
                                d.of("\\frac{n(n+1)}{2}", "\\frac{n^2+n}{2}", "n(n+1)/2"),
                                "\\frac{n(n-1)}{2}",
                                "\\frac{n(n+2)}{2}"));
            case 1 ->
                d.pair(
                        "\\sum_{" + k + "=1}^{n} " + k + "^2",
                        d.maybe("\\frac{n(n+1)(2n+1)}{6}", "\\frac{n(n+1)(2n-1)}{6}", "\\frac{n(n+1)(n+2)}{6}"));
            case 2 -> d.pair("\\sum_{" + k + "=1}^{n} (2" + k + "-1)", d.maybe("n^2", "n^2+1", "n(n+1)"));
            default -> d.pair("\\sum_{" + k + "=0}^{n} 2^" + k, d.maybe("2^{n+1}-1", "2^{n+1}", "2^n - 1"));
        };
    }

    private static Variant boundVariable(Draw d) {
        int p = d.integer(2, 5);
        int a = d.integer(2, 9);
        String other = d.of("i", "j", "m");
        return d.pair(
                "\\sum_{k=1}^n " + a + "k^" + p, "\\sum_{" + other + "=1}^{n} " + d.maybe(a) + other + "^{" + p + "}");
    }

    private static Variant product(Draw d) {
        int n = d.integer(3, 8);
        int value = IntStream.rangeClosed(1, n).reduce(1, (x, y) -> x * y);
        return d.chance(0.5)
                ? d.pair("\\prod_{k=1}^{" + n + "} k", d.of("" + d.maybe(value), d.maybe(n) + "!"))
                : d.pair("\\prod_{i=1}^{" + n + "}" + d.of(" 2", "2"), "" + d.maybe(1 << n));
    }

    private static Variant geometric(Draw d) {
        int r = d.integer(2, 12);
        boolean fromZero = d.chance(0.5);
        int above = fromZero ? r : 1;
        int said = d.maybe(above);
        String term = d.of(
                "\\frac{1}{" + r + "^k}", "\\left(\\frac{1}{" + r + "}\\right)^k", "\\frac1{" + r + "^k}", r + "^{-k}");
        return d.pair(
                "\\sum_{k=" + (fromZero ? 0 : 1) + "}^{\\infty}" + term,
                r == 2 ? "" + said : "\\frac{" + said + "}{" + (r - 1) + "}");
    }

    private static Variant integral(Draw d) {
        int p = d.integer(1, 5);
        int a = d.integer(1, 4);
        int above = (int) Math.pow(a, p + 1);
        String x = d.of("x", "t", "u");
        String power = p == 1 ? x : x + "^" + p;
        return d.pair(
                "\\int_0^" + a + " " + power + d.of("\\,d" + x, " d" + x, "\\, \\mathrm{d}" + x, "\\;d" + x),
                d.fraction(d.maybe(above), p + 1));
    }

    private static Variant derivative(Draw d) {
        int p = d.integer(2, 9);
        int a = d.integer(2, 9);
        String power = p == 2 ? "x" : "x^" + (p - 1);
        return d.pair(
                d.of(
                        "\\frac{d}{dx} " + a + "x^" + p,
                        "\\frac{d}{dx}(" + a + "x^" + p + ")",
                        "\\frac{\\mathrm{d}}{\\mathrm{d}x}\\left(" + a + "x^{" + p + "}\\right)",
                        "\\frac{d}{dx}\\left[" + a + "x^" + p + "\\right]"),
                d.maybe(a * p) + power);
    }

    private static Variant knownSeries(Draw d) {
        String k = d.of("k", "n", "m", "j", "i");
        String from = "\\sum_{" + k + d.of("=1}^{\\infty}", "=1}^\\infty", " = 1}^{\\infty} ");
        String term = d.of("\\frac{1}{%s^2}", "\\frac1{%s^2}", "1/%s^2").formatted(k);
        String fromZero = "\\sum_{" + k + "=0}^{\\infty}";
        return d.chance(0.5)
                ? d.pair(
                        from + term,
                        d.maybe("\\frac{\\pi^2}{6}", "\\frac{\\pi^2}{" + d.integer(7, 30) + "}", "\\frac{\\pi}{6}"))
                : d.pair(fromZero + d.of(" ", "") + "\\frac{1}{" + k + "!}", d.maybe("e", "e-1", "" + d.integer(2, 4)));
    }
}
