package org.lemmalab.benchmark.variants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sums, matrices, functions by pieces, bases, congruences and other notations of school and college. */
final class NotationVariants {
    private NotationVariants() {}

    static VariantKind kind() {
        List<Template> templates = new ArrayList<>(SeriesTemplates.templates());
        templates.addAll(MatrixTemplates.templates());
        templates.addAll(List.of(
                NotationVariants::greatestDivisor,
                NotationVariants::leastMultiple,
                NotationVariants::largest,
                NotationVariants::binomial,
                NotationVariants::permutations,
                NotationVariants::doubleFactorial,
                NotationVariants::cis,
                NotationVariants::base,
                NotationVariants::baseCase,
                NotationVariants::repeating,
                NotationVariants::repeatingTail,
                NotationVariants::congruence,
                NotationVariants::remainder,
                NotationVariants::over,
                NotationVariants::slantedFraction,
                NotationVariants::floor,
                NotationVariants::logarithm,
                NotationVariants::root,
                NotationVariants::modulus,
                NotationVariants::periodicFamily,
                NotationVariants::exponential));
        return new VariantKind("N notation", templates);
    }

    private static Variant greatestDivisor(Draw d) {
        int a = d.integer(4, 120);
        int b = d.integer(4, 120);
        return d.pair(
                d.of(
                        "\\gcd(" + a + "," + b + ")",
                        "\\gcd(" + a + ", " + b + ")",
                        "\\gcd\\left(" + a + "," + b + "\\right)",
                        "gcd(" + a + ", " + b + ")",
                        "\\operatorname{gcd}(" + a + "," + b + ")",
                        "\\text{gcd}(" + a + "," + b + ")"),
                "" + d.maybe(Draw.gcd(a, b)));
    }

    private static Variant leastMultiple(Draw d) {
        int a = d.integer(2, 60);
        int b = d.integer(2, 60);
        return d.pair(
                d.of(
                        "\\operatorname{lcm}(" + a + "," + b + ")",
                        "\\text{lcm}(" + a + ", " + b + ")",
                        "lcm(" + a + "," + b + ")",
                        "\\mathrm{lcm}(" + a + "," + b + ")",
                        "\\operatorname{lcm}[" + a + "," + b + "]",
                        "\\text{lcm}\\left(" + a + "," + b + "\\right)"),
                "" + d.maybe(a * b / Draw.gcd(a, b)));
    }

    private static Variant largest(Draw d) {
        int a = d.signed(1, 99);
        int b = d.signed(1, 99);
        int c = d.signed(1, 99);
        boolean max = d.chance(0.5);
        int value = max ? Math.max(a, Math.max(b, c)) : Math.min(a, Math.min(b, c));
        String f = max ? "\\max" : "\\min";
        return d.pair(
                f
                        + d.of("\\{%s\\}", "(%s)", "\\left\\{%s\\right\\}", "\\left(%s\\right)")
                                .formatted(d.list(List.of(a, b, c))),
                "" + d.maybe(value));
    }

    private static long choose(int n, int k) {
        long value = 1;
        for (int i = 1; i <= k; i++) {
            value = value * (n - k + i) / i;
        }
        return value;
    }

    private static Variant binomial(Draw d) {
        int n = d.integer(4, 14);
        int k = d.integer(2, n - 2);
        String written = d.of(
                "\\binom{" + n + "}{" + k + "}",
                "{" + n + " \\choose " + k + "}",
                "_{" + n + "}C_{" + k + "}",
                "{}_{" + n + "}C_{" + k + "}",
                "^{" + n + "}C_{" + k + "}",
                "C(" + n + "," + k + ")",
                "\\dbinom{" + n + "}{" + k + "}",
                "\\tbinom{" + n + "}{" + k + "}",
                "{" + n + "\\choose" + "{" + k + "}}",
                "\\mathrm{C}_{" + n + "}^{" + k + "}",
                "\\frac{" + n + "!}{" + k + "!" + (n - k) + "!}",
                "\\frac{" + n + "!}{" + k + "! \\cdot " + (n - k) + "!}");
        return d.answer("" + d.maybe((int) choose(n, k)), written);
    }

    private static Variant permutations(Draw d) {
        int n = d.integer(4, 12);
        int k = d.integer(2, 3);
        int value = k == 2 ? n * (n - 1) : n * (n - 1) * (n - 2);
        return d.answer(
                "" + d.maybe(value),
                d.of(
                        "_{" + n + "}P_{" + k + "}",
                        "{}_{" + n + "}P_{" + k + "}",
                        "^{" + n + "}P_{" + k + "}",
                        "\\frac{" + n + "!}{" + (n - k) + "!}",
                        "\\frac{" + n + "!}{(" + n + "-" + k + ")!}"));
    }

