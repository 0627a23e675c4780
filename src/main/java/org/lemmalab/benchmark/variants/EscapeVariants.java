package org.lemmalab.benchmark.variants;

import java.util.List;

/** LaTeX whose backslashes were doubled, or eaten by a reader that took them for control characters. */
final class EscapeVariants {
    private EscapeVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "M doubled and eaten escapes",
                List.of(
                        EscapeVariants::fraction,
                        EscapeVariants::surd,
                        EscapeVariants::timesPower,
                        EscapeVariants::boxed,
                        EscapeVariants::boxedFraction,
                        EscapeVariants::textWord,
                        EscapeVariants::binomial,
                        EscapeVariants::matrix,
                        EscapeVariants::interval,
                        EscapeVariants::tangent,
                        EscapeVariants::notEqual,
                        EscapeVariants::inequality,
                        EscapeVariants::set,
                        EscapeVariants::angle,
                        EscapeVariants::percentMoney,
                        EscapeVariants::greek,
                        EscapeVariants::brackets,
                        EscapeVariants::unit,
                        EscapeVariants::answerText,
                        EscapeVariants::thirdPower));
    }

    /** The LaTeX with each backslash doubled, or with the first letter of some commands made a control character. */
    private static String spoiled(Draw d, String latex) {
        String eaten = latex.replace("\\f", "\f")
                .replace("\\t", "\t")
                .replace("\\b", "\b")
                .replace("\\r", "\r")
                .replace("\\n", "\n");
        boolean canBeEaten = !eaten.equals(latex) && !latex.contains("\\\\");
        String doubled = latex.replace("\\", "\\\\");
        return canBeEaten && d.chance(0.6) ? eaten : doubled;
    }

    private static Variant pair(Draw d, String gold, String latex) {
        return d.answer(gold, spoiled(d, latex));
    }

    private static Variant fraction(Draw d) {
        int below = d.integer(3, 40);
        int above = d.signed(1, 40);
        return pair(
                d,
                d.maybe(above) + "/" + below,
                d.of("\\frac{", "\\dfrac{", "\\tfrac{", "\\frac{") + above + "}{" + below + "}");
    }

    private static Variant surd(Draw d) {
        int r = d.of(2, 3, 5, 7, 11);
        int a = d.integer(2, 20);
        return pair(
                d,
                d.maybe(a) + "\\sqrt{" + r + "}",
                d.of(a + "\\sqrt{" + r + "}", "\\frac{" + 2 * a + "\\sqrt{" + r + "}}{2}"));
    }

    private static Variant timesPower(Draw d) {
        int a = d.integer(2, 9);
        int e = d.integer(2, 7);
        return pair(d, d.maybe(a) + "0".repeat(e), a + " \\times 10^" + d.of("" + e, "{" + e + "}"));
    }

    private static Variant boxed(Draw d) {
        int a = d.integer(2, 900);
        return d.number(
                a,
                spoiled(
                        d,
                        d.of("So the answer is ", "Thus we get ", "")
                                + d.of("$\\boxed{" + a + "}$", "\\boxed{" + a + "}")
                                + d.of(".", "")),
                d.integer(2, 99));
    }

    private static Variant boxedFraction(Draw d) {
        int below = d.integer(3, 40);
        int above = d.integer(1, 40);
        return d.text(
                "\\frac{" + d.maybe(above) + "}{" + below + "}",
                spoiled(
                        d,
                        d.of("The probability is ", "So we have ", "") + "$\\boxed{\\frac{" + above + "}{" + below
                                + "}}$" + d.of(".", "")));
    }

    private static Variant textWord(Draw d) {
        List<String> words =
                d.shuffled(List.of("odd", "even", "Evelyn", "Monday", "neither", "yes", "ellipse", "parabola"));
        String word = words.get(0);
        String gold = d.maybe(word, words.get(1));
        return d.chance(0.5)
                ? pair(d, gold, "\\text{" + word + "}")
                : d.text("\\text{" + gold + "}", spoiled(d, d.of("It is ", "") + "$\\boxed{\\text{" + word + "}}$."));
    }

    private static Variant binomial(Draw d) {
        int n = d.integer(4, 30);
        return pair(d, "" + d.maybe(n * (n - 1) / 2), "\\binom{" + n + "}{2}");
    }

    private static Variant matrix(Draw d) {
        int a = d.signed(1, 9);
        int b = d.signed(1, 9);
        int c = d.maybe(b);
        String form = d.of("pmatrix", "bmatrix");
        return d.chance(0.5)
                ? pair(
                        d,
                        "\\begin{" + form + "}" + a + "\\\\" + c + "\\end{" + form + "}",
                        "\\begin{" + form + "}" + a + "\\\\" + b + "\\end{" + form + "}")
                : pair(
                        d,
                        "\\begin{" + form + "}" + a + " & " + c + "\\end{" + form + "}",
                        "\\begin{" + form + "}" + a + "&" + b + "\\end{" + form + "}");
    }

    private static Variant interval(Draw d) {
        int a = d.integer(1, 20);
        return pair(
                d,
                d.of("(-\\infty," + d.maybe(a) + "]", "x \\le " + d.maybe(a)),
                d.of("\\left(-\\infty, " + a + "\\right]", "(-\\infty, " + a + "]"));
    }

    private static Variant tangent(Draw d) {
        String f = d.of("\\tan", "\\sin", "\\cos", "\\ln", "\\tan");
        int a = d.integer(2, 20);
        return pair(d, d.maybe(a) + f + "(x)", a + f + d.of(" x", "(x)"));
    }

    private static Variant notEqual(Draw d) {
        int a = d.integer(1, 99);
        return pair(d, "x \\ne " + d.maybe(a), d.of("x \\neq " + a, "x\\neq " + a));
    }

    private static Variant inequality(Draw d) {
        int a = d.signed(1, 20);
        int b = a + d.integer(2, 30);
        int c = d.maybe(b, b + 1);
        return pair(
                d,
                d.of("[" + a + "," + c + "]", a + " \\le x \\le " + c),
                d.of(a + " \\le x \\le " + b, "x\\in[" + a + "," + b + "]", a + "\\leq x\\leq " + b));
    }

    private static Variant set(Draw d) {
        int a = d.signed(1, 20);
        int b = d.integer(21, 60);
        return pair(
                d,
                "\\{" + a + "," + d.maybe(b) + "\\}",
                d.of("\\{" + a + ", " + b + "\\}", "\\left\\{" + a + ", " + b + "\\right\\}"));
    }

    private static Variant angle(Draw d) {
        int a = d.integer(2, 179);
        return pair(
                d,
                d.maybe(a) + d.of("", "^\\circ"),
                d.of(a + "^\\circ", a + "^{\\circ}", a + "\\text{ degrees}", a + "\\degree"));
    }

    private static Variant percentMoney(Draw d) {
        int a = d.integer(2, 99);
        return pair(d, "" + d.maybe(a), d.of(a + "\\%", "\\$" + a, "\\$" + a + ".00", "\\text{\\$}" + a));
    }

    private static Variant greek(Draw d) {
        String letter = d.of("\\theta", "\\beta", "\\rho", "\\tau", "\\pi", "\\alpha", "\\phi");
        int a = d.integer(2, 40);
        return pair(d, d.maybe(a) + letter, a + letter);
    }

    private static Variant brackets(Draw d) {
        int a = d.signed(1, 20);
        int b = d.signed(21, 60);
        return pair(
                d,
                "(" + a + "," + d.maybe(b) + ")",
                d.of("\\left(" + a + ", " + b + "\\right)", "\\left( " + a + ", \\frac{" + 2 * b + "}{2} \\right)"));
    }

    private static Variant unit(Draw d) {
        int a = d.integer(2, 300);
        String unit = d.of("cm", "meters", "kg", "hours", "miles");
        return pair(
                d,
                d.maybe(a) + d.of("", "\\text{ " + unit + "}"),
                d.of(a + "\\text{ " + unit + "}", a + " \\text{" + unit + "}", a + "\\,\\text{" + unit + "}"));
    }

    private static Variant answerText(Draw d) {
        int a = d.integer(2, 60);
        int b = d.integer(2, 60);
        return d.number(
                a * b,
                spoiled(
                        d,
                        "We have $" + a + " \\times " + b + " = " + a * b + "$"
                                + d.of(". The answer is ", ", so the final answer is ")
                                + d.of("$" + a * b + "$", "$\\boxed{" + a * b + "}$") + "."),
                a,
                b);
    }

    private static Variant thirdPower(Draw d) {
        int a = d.integer(2, 9);
        int below = d.of(7, 11, 13);
        return pair(
                d,
                "\\frac{" + d.maybe(a) + "\\pi}{" + below + "}",
                d.of(
                        "\\frac{" + a + "\\pi}{" + below + "}",
                        "\\frac{" + a + "}{" + below + "}\\pi",
                        "\\dfrac{" + a + " \\pi}{" + below + "}"));
    }
}
