package org.lemmalab.benchmark.variants;

import java.math.BigDecimal;
import java.util.List;

/** An answer inside of words and signs that do not change it. */
final class WrappingVariants {
    private WrappingVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "O wrapping",
                List.of(
                        WrappingVariants::quotes,
                        WrappingVariants::about,
                        WrappingVariants::ordinal,
                        WrappingVariants::checkMark,
                        WrappingVariants::twoSpellings,
                        WrappingVariants::constant,
                        WrappingVariants::choiceValue,
                        WrappingVariants::ratioWords,
                        WrappingVariants::almostEqual,
                        WrappingVariants::leadingSign,
                        WrappingVariants::font,
                        WrappingVariants::brackets,
                        WrappingVariants::trailing,
                        WrappingVariants::color,
                        WrappingVariants::condition,
                        WrappingVariants::markdown,
                        WrappingVariants::size,
                        WrappingVariants::equalsChain,
                        WrappingVariants::phantom,
                        WrappingVariants::delimiters));
    }

    private static Variant quotes(Draw d) {
        int a = d.signed(1, 900);
        int b = d.maybe(a);
        return d.pair(
                "" + a,
                d.of(
                        "\"" + b + "\"",
                        "'" + b + "'",
                        "“" + b + "”",
                        "``" + b + "''",
                        "`" + b + "`",
                        "‘" + b + "’",
                        "«" + b + "»",
                        "\\text{\"" + b + "\"}"));
    }

    private static Variant about(Draw d) {
        int a = d.integer(2, 900);
        return d.pair(
                "" + a,
                d.of(
                                "about ",
                                "approximately ",
                                "exactly ",
                                "roughly ",
                                "\\text{about }",
                                "around ",
                                "nearly ",
                                "approx. ",
                                "precisely ",
                                "\\text{approximately } ")
                        + d.maybe(a));
    }

    private static Variant ordinal(Draw d) {
        int a = d.integer(4, 99);
        int b = d.maybe(a);
        int tens = b / 10 % 10;
        String ending = tens == 1
                ? "th"
                : switch (b % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return d.pair(
                "" + a,
                b
                        + d.of(
                                ending,
                                "^{\\text{" + ending + "}}",
                                "\\text{" + ending + "}",
                                "^\\text{" + ending + "}",
                                "^{" + ending + "}",
                                "^{\\mathrm{" + ending + "}}"));
    }

    private static Variant checkMark(Draw d) {
        int a = d.signed(1, 900);
        return d.pair(
                "" + a,
                d.maybe(a)
                        + d.of(
                                " \\checkmark",
                                " ✓",
                                " \\blacksquare",
                                " ✔",
                                " \\square",
                                "\\qquad\\blacksquare",
                                " ■",
                                " ∎",
                                " \\Box",
                                " ✅"));
    }

    private static Variant twoSpellings(Draw d) {
        int below = d.of(2, 4, 5, 8, 20);
        int above = d.integer(1, 40) * 2 + 1;
        int wrong = above + 2;
        BigDecimal decimal = BigDecimal.valueOf(above).divide(BigDecimal.valueOf(below));
        String fraction = d.of(above + "/" + below, "\\frac{" + above + "}{" + below + "}");
        String both = d.chance(0.5)
                ? fraction + d.of(" or ", " \\text{ or } ", " = ") + decimal
                : decimal + d.of(" or ", " \\text{ or } ", " = ") + fraction;
        BigDecimal other = BigDecimal.valueOf(wrong).divide(BigDecimal.valueOf(below));
        return d.pair(
                d.maybe(d.of(decimal.toPlainString(), fraction), d.of(other.toPlainString(), wrong + "/" + below)),
                both);
    }

    private static Variant constant(Draw d) {
        int a = d.integer(2, 20);
        int b = d.signed(1, 20);
        String body = Draw.quadratic(1, d.maybe(a), b, "x");
        String qualifier = d.of(
                "\\text{ for all } x",
                "\\text{ for all real } x",
                " for all x",
                "\\text{ for all }x\\in\\mathbb{R}",
                ", x \\in \\mathbb{R}",
                "\\text{ for every real number } x");
        return d.pair("f(x)=" + Draw.quadratic(1, a, b, "x"), "f(x) = " + body + qualifier);
    }

    private static Variant choiceValue(Draw d) {
        int a = d.integer(2, 900);
        String letter = d.of("A", "B", "C", "D", "E");
        String choice = d.of(
                "\\textbf{(" + letter + ")}\\ ",
                "(" + letter + ") ",
                "\\textbf{(" + letter + ") }",
                "\\text{(" + letter + ")}\\ ",
                "\\mathrm{(" + letter + ")}\\ ",
                letter + ". ",
                "(" + letter + ")\\ ",
                letter + ") ");
        return d.pair(choice + a, "" + d.maybe(a));
    }

    private static Variant ratioWords(Draw d) {
        int a = d.of(2, 3, 5, 7, 11);
        int b = d.of(4, 8, 9, 13, 16);
        String words = d.equal() ? a + " to " + b : d.of(b + " to " + a, a + " to " + (b + 1));
        return d.pair(
                a + d.of(":", " : ") + b,
                d.of(words, words.replace(" to ", "\\text{ to }"), words.replace(" to ", "∶")));
    }

    private static Variant almostEqual(Draw d) {
        int a = d.integer(101, 9999);
        String value = BigDecimal.valueOf(a, 2).toPlainString();
        String other = BigDecimal.valueOf(d.maybe(a, a + 100, a * 2, a + 37), 2).toPlainString();
        return d.pair(value, d.of("≈ ", "\\approx ", "≈", "\\approx", "\\simeq ", "\\sim ") + other);
    }

    private static Variant leadingSign(Draw d) {
        int a = d.integer(2, 900);
        return d.pair(
                "" + a,
                d.of("= ", ": ", "&=", "&= ", "\\therefore ", "\\Rightarrow ", "=", "\\implies ", "∴ ", "⇒ ", "&")
                        + d.maybe(a));
    }

    private static Variant font(Draw d) {
        int a = d.integer(2, 900);
        String font = d.of(
                "\\mathbf",
                "\\textbf",
                "\\text",
                "\\mathrm",
                "\\emph",
                "\\textit",
                "\\underline",
                "\\boldsymbol",
                "\\bm",
                "\\ensuremath",
                "\\mathsf",
                "\\bold",
                "\\mbox",
                "\\textrm");
        return d.pair("" + a, font + "{" + d.maybe(a) + "}");
    }

    private static Variant brackets(Draw d) {
        int a = d.signed(1, 300);
        int b = d.maybe(a);
        return d.pair(
                "" + a,
                d.of(
                        "{" + b + "}",
                        "(" + b + ")",
                        "\\left(" + b + "\\right)",
                        "{{" + b + "}}",
                        "\\boxed{" + b + "}",
                        "\\boxed{{" + b + "}}",
                        "\\bigl(" + b + "\\bigr)"));
    }

    private static Variant trailing(Draw d) {
        int a = d.signed(1, 300);
        return d.pair(
                "" + a, d.maybe(a) + d.of(".", ";", ",", " .", "\\;", "\\,", "\\!", "~", "\n", "\\quad", "。", ".\n"));
    }

    private static Variant color(Draw d) {
        int above = d.integer(1, 9);
        int below = d.of(11, 13, 17);
        String inner = "\\frac{" + d.maybe(above) + "}{" + below + "}";
        String color = d.of("red", "blue", "green");
        return d.pair(
                above + "/" + below,
                d.of(
                        "\\color{" + color + "}{" + inner + "}",
                        "\\textcolor{" + color + "}{" + inner + "}",
                        "{\\color{" + color + "} " + inner + "}",
                        "\\color{" + color + "} " + inner,
                        "\\colorbox{" + color + "}{$" + inner + "$}"));
    }

    private static Variant condition(Draw d) {
        int a = d.integer(2, 20);
        int b = d.signed(1, 20);
        String qualifier = d.of(
                "\\text{ for } n \\ge 1",
                ", n \\ge 1",
                " for n \\ge 1",
                "\\text{ where } n \\in \\mathbb{N}",
                ", n\\in\\mathbb{N}",
                "\\quad (n \\ge 1)",
                "\\text{ for all positive integers } n",
                " (n \\geq 1)");
        return d.pair(Draw.linear(a, "n", b), Draw.linear(d.maybe(a), "n", b) + qualifier);
    }

    private static Variant markdown(Draw d) {
        int a = d.integer(2, 900);
        int b = d.maybe(a);
        return d.pair(
                "" + a,
                d.of(
                        "**" + b + "**",
                        "*" + b + "*",
                        "__" + b + "__",
                        "`" + b + "`",
                        "**$" + b + "$**",
                        "$\\mathbf{" + b + "}$",
                        "**" + b + ".**"));
    }

    private static Variant size(Draw d) {
        int a = d.integer(2, 900);
        return d.pair(
                "" + a,
                d.of("\\displaystyle ", "\\large ", "\\Large ", "\\textstyle ", "\\huge ", "\\bf ", "\\rm ")
                        + d.maybe(a));
    }

    private static Variant equalsChain(Draw d) {
        int a = d.integer(2, 40);
        int b = d.integer(2, 40);
        int sum = d.maybe(a + b);
        return d.pair(
                "" + (a + b),
                d.of("x = ", "N=", "") + (d.equal() ? a : sum - b) + d.of(" + ", "+") + b + d.of(" = ", "=") + sum);
    }

    private static Variant phantom(Draw d) {
        int a = d.signed(1, 300);
        int b = d.maybe(a);
        return d.pair(
                "" + a,
                d.of(
                        "\\hspace{2mm}" + b,
                        "\\, " + b,
                        "\\mbox{}" + b,
                        b + "\\hspace{1cm}",
                        "\\left. " + b + " \\right.",
                        "{}" + b,
                        "\\quad " + b,
                        b + " \\\\",
                        "\\phantom{}" + b,
                        b + "\\ "));
    }

    private static Variant delimiters(Draw d) {
        int a = d.signed(1, 300);
        int b = d.maybe(a);
        return d.pair(
                "" + a,
                d.of(
                        "$" + b + "$",
                        "\\(" + b + "\\)",
                        "\\[" + b + "\\]",
                        "$$" + b + "$$",
                        "\\begin{equation}" + b + "\\end{equation}",
                        "\\begin{align*}" + b + "\\end{align*}",
                        "$ " + b + " $.",
                        "\\begin{equation*}\n" + b + "\n\\end{equation*}",
                        "\\begin{math}" + b + "\\end{math}",
                        "\\begin{displaymath}" + b + "\\end{displaymath}"));
    }
}