    private static Variant doubleFactorial(Draw d) {
        int n = d.integer(3, 10);
        int value = 1;
        for (int k = n; k > 1; k -= 2) {
            value *= k;
        }
        return d.pair(n + "!!", "" + d.maybe(value));
    }

    private static Variant cis(Draw d) {
        int r = d.integer(1, 12);
        String head = 2 * r
                + d.of(
                        "\\operatorname{cis}",
                        "\\text{cis}",
                        "\\mathrm{cis}",
                        "\\operatorname{cis} ",
                        "\\,\\text{cis}\\,");
        int s = d.maybe(r);
        return d.of(
                d.pair(
                        head + d.of("(60^\\circ)", " 60^\\circ", "\\frac{\\pi}{3}", "\\left(\\frac{\\pi}{3}\\right)"),
                        s + d.of("+", " + ") + s + d.of("\\sqrt{3}i", "i\\sqrt3", "i\\sqrt{3}")),
                d.pair(head + d.of("(90^\\circ)", " 90^\\circ", "\\left(\\frac{\\pi}{2}\\right)"), 2 * s + "i"),
                d.pair(head + d.of("(30^\\circ)", "\\left(\\frac{\\pi}{6}\\right)"), s + "\\sqrt{3}+" + s + "i"),
                d.pair(head + d.of("180^\\circ", "(180^\\circ)", " \\pi", "(\\pi)"), "-" + 2 * s));
    }

    private static Variant base(Draw d) {
        int base = d.integer(2, 9);
        int value = d.integer(base * base, 999);
        String digits = Integer.toString(value, base);
        String other = Integer.toString(d.maybe(value), base);
        String word = List.of("two", "three", "four", "five", "six", "seven", "eight", "nine")
                .get(base - 2);
        return d.pair(
                digits + d.of("_" + base, "_{" + base + "}"),
                other
                        + d.of(
                                "_{\\text{" + word + "}}",
                                "_{" + word + "}",
                                " (base " + base + ")",
                                "\\text{ base } " + base,
                                " base " + base,
                                "_\\text{" + word + "}",
                                "_{\\text{base } " + base + "}",
                                "\\ (\\text{base } " + base + ")",
                                " in base " + base,
                                "_{(" + base + ")}"));
    }

    private static Variant baseCase(Draw d) {
        int value = d.integer(170, 9999);
        String digits = Integer.toString(value, 16);
        String other = Integer.toString(d.maybe(value), 16);
        return d.pair(
                digits.toUpperCase(Locale.ROOT) + "_{16}",
                other + d.of("_{16}", "_{\\text{sixteen}}", " (base 16)", "_{\\text{16}}"));
    }

    private static Variant repeating(Draw d) {
        int digits = d.integer(1, 8);
        int said = d.maybe(digits, digits % 8 + 1);
        return d.answer(
                d.fraction(said, 9),
                d.of(
                        "0.\\overline{" + digits + "}",
                        "0.\\dot{" + digits + "}",
                        "0.(" + digits + ")",
                        "0.\\bar{" + digits + "}",
                        "0." + ("" + digits).repeat(3) + "...",
                        "0." + ("" + digits).repeat(3) + "\\ldots",
                        "0." + ("" + digits).repeat(4) + "\\dots",
                        "0." + ("" + digits).repeat(3) + "…",
                        "." + "\\overline{" + digits + "}",
                        "0.\\overline{" + digits + digits + "}",
                        "0.\\dot " + digits));
    }

    private static Variant repeatingTail(Draw d) {
        int pair = d.integer(10, 98);
        if (pair % 11 == 0) {
            pair++;
        }
        int whole = d.integer(0, 9);
        return d.answer(
                d.fraction(99 * whole + d.maybe(pair, pair + 1), 99),
                whole + "."
                        + d.of(
                                "\\overline{" + pair + "}",
                                "(" + pair + ")",
                                "\\dot{" + pair / 10 + "}\\dot{" + pair % 10 + "}",
                                "" + pair + pair + pair + "...",
                                "\\overline{" + pair + pair + "}",
                                pair + "\\overline{" + pair + "}"));
    }

