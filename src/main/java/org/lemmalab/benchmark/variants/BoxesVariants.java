package org.lemmalab.benchmark.variants;

import java.util.List;

/** Several boxes or formulas that make one answer together. */
final class BoxesVariants {
    private BoxesVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "H several boxes or formulas",
                List.of(
                        BoxesVariants::boxesWithAnd,
                        BoxesVariants::boxesWithComma,
                        BoxesVariants::boxesAdjacent,
                        BoxesVariants::boxesWithTextOr,
                        BoxesVariants::namedOr,
                        BoxesVariants::bulletList,
                        BoxesVariants::lines,
                        BoxesVariants::parts,
                        BoxesVariants::nouns,
                        BoxesVariants::formulas,
                        BoxesVariants::namedFormulas,
                        BoxesVariants::threeBoxes,
                        BoxesVariants::points,
                        BoxesVariants::twiceTheSame,
                        BoxesVariants::listInBox,
                        BoxesVariants::plusMinusBox,
                        BoxesVariants::fractions,
                        BoxesVariants::equationsInBoxes,
                        BoxesVariants::expressions));
    }

    private static String opening(Draw d) {
        return d.of(
                "",
                "The solutions are ",
                "Hence the values are ",
                "So we get ",
                "Factoring, we find ",
                "The two roots are ");
    }

    /** Two numbers and the gold list; where both shall differ, one is changed, missing or too many. */
    private static Variant two(Draw d, int a, int b, String text) {
        String gold = d.equal()
                ? d.list(d.shuffled(List.of(a, b)))
                : d.of(d.list(List.of(a, d.other(b))), d.list(List.of(a, b, a + b + 61)), "" + a, "" + b);
        return d.text(gold, text);
    }

    private static int first(Draw d) {
        return d.signed(1, 20);
    }

    private static int second(Draw d) {
        return d.integer(21, 60);
    }

    private static String box(Draw d, Object content) {
        return d.of(
                "\\boxed{" + content + "}",
                "\\boxed{" + content + "}",
                "\\boxed{ " + content + " }",
                "\\fbox{" + content + "}");
    }

    private static Variant boxesWithAnd(Draw d) {
        int a = first(d);
        int b = second(d);
        String dollar = d.of("$", "");
        return two(
                d,
                a,
                b,
                opening(d)
                        + dollar
                        + box(d, a)
                        + dollar
                        + d.of(" and ", " or ", ", and ", ", or ")
                        + dollar
                        + box(d, b)
                        + dollar
                        + d.of("", "."));
    }

    private static Variant boxesWithComma(Draw d) {
        int a = first(d);
        int b = second(d);
        return two(
                d,
                a,
                b,
                opening(d)
                        + d.of(
                                "$" + box(d, a) + ", " + box(d, b) + "$",
                                "\\boxed{" + a + "}, \\boxed{" + b + "}",
                                "$\\boxed{" + a + "}$, $\\boxed{" + b + "}$",
                                "$$\\boxed{" + a + "},\\boxed{" + b + "}$$")
                        + d.of("", "."));
    }

    private static Variant boxesAdjacent(Draw d) {
        int a = first(d);
        int b = second(d);
        return two(
                d,
                a,
                b,
                opening(d)
                        + d.of(
                                "\\boxed{" + a + "}\\boxed{" + b + "}",
                                "$\\boxed{" + a + "} \\boxed{" + b + "}$",
                                "\\boxed{" + a + "} \\boxed{" + b + "}",
                                "$\\boxed{" + a + "}\\quad\\boxed{" + b + "}$",
                                "$\\boxed{" + a + "}$ $\\boxed{" + b + "}$"));
    }

    private static Variant boxesWithTextOr(Draw d) {
        int a = first(d);
        int b = second(d);
        String or = d.of(
                "\\quad\\text{or}\\quad",
                "\\text{ or }",
                "\\text{ and }",
                "\\quad \\text{and} \\quad",
                "\\;\\text{or}\\;");
        String inner = box(d, a) + or + box(d, b);
        return two(d, a, b, opening(d) + d.of("\\[" + inner + "\\]", "$" + inner + "$", "$$" + inner + "$$"));
    }

    private static Variant namedOr(Draw d) {
        int a = first(d);
        int b = second(d);
        String x = d.of("x", "n", "k", "t");
        String or = d.of(" or ", " and ", ", ");
        return two(
                d,
                a,
                b,
                d.of("So ", "", "Hence ")
                        + d.of(
                                x + " = \\boxed{" + a + "}" + or + x + " = \\boxed{" + b + "}",
                                "$" + x + " = \\boxed{" + a + "}$" + or + "$" + x + " = \\boxed{" + b + "}$",
                                "\\boxed{" + x + "=" + a + "}" + or + "\\boxed{" + x + "=" + b + "}")
                        + d.of("", "."));
    }

    private static Variant bulletList(Draw d) {
        int a = first(d);
        int b = second(d);
        String bullet = d.of("- ", "* ", "• ");
        return two(
                d,
                a,
                b,
                d.of("The solutions are:\n", "Solutions:\n", "") + bullet + "$\\boxed{" + a + "}$\n" + bullet
                        + "$\\boxed{" + b + "}$" + d.of("", "\n"));
    }

    private static Variant lines(Draw d) {
        int a = first(d);
        int b = second(d);
        return two(
                d,
                a,
                b,
                d.of("The solutions are:\n", "")
                        + d.of(
                                "\\boxed{" + a + "}\n\\boxed{" + b + "}",
                                "$\\boxed{" + a + "}$\n$\\boxed{" + b + "}$",
                                "\\[\\boxed{" + a + "}\\]\n\\[\\boxed{" + b + "}\\]"));
    }

    private static Variant parts(Draw d) {
        int a = first(d);
        int b = second(d);
        return two(
                d,
                a,
                b,
                d.of(
                                "$\\boxed{" + a + "}$ for part (a) and $\\boxed{" + b + "}$ for part (b)",
                                "$\\boxed{" + a + "}$ in the first case and $\\boxed{" + b + "}$ in the second",
                                "(a) $\\boxed{" + a + "}$, (b) $\\boxed{" + b + "}$")
                        + d.of("", "."));
    }

    private static Variant nouns(Draw d) {
        int a = d.integer(1, 20);
        int b = second(d);
        return two(
                d,
                a,
                b,
                d.name() + d.of(" has ", " needs ", " buys ") + "\\boxed{" + a + "} " + d.of("papers", "pens", "cups")
                        + " and \\boxed{" + b + "} " + d.of("bins", "boxes", "plates") + d.of("", "."));
    }

    private static Variant formulas(Draw d) {
        int a = first(d);
        int b = second(d);
        return two(
                d,
                a,
                b,
                d.of("The answers are ", "The roots are ", "So the solutions are ", "") + "$" + a + "$"
                        + d.of(" and ", " or ") + "$" + b + "$" + d.of("", "."));
    }

    private static Variant namedFormulas(Draw d) {
        int a = first(d);
        int b = second(d);
        String x = d.of("x", "n", "y");
        return two(
                d,
                a,
                b,
                d.of("So ", "Hence ", "Therefore, ") + "$" + x + " = " + a + "$" + d.of(" or ", " and ") + "$" + x
                        + " = " + b + "$" + d.of("", "."));
    }

    private static Variant threeBoxes(Draw d) {
        int a = first(d);
        int b = second(d);
        int c = d.integer(61, 90);
        String text = opening(d)
                + d.of(
                        "$\\boxed{" + a + "}$, $\\boxed{" + b + "}$, and $\\boxed{" + c + "}$",
                        "\\boxed{" + a + "}, \\boxed{" + b + "} and \\boxed{" + c + "}",
                        "$\\boxed{" + a + "}, \\boxed{" + b + "}, \\boxed{" + c + "}$",
                        "$" + a + "$, $" + b + "$, and $" + c + "$");
        String gold = d.equal()
                ? d.list(d.shuffled(List.of(a, b, c)))
                : d.of(d.list(List.of(a, b)), d.list(List.of(a, b, d.other(c))), "" + c);
        return d.text(gold, text + d.of("", "."));
    }

    private static Variant points(Draw d) {
        int a = first(d);
        int b = second(d);
        int c = first(d);
        int e = second(d);
        String text = opening(d)
                + d.of(
                        "$\\boxed{(" + a + ", " + b + ")}$ and $\\boxed{(" + e + ", " + c + ")}$",
                        "\\boxed{(" + a + "," + b + ")}, \\boxed{(" + e + "," + c + ")}",
                        "$(" + a + ", " + b + ")$ and $(" + e + ", " + c + ")$");
        String one =
                d.equal() ? "(" + a + "," + b + ")" : d.of("(" + a + "," + d.other(b) + ")", "(" + b + "," + a + ")");
        return d.text(d.list(d.shuffled(List.of(one, "(" + e + "," + c + ")"))), text);
    }

    private static Variant twiceTheSame(Draw d) {
        int a = d.integer(2, 300);
        int other = d.integer(2, 30);
        String text = "We get $\\boxed{" + a + "}$"
                + d.of(
                        ".\n\nThe answer is thus ",
                        ".\n\nAs a check, " + other + " works as well. So the answer is ",
                        ". The final answer is ")
                + "$\\boxed{" + a + "}$" + d.of(".", "");
        return d.number(a, text, other);
    }

    private static Variant listInBox(Draw d) {
        int a = first(d);
        int b = second(d);
        return two(
                d,
                a,
                b,
                opening(d) + "$"
                        + d.of(
                                "\\boxed{" + a + ", " + b + "}",
                                "\\boxed{" + a + " \\text{ and } " + b + "}",
                                "\\boxed{x = " + a + " \\text{ or } x = " + b + "}",
                                "\\boxed{" + a + "\\text{ or }" + b + "}")
                        + "$" + d.of("", "."));
    }

    private static Variant plusMinusBox(Draw d) {
        int a = d.integer(2, 40);
        String text = "The solutions are "
                + d.of("$\\boxed{\\pm " + a + "}$", "$x = \\boxed{\\pm " + a + "}$", "$\\boxed{x=\\pm" + a + "}$");
        int b = d.maybe(a);
        return d.text(
                d.equal()
                        ? d.of(a + ",-" + a, "-" + a + ", " + a, "\\pm" + a)
                        : d.of("" + a, "-" + a, "\\pm" + b, b + ",-" + b),
                text);
    }

    private static Variant fractions(Draw d) {
        int below = d.of(3, 5, 7, 11);
        int a = d.signed(1, 2);
        int b = d.of(13, 17, 19);
        String text = opening(d) + "$\\boxed{\\frac{" + a + "}{" + below + "}}$" + d.of(" and ", ", ", " or ")
                + "$\\boxed{\\frac{" + b + "}{" + below + "}}$" + d.of("", ".");
        return d.text(
                d.list(d.shuffled(
                        List.of("\\frac{" + a + "}{" + below + "}", "\\frac{" + d.maybe(b) + "}{" + below + "}"))),
                text);
    }

    private static Variant equationsInBoxes(Draw d) {
        int a = first(d);
        int b = second(d);
        String text = "Solving gives "
                + d.of(
                        "$\\boxed{x = " + a + "}$ and $\\boxed{y = " + b + "}$",
                        "\\boxed{x=" + a + "}, \\boxed{y=" + b + "}",
                        "$\\boxed{x=" + a + ", y=" + b + "}$");
        return d.text("x=" + a + d.of(", ", ",", " \\text{ and } ") + "y=" + d.maybe(b), text + d.of("", "."));
    }

    private static Variant expressions(Draw d) {
        int a = first(d);
        int b = d.integer(2, 30);
        String text = opening(d) + "$\\boxed{x + " + b + "}$" + d.of(" and ", " or ", ", ") + "$\\boxed{"
                + Draw.linear(2, "x", a) + "}$" + d.of("", ".");
        return d.text(d.list(d.shuffled(List.of("x+" + d.maybe(b), Draw.linear(2, "x", a)))), text);
    }
}
