package org.lemmalab.benchmark.variants;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Pairs that look alike and are not equal, beside pairs that look as different and are. */
final class WrongEqualVariants {
    private WrongEqualVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "P wrong equals",
                List.of(
                        WrongEqualVariants::plusMinus,
                        WrongEqualVariants::anagram,
                        WrongEqualVariants::exactInteger,
                        WrongEqualVariants::lines,
                        WrongEqualVariants::empty,
                        WrongEqualVariants::constant,
                        WrongEqualVariants::cutFraction,
                        WrongEqualVariants::hugePower,
                        WrongEqualVariants::digitsTurned,
                        WrongEqualVariants::powerOrProduct,
                        WrongEqualVariants::brackets,
                        WrongEqualVariants::rounded,
                        WrongEqualVariants::roundedBadly,
                        WrongEqualVariants::sign,
                        WrongEqualVariants::square,
                        WrongEqualVariants::rootOfSum,
                        WrongEqualVariants::conjugate,
                        WrongEqualVariants::ratio,
                        WrongEqualVariants::subset,
                        WrongEqualVariants::mixed,
                        WrongEqualVariants::scaledLine,
                        WrongEqualVariants::relation,
                        WrongEqualVariants::functionName,
                        WrongEqualVariants::smallDecimal,
                        WrongEqualVariants::nearRoot,
                        WrongEqualVariants::orderOfPoint,
                        WrongEqualVariants::quotient,
                        WrongEqualVariants::words,
                        WrongEqualVariants::bases,
                        WrongEqualVariants::surds));
    }

    private static Variant plusMinus(Draw d) {
        int a = d.integer(1, 12);
        int r = d.of(2, 3, 5, 7, 11);
        String root = "\\sqrt{" + r + "}";
        List<String> four =
                d.shuffled(List.of(a + "+" + root, a + "-" + root, "-" + a + "+" + root, "-" + a + "-" + root));
        String list = String.join(d.of(", ", ","), d.equal() ? four : four.subList(0, d.integer(1, 3)));
        return d.pair("\\pm " + a + d.of(" \\pm ", "\\pm") + root, list);
    }

    private static Variant anagram(Draw d) {
        String[] words = d.of(List.of(
                new String[] {"no", "on"},
                new String[] {"yes", "eys"},
                new String[] {"saw", "was"},
                new String[] {"even", "neve"},
                new String[] {"odd", "dod"},
                new String[] {"north", "thorn"},
                new String[] {"true", "rute"},
                new String[] {"east", "seat"},
                new String[] {"angel", "angle"},
                new String[] {"Amy", "May"},
                new String[] {"listen", "silent"},
                new String[] {"red", "der"},
                new String[] {"stop", "pots"},
                new String[] {"Ned", "End"},
                new String[] {"ten", "net"}));
        String other = d.maybe(words[0], words[1]);
        return d.pair(
                d.of(words[0], "\\text{" + words[0] + "}"),
                d.of(
                        other,
                        "\\text{" + other + "}",
                        other + ".",
                        "**" + other + "**",
                        "\\textbf{" + other + "}",
                        "\\mathrm{" + other + "}"));
    }

    /** A whole number is exact: what is near it is not equal. */
    private static Variant exactInteger(Draw d) {
        int a = d.integer(1, 9999);
        BigDecimal near = BigDecimal.valueOf(a)
                .add(d.of(
                        new BigDecimal("0.01"),
                        new BigDecimal("-0.01"),
                        new BigDecimal("0.001"),
                        new BigDecimal("-0.001"),
                        new BigDecimal("0.0001"),
                        new BigDecimal("0.00001"),
                        new BigDecimal("-0.00001")));
        return d.answer("" + a, d.maybe(a + d.of(".0", ".00", "."), near.toPlainString()));
    }

    private static Variant lines(Draw d) {
        int k = d.integer(1, 9);
        String x = k == 1 ? "x" : k + "x";
        String gold = "\\frac{y}{x}=" + k;
        return d.equal()
                ? d.pair("y=" + x, d.of(x + "=y", "y-" + x + "=0", "y - " + x + " = 0", "2y=" + 2 * k + "x"))
                : d.of(
                        d.pair(gold, "y=" + x),
                        d.pair("y=" + x, "y=" + (k + 1) + "x"),
                        d.pair("y=" + x, "x=" + (k + 1) + "y"),
                        d.pair("y=" + x, "y=-" + x));
    }

    private static Variant empty(Draw d) {
        String nothing = d.of("", "\\text{}", "{}", "$$", " ", "\\boxed{}", "\\mathrm{}", "\\,", "\\text{ }");
        int a = d.integer(0, 99);
        return d.different(nothing, d.of(nothing, "", "" + a, "\\{" + a + "\\}", "\\text{}"));
    }

    private static Variant constant(Draw d) {
        int k = d.integer(1, 20);
        String[] constant = d.of(
                new String[] {"\\pi", "3.14159265358979"},
                new String[] {"e", "2.71828182845905"},
                new String[] {"\\sqrt{2}", "1.41421356237310"},
                new String[] {"\\sqrt{3}", "1.73205080756888"},
                new String[] {"\\ln 2", "0.69314718055995"});
        BigDecimal value = new BigDecimal(constant[1])
                .multiply(BigDecimal.valueOf(k))
                .round(new MathContext(d.integer(4, 7), RoundingMode.HALF_UP));
        String exact = k == 1 ? constant[0] : k + constant[0];
        return d.answer(
                exact,
                d.maybe(
                        d.of(exact, k + " \\cdot " + constant[0], "\\frac{" + 2 * k + constant[0] + "}{2}"),
                        value.toPlainString()));
    }

    private static Variant cutFraction(Draw d) {
        int below = d.of(3, 6, 7, 9, 11, 12, 13);
        int above = d.integer(1, 40);
        while (Draw.gcd(above, below) > 1) {
            above++;
        }
        int factor = d.integer(2, 5);
        String decimal = BigDecimal.valueOf(above)
                .divide(BigDecimal.valueOf(below), d.integer(2, 6), RoundingMode.HALF_UP)
                .toPlainString();
        return d.answer(d.fraction(above, below), d.maybe(d.fraction(above * factor, below * factor), decimal));
    }

    private static Variant hugePower(Draw d) {
        int n = d.integer(20, 90);
        String power = "2^{" + 2 * n + "}";
        return d.pair(
                power,
                d.maybe(
                        d.of("4^{" + n + "}", "2^{" + n + "}\\cdot 2^{" + n + "}", "2^{" + (2 * n + 1) + "}/2"),
                        power + "+" + d.of("1", "1.5", "2"),
                        power + "-1",
                        "4^{" + n + "}+" + d.integer(1, 9)));
    }

    private static Variant digitsTurned(Draw d) {
        int a = d.integer(1, 8);
        int b = d.integer(a + 1, 9);
        int c = d.integer(0, 9);
        return d.pair(
                "" + a + b + c,
                d.maybe(
                        d.of("" + a + b + c + ".0", "+" + a + b + c),
                        "" + b + a + c,
                        "" + a + b,
                        "" + a + b + c + "0"));
    }

    private static Variant powerOrProduct(Draw d) {
        int n = d.integer(3, 19);
        String x = d.of("x", "y", "a", "t");
        return d.pair(
                x + "^" + (n < 10 ? n : "{" + n + "}"),
                d.maybe(
                        d.of(
                                x + "^{" + n + "}",
                                x + "^{" + (n - 1) + "}" + x,
                                x + " \\cdot " + x + "^{" + (n - 1) + "}"),
                        n + x,
                        x + "_{" + n + "}",
                        n + "^" + x));
    }

    private static Variant brackets(Draw d) {
        int a = d.signed(1, 20);
        int b = a + d.integer(1, 30);
        return d.pair(
                "[" + a + "," + b + "]",
                d.maybe(
                        d.of("[" + a + ", " + b + "]", a + " \\le x \\le " + b, "\\left[" + a + "," + b + "\\right]"),
                        "(" + a + "," + b + ")",
                        "[" + a + "," + b + ")",
                        "\\{" + a + "," + b + "\\}"));
    }

    /** A decimal gold is a rounded value: what rounds to it and is near enough is equal. */
    private static Variant rounded(Draw d) {
        int below = d.of(3, 7, 9, 11, 13);
        int above = below * d.integer(5, 60) + d.integer(1, below - 1);
        while (Draw.gcd(above, below) > 1) {
            above++;
        }
        int shown = d.maybe(above, above + d.integer(1, below));
        BigDecimal gold =
                BigDecimal.valueOf(above).divide(BigDecimal.valueOf(below), d.integer(2, 4), RoundingMode.HALF_UP);
        return d.answer(gold.toPlainString(), d.of("\\frac{" + shown + "}{" + below + "}", shown + "/" + below));
    }

    /** A decimal that is not what the gold would be rounded to, or only because the gold has few digits. */
    private static Variant roundedBadly(Draw d) {
        int a = d.integer(11, 99);
        String gold = BigDecimal.valueOf(a, 1).toPlainString();
        String other = BigDecimal.valueOf(a * 100L + d.of(2, 3, 4, -2, -3, -4) * 10L, 3)
                .toPlainString();
        return d.answer(gold, d.maybe(gold + d.of("0", "00"), other));
    }

    private static Variant sign(Draw d) {
        int a = d.integer(2, 99);
        int b = d.integer(2, 99);
        return d.pair(
                "-\\frac{" + a + "}{" + b + "}",
                d.maybe(
                        d.of("\\frac{-" + a + "}{" + b + "}", "\\frac{" + a + "}{-" + b + "}", "-" + a + "/" + b),
                        "\\frac{" + a + "}{" + b + "}",
                        "\\frac{-" + a + "}{-" + b + "}"));
    }

    private static Variant square(Draw d) {
        int a = d.integer(1, 20);
        return d.pair(
                "(x+" + a + ")^2",
                d.maybe(
                        d.of("x^2+" + 2 * a + "x+" + a * a, "(x+" + a + ")(x+" + a + ")", "(-x-" + a + ")^2"),
                        "x^2+" + a * a,
                        "x^2-" + 2 * a + "x+" + a * a,
                        "(x-" + a + ")^2",
                        "x^2+" + 2 * a + "x"));
    }

    private static Variant rootOfSum(Draw d) {
        int a = d.integer(2, 30);
        return d.pair(
                "\\sqrt{x^2+" + a * a + "}",
                d.maybe(
                        d.of(
                                "\\sqrt{" + a * a + "+x^2}",
                                "(x^2+" + a * a + ")^{1/2}",
                                "(x^2+" + a * a + ")^{\\frac12}"),
                        "x+" + a,
                        "\\sqrt{x^2-" + a * a + "}",
                        "\\sqrt{x^2}+" + a));
    }

    private static Variant conjugate(Draw d) {
        int a = d.signed(1, 30);
        int b = d.integer(1, 30);
        String size = b == 1 ? "" : "" + b;
        return d.pair(
                a + "+" + size + "i",
                d.maybe(
                        d.of(size + "i+" + a, a + " + " + size + "i", a + "-(-" + b + "i)")
                                .replace("+-", "-"),
                        a + "-" + size + "i",
                        -a + "+" + size + "i"));
    }

    private static Variant ratio(Draw d) {
        int a = d.of(2, 3, 5, 7);
        int b = d.of(4, 8, 9, 11, 13);
        // large enough that it is no time of day
        int k = d.integer(30, 60);
        return d.pair(
                a + ":" + b,
                d.maybe(
                        d.of(k * a + ":" + k * b, a + " : " + b),
                        b + ":" + a,
                        a + "." + b,
                        "" + a + b,
                        a + ":" + (b + 2)));
    }

    private static Variant subset(Draw d) {
        int a = d.signed(1, 9);
        int b = d.integer(10, 30);
        int c = d.integer(31, 60);
        String gold = d.list(List.of(a, b, c));
        return d.pair(
                gold,
                d.maybe(
                        d.list(d.shuffled(List.of(a, b, c))),
                        d.list(List.of(a, b)),
                        d.list(List.of(a, b, c, c + 1)),
                        "" + c));
    }

    private static Variant mixed(Draw d) {
        int whole = d.integer(2, 20);
        int below = d.integer(3, 12);
        int above = d.integer(1, below - 1);
        return d.pair(
                whole + "\\frac{" + above + "}{" + below + "}",
                "\\frac{" + (d.equal() ? whole * below + above : whole * above) + "}{" + below + "}");
    }

    private static Variant scaledLine(Draw d) {
        int a = d.signed(2, 9);
        int b = d.signed(1, 20);
        int k = d.integer(2, 5);
        return d.pair(
                "y=" + Draw.linear(a, "x", b),
                d.maybe(
                        d.of(k + "y=" + Draw.linear(k * a, "x", k * b), Draw.linear(a, "x", b) + "=y"),
                        "y=" + Draw.linear(a, "x", -b),
                        k + "y=" + Draw.linear(a, "x", b),
                        "x=" + Draw.linear(a, "y", b)));
    }

    private static Variant relation(Draw d) {
        int a = d.signed(1, 99);
        return d.pair(
                "x=" + a,
                d.maybe(
                        d.of("x = " + a, a + "=x", "" + a),
                        "x>" + a,
                        "x\\ge " + a,
                        "x \\ne " + a,
                        "x<" + a,
                        "x \\leq " + a));
    }

    private static Variant functionName(Draw d) {
        int k = d.integer(2, 9);
        String[] two = d.of(
                new String[] {"\\sin", "\\cos"},
                new String[] {"\\tan", "\\cot"},
                new String[] {"\\ln", "\\sin"},
                new String[] {"\\arcsin", "\\arccos"},
                new String[] {"\\cos", "\\tan"});
        return d.pair(
                two[0] + "(" + k + "x)",
                d.maybe(
                        two[0] + d.of(" " + k + "x", "{(" + k + "x)}", "\\left(" + k + "x\\right)"),
                        two[1] + "(" + k + "x)",
                        k + two[0] + "(x)",
                        two[0] + "(x)"));
    }

    /** A decimal of one digit is exact. */
    private static Variant smallDecimal(Draw d) {
        int zeros = d.integer(0, 3);
        int digit = d.integer(1, 9);
        String gold = "0." + "0".repeat(zeros) + digit;
        return d.answer(
                gold,
                d.maybe(
                        d.of(
                                gold + "0",
                                gold + "00",
                                gold.substring(1),
                                "\\frac{" + digit + "}{1" + "0".repeat(zeros + 1) + "}"),
                        gold + "0001",
                        gold + "001",
                        "0." + "0".repeat(zeros + 1) + digit));
    }

    private static Variant nearRoot(Draw d) {
        int a = d.integer(2, 60);
        return d.answer(
                "" + a,
                d.maybe(
                        "\\sqrt{" + a * a + "}",
                        "\\sqrt{" + a * a + ".0001}",
                        "\\sqrt{" + (a * a + 1) + "}",
                        "\\sqrt{" + a * a + ".01}"));
    }

    private static Variant orderOfPoint(Draw d) {
        int a = d.signed(1, 20);
        int b = d.signed(21, 40);
        return d.pair(
                "(" + a + "," + b + ")",
                d.maybe(
                        d.of(
                                "(" + a + ", " + b + ")",
                                "\\left(" + a + "," + b + "\\right)",
                                "(" + 2 * a + "/2, " + b + ")"),
                        "(" + b + "," + a + ")",
                        "(" + -a + "," + b + ")",
                        "(" + a + "," + b + ",0)"));
    }

    private static Variant quotient(Draw d) {
        int a = d.integer(2, 20);
        return d.pair(
                "\\frac{1}{x+" + a + "}",
                d.maybe(
                        d.of("1/(x+" + a + ")", "(x+" + a + ")^{-1}", "\\frac{2}{2x+" + 2 * a + "}"),
                        "\\frac{1}{x}+" + a,
                        "\\frac{1}{x}+\\frac{1}{" + a + "}",
                        "\\frac{x+" + a + "}{1}",
                        "\\frac{1}{x-" + a + "}"));
    }

    private static Variant words(Draw d) {
        String[] two = d.of(List.of(
                new String[] {"yes", "no"},
                new String[] {"true", "false"},
                new String[] {"even", "odd"},
                new String[] {"increasing", "decreasing"},
                new String[] {"left", "right"},
                new String[] {"Monday", "Sunday"},
                new String[] {"max", "min"},
                new String[] {"convergent", "divergent"},
                new String[] {"rational", "irrational"},
                new String[] {"possible", "impossible"}));
        String other = d.maybe(two[0], two[1]);
        return d.pair(
                d.of(two[0], "\\text{" + two[0] + "}"),
                d.of(
                        other,
                        "\\text{" + other + "}",
                        Character.toUpperCase(other.charAt(0)) + other.substring(1),
                        other + "."));
    }

    private static Variant bases(Draw d) {
        int value = d.integer(8, 400);
        int base = d.integer(3, 8);
        String digits = Integer.toString(value, base);
        return d.pair(
                digits + "_" + base,
                d.maybe(
                        d.of(digits + "_{" + base + "}", digits + "_{" + base + "} "),
                        Integer.toString(value + 1, base) + "_" + base,
                        digits + "_{" + (base + 1) + "}"));
    }

    private static Variant surds(Draw d) {
        int a = d.integer(2, 9);
        int b = d.integer(2, 9);
        int r = d.of(2, 3, 5, 7);
        return d.pair(
                a + "+" + b + "\\sqrt{" + r + "}",
                d.maybe(
                        d.of(b + "\\sqrt{" + r + "}+" + a, a + "+\\sqrt{" + b * b * r + "}"),
                        a + "-" + b + "\\sqrt{" + r + "}",
                        (a + b) + "\\sqrt{" + r + "}",
                        a + "+" + b + "\\sqrt{" + (r + 8) + "}",
                        b + "+" + (a == b ? a + 1 : a) + "\\sqrt{" + r + "}"));
    }
}