    private static Variant congruence(Draw d) {
        int m = d.integer(3, 30);
        int r = d.integer(1, m - 1);
        String x = d.of("x", "n", "k");
        int s = d.maybe(r, r == 1 ? m - 1 : r - 1);
        return d.pair(
                x + " \\equiv " + r + " \\pmod{" + m + "}",
                x
                        + d.of("\\equiv", " \\equiv ", " ≡ ")
                        + s
                        + d.of(
                                " \\mod " + m,
                                " \\pmod{" + m + "}",
                                " \\bmod " + m,
                                " (\\bmod\\ " + m + ")",
                                " \\pmod " + m + " ",
                                "\\ (\\text{mod } " + m + ")",
                                " (mod " + m + ")",
                                " \\mod{" + m + "}"));
    }

    private static Variant remainder(Draw d) {
        int a = d.integer(20, 900);
        int m = d.integer(3, 19);
        return d.pair(a + d.of(" \\bmod ", "\\bmod ", " \\mod ", " mod ") + m, "" + (d.equal() ? a % m : (a % m + 1)));
    }

    private static Variant over(Draw d) {
        int below = d.integer(3, 40);
        int above = d.integer(1, 40);
        return d.pair(
                "{" + above + d.of(" \\over ", "\\over ") + d.of("" + below, "{" + below + "}") + "}",
                d.fraction(d.maybe(above), below));
    }

    private static Variant slantedFraction(Draw d) {
        int below = d.integer(3, 40);
        int above = d.integer(1, 40);
        return d.pair(
                d.of("\\sfrac", "\\nicefrac", "\\cfrac", "\\dfrac", "\\sfrac") + "{" + above + "}{" + below + "}",
                d.fraction(d.maybe(above), below));
    }

    private static Variant floor(Draw d) {
        int below = d.integer(2, 9);
        int above = d.integer(1, 20) * below + d.integer(1, below - 1);
        boolean down = d.chance(0.5);
        String inner = "\\frac{" + above + "}{" + below + "}";
        String text = down
                ? d.of(
                        "\\lfloor " + inner + " \\rfloor",
                        "\\left\\lfloor " + inner + "\\right\\rfloor",
                        "⌊" + above + "/" + below + "⌋")
                : d.of(
                        "\\lceil " + inner + " \\rceil",
                        "\\left\\lceil " + inner + "\\right\\rceil",
                        "⌈" + above + "/" + below + "⌉");
        return d.pair(text, "" + d.maybe(above / below + (down ? 0 : 1)));
    }

    private static Variant logarithm(Draw d) {
        int base = d.of(2, 3, 5, 10);
        int e = d.integer(2, 5);
        int value = (int) Math.pow(base, e);
        return d.pair(
                d.of(
                        "\\log_" + base + " " + value,
                        "\\log_{" + base + "} " + value,
                        "\\log_{" + base + "}(" + value + ")",
                        "\\log_{" + base + "}{" + value + "}"),
                "" + d.maybe(e));
    }

    private static Variant root(Draw d) {
        int n = d.integer(3, 5);
        int a = d.integer(2, 6);
        int power = (int) Math.pow(a, n);
        return d.pair(
                d.of(
                        "\\sqrt[" + n + "]{" + power + "}",
                        power + "^{1/" + n + "}",
                        power + "^{\\frac{1}{" + n + "}}",
                        power + "^{\\frac1" + n + "}"),
                "" + d.maybe(a));
    }

    private static Variant modulus(Draw d) {
        int[] triple = d.of(
                new int[] {3, 4, 5},
                new int[] {5, 12, 13},
                new int[] {8, 15, 17},
                new int[] {7, 24, 25},
                new int[] {6, 8, 10},
                new int[] {20, 21, 29});
        return d.pair("|" + triple[0] + d.of("+", "-", " + ", " - ") + triple[1] + "i|", "" + d.maybe(triple[2]));
    }

    /** Members of a family of solutions, whose index is a dummy. */
    private static Variant periodicFamily(Draw d) {
        int a = d.integer(2, 9);
        String other = d.of("n", "m", "l");
        String in = d.of("\\in\\mathbb{Z}", " \\in \\mathbb{Z}", "\\in\\mathbf{Z}");
        return d.pair(a + "k\\pi, k \\in \\mathbb{Z}", d.maybe(a) + other + "\\pi" + d.of(", ", ",\\ ") + other + in);
    }

    private static Variant exponential(Draw d) {
        int a = d.integer(2, 9);
        return d.pair(
                d.of("e^{" + a + "x}", "\\exp(" + a + "x)", "\\mathrm{e}^{" + a + "x}", "\\exp{(" + a + "x)}"),
                d.of("e^{" + d.maybe(a) + "x}", "(e^x)^" + d.maybe(a), "(e^{" + d.maybe(a) + "})^x"));
    }
}
