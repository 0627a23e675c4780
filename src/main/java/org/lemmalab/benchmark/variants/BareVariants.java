package org.lemmalab.benchmark.variants;

import java.util.List;

/** A text that is nothing but the answer. */
final class BareVariants {
    private BareVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "G bare answers",
                List.of(
                        BareVariants::linear,
                        BareVariants::quadratic,
                        BareVariants::fraction,
                        BareVariants::power,
                        BareVariants::spacedThousands,
                        BareVariants::point,
                        BareVariants::multipleOfPi,
                        BareVariants::scientific,
                        BareVariants::line,
                        BareVariants::surd,
                        BareVariants::interval,
                        BareVariants::inequality,
                        BareVariants::negative,
                        BareVariants::ratio,
                        BareVariants::percent,
                        BareVariants::set,
                        BareVariants::matrix,
                        BareVariants::name,
                        BareVariants::quantity,
                        BareVariants::complex,
                        BareVariants::mixedNumber,
                        BareVariants::binomial,
                        BareVariants::degrees,
                        BareVariants::list,
                        BareVariants::money,
                        BareVariants::named));
    }

    /** The answer as the whole text, with what comes around it. */
    private static Variant bare(Draw d, String gold, String answer) {
        String text = d.of(
                answer, answer, answer + "\n", " " + answer, "$" + answer + "$", answer + ".", "\\(" + answer + "\\)");
        return d.text(gold, answer.contains("$") ? answer : text);
    }

    private static Variant linear(Draw d) {
        int a = d.signed(1, 9);
        int b = d.signed(1, 20);
        String x = d.of("x", "y", "n", "t");
        return bare(d, Draw.linear(a, x, d.maybe(b)), Draw.linear(a, x, b));
    }

    private static Variant quadratic(Draw d) {
        int a = d.signed(1, 9);
        int b = d.signed(1, 20);
        int c = d.signed(1, 20);
        return bare(d, Draw.quadratic(a, d.maybe(b), c, "x"), Draw.quadratic(a, b, c, "x"));
    }

    private static Variant fraction(Draw d) {
        int below = d.integer(2, 30);
        int above = d.signed(1, 30);
        int factor = d.integer(1, 4);
        return bare(d, d.fraction(d.maybe(above) * factor, below * factor), d.fraction(above, below));
    }

    private static Variant power(Draw d) {
        int base = d.integer(2, 12);
        int exponent = d.integer(3, 9);
        return bare(
                d,
                d.of(base + "^" + d.maybe(exponent), base + "^{" + d.maybe(exponent) + "}"),
                base + d.of("^" + exponent, "^{" + exponent + "}"));
    }

    private static Variant spacedThousands(Draw d) {
        int value = d.integer(1000, 9_999_999);
        String spaced = d.grouped(value).replace(",", d.of(" ", " ", "\u202f", "\\,", "\\ ", "\u00a0"));
        return bare(d, d.of("" + d.maybe(value), d.grouped(d.maybe(value))), spaced);
    }

    private static Variant point(Draw d) {
        int a = d.signed(1, 20);
        int b = d.signed(1, 20);
        String comma = d.of(", ", ",");
        String answer = d.chance(0.7) ? "(" + a + comma + b + ")" : "(" + a + comma + b + comma + 7 + ")";
        String gold = answer.contains("7)") && answer.split(",").length == 3
                ? "(" + a + "," + d.maybe(b) + ",7)"
                : "(" + a + "," + d.maybe(b) + ")";
        return bare(d, gold, answer);
    }

    private static Variant multipleOfPi(Draw d) {
        int a = d.integer(2, 40);
        int b = d.integer(2, 9);
        return d.chance(0.5)
                ? bare(d, d.maybe(a) + "\\pi", a + d.of("\\pi", " \\pi", "π", "\\cdot\\pi"))
                : bare(
                        d,
                        "\\frac{" + d.maybe(a) + "\\pi}{" + b + "}",
                        d.of("\\frac{" + a + "\\pi}{" + b + "}", "\\frac{" + a + "}{" + b + "}\\pi", a + "\\pi/" + b));
    }

    private static Variant scientific(Draw d) {
        int a = d.integer(1, 9);
        int b = d.integer(1, 9);
        int e = d.integer(2, 7);
        String zeros = "0".repeat(e - 1);
        return bare(
                d,
                "" + a + d.maybe(b, (b + 1) % 10) + zeros,
                d.of(
                        a + "." + b + "e" + e,
                        a + "." + b + "\\times 10^" + e,
                        a + "." + b + " \\cdot 10^{" + e + "}",
                        a + "." + b + "E" + e,
                        a + "." + b + " × 10^" + e));
    }

    private static Variant line(Draw d) {
        int a = d.signed(2, 9);
        int b = d.signed(1, 20);
        return bare(d, "y=" + Draw.linear(a, "x", d.maybe(b)), d.of("y = ", "y=") + Draw.linear(a, "x", b));
    }

    private static Variant surd(Draw d) {
        int root = d.of(2, 3, 5, 6, 7, 10, 11, 13);
        int a = d.integer(2, 12);
        int b = d.signed(1, 12);
        int golden = d.equal() ? root : root + 8;
        return d.chance(0.5)
                ? bare(
                        d,
                        d.of("\\sqrt{" + golden * a * a + "}", a + "\\sqrt{" + golden + "}"),
                        a + "\\sqrt{" + root + "}")
                : bare(
                        d,
                        b + "+" + d.maybe(a) + "\\sqrt{" + root + "}",
                        b + d.of(" + ", "+") + a + d.of("\\sqrt{" + root + "}", "√" + root));
    }

    private static Variant interval(Draw d) {
        int a = d.signed(1, 20);
        int b = a + d.integer(1, 20);
        String open = d.of("[", "(");
        String close = d.of("]", ")");
        String golden = d.equal() ? open : open.equals("[") ? "(" : "[";
        String upper = d.of("" + b, "\\infty");
        close = upper.equals("" + b) ? close : ")";
        return bare(d, golden + a + "," + upper + close, open + a + ", " + upper + close);
    }

    private static Variant inequality(Draw d) {
        int a = d.signed(1, 30);
        String sign = d.of(">", "<", "\\ge", "\\le", "\\geq", "≤");
        return bare(d, "x " + sign + " " + d.maybe(a), "x " + sign + " " + a);
    }

    private static Variant negative(Draw d) {
        int a = d.integer(1, 900);
        return bare(d, d.maybe("-" + a, "" + a, "-" + d.other(a)), d.of("-" + a, "−" + a, "- " + a));
    }

    private static Variant ratio(Draw d) {
        int a = d.of(2, 3, 5, 7, 11);
        int b = d.of(4, 8, 9, 13, 16);
        return bare(d, d.maybe(a + ":" + b, b + ":" + a, (a + 1) + ":" + b), a + d.of(":", " : ") + b);
    }

    private static Variant percent(Draw d) {
        int a = d.integer(2, 99);
        return bare(d, d.maybe(a) + d.of("\\%", "%", ""), a + d.of("\\%", "%"));
    }

    private static Variant set(Draw d) {
        int a = d.signed(1, 9);
        int b = d.integer(10, 30);
        int c = d.integer(31, 50);
        return bare(
                d,
                "\\{" + d.list(d.shuffled(List.of(a, b, d.maybe(c)))) + "\\}",
                "\\{" + d.list(List.of(a, b, c)) + "\\}");
    }

    private static Variant matrix(Draw d) {
        int a = d.signed(1, 9);
        int b = d.signed(1, 9);
        int c = d.signed(1, 9);
        int e = d.signed(1, 9);
        String form = d.of("pmatrix", "bmatrix");
        String begin = "\\begin{" + form + "}";
        String end = "\\end{" + form + "}";
        return bare(
                d,
                begin + a + " & " + b + " \\\\ " + d.maybe(c) + " & " + e + end,
                begin + a + "&" + b + "\\\\" + c + "&" + e + end);
    }

    private static Variant name(Draw d) {
        String name = d.name();
        String other = name.equals("Sam") ? "Ruth" : "Sam";
        String written = d.of(name, name + ".", "\\text{" + name + "}", "**" + name + "**", name + "\n");
        return d.text(d.of(d.maybe(name, other), "\\text{" + d.maybe(name, other) + "}"), written);
    }

    private static Variant quantity(Draw d) {
        int a = d.integer(2, 300);
        String unit = d.of("cm", "km", "kg", "hours", "minutes", "meters", "miles", "m/s", "square meters");
        return bare(d, d.maybe(a) + d.of("", " " + unit, "\\text{ " + unit + "}"), a + " " + unit);
    }

    private static Variant complex(Draw d) {
        int a = d.signed(1, 20);
        int b = d.integer(2, 20);
        return bare(
                d,
                d.of(a + "+" + d.maybe(b) + "i", d.maybe(b) + "i" + (a < 0 ? "" : "+") + a),
                a + d.of(" + ", "+") + b + "i");
    }

    private static Variant mixedNumber(Draw d) {
        int whole = d.integer(1, 20);
        int below = d.integer(3, 12);
        int above = d.integer(1, below - 1);
        return bare(
                d,
                "\\frac{" + (d.maybe(whole) * below + above) + "}{" + below + "}",
                d.of(
                        whole + "\\frac{" + above + "}{" + below + "}",
                        whole + " \\frac{" + above + "}{" + below + "}",
                        whole + "\\dfrac{" + above + "}{" + below + "}",
                        whole + " " + above + "/" + below));
    }

    private static Variant binomial(Draw d) {
        int n = d.integer(4, 12);
        int value = n * (n - 1) / 2;
        return bare(
                d,
                "" + d.maybe(value),
                d.of("\\binom{" + n + "}{2}", "\\dbinom{" + n + "}{2}", "\\binom{" + n + "}{" + (n - 2) + "}"));
    }

    private static Variant degrees(Draw d) {
        int a = d.integer(2, 179);
        return bare(
                d,
                d.maybe(a) + d.of("^\\circ", "", "°", "^{\\circ}"),
                a + d.of("^\\circ", "^{\\circ}", "°", " degrees"));
    }

    private static Variant list(Draw d) {
        int a = d.signed(1, 20);
        int b = d.integer(21, 60);
        return bare(d, d.list(d.shuffled(List.of(a, d.maybe(b)))), a + d.of(", ", ",", " and ", " or ") + b);
    }

    private static Variant money(Draw d) {
        int a = d.integer(2, 90_000);
        return bare(d, "" + d.maybe(a), d.of("$" + a, "\\$" + d.grouped(a), "$" + d.grouped(a), "$" + a + ".00"));
    }

    private static Variant named(Draw d) {
        int a = d.signed(1, 300);
        return bare(d, "" + d.maybe(a), d.of("x = ", "n=", "k = ", "x=") + a);
    }
}
