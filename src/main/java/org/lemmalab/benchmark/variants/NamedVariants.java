package org.lemmalab.benchmark.variants;

import java.util.List;

/** A value with its name against the value alone. */
final class NamedVariants {
    private NamedVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "I named values",
                List.of(
                        NamedVariants::pairOfNames,
                        NamedVariants::tripleOfNames,
                        NamedVariants::segment,
                        NamedVariants::overlined,
                        NamedVariants::angle,
                        NamedVariants::function,
                        NamedVariants::functionBody,
                        NamedVariants::namedPoint,
                        NamedVariants::variable,
                        NamedVariants::reversed,
                        NamedVariants::namedRatio,
                        NamedVariants::cosine,
                        NamedVariants::probability,
                        NamedVariants::indexed,
                        NamedVariants::limit,
                        NamedVariants::subscripts,
                        NamedVariants::segments,
                        NamedVariants::system,
                        NamedVariants::namedSet,
                        NamedVariants::orCases,
                        NamedVariants::elementOf,
                        NamedVariants::expression,
                        NamedVariants::measure,
                        NamedVariants::vector));
    }

    private static String equalsSign(Draw d) {
        return d.of("=", " = ", "\\ = ", " =");
    }

    private static Variant pairOfNames(Draw d) {
        int a = d.signed(1, 30);
        int b = d.signed(31, 60);
        String names = d.of("(x,y)", "(x, y)", "(a,b)", "(m, n)", "\\left(x,y\\right)", "(p,q)");
        String value = "(" + a + "," + b + ")";
        String other = d.equal() ? value : d.of("(" + b + "," + a + ")", "(" + a + "," + d.other(b) + ")");
        return d.pair(names + equalsSign(d) + value, other.replace(",", d.of(",", ", ")));
    }

    private static Variant tripleOfNames(Draw d) {
        int a = d.signed(1, 9);
        int b = d.signed(10, 19);
        int c = d.signed(20, 29);
        String value = d.list(d.equal() ? List.of(a, b, c) : d.of(List.of(a, b, d.other(c)), List.of(b, a, c)));
        String names = d.of("(a,b,c)", "(x,y,z)", "(p, q, r)");
        return d.pair(names + equalsSign(d) + "(" + a + ", " + b + ", " + c + ")", d.of(value, "(" + value + ")"));
    }

    private static Variant segment(Draw d) {
        int a = d.integer(1, 300);
        return d.pair(
                d.of("AB", "CD", "PQ", "XY", "BC", "AC", "EF", "|AB|", "AM") + equalsSign(d) + a, "" + d.maybe(a));
    }

    private static Variant overlined(Draw d) {
        int a = d.integer(2, 12);
        int root = d.of(2, 3, 5, 7);
        String value = d.chance(0.5) ? "" + a : a + "\\sqrt{" + root + "}";
        String other = value.replaceFirst("\\d+", "" + d.maybe(a));
        return d.pair("\\overline{" + d.of("AB", "CD", "PQ", "MN") + "}" + equalsSign(d) + value, other);
    }

    private static Variant angle(Draw d) {
        int a = d.integer(5, 179);
        String name = d.of(
                "\\angle A",
                "\\angle ABC",
                "\\angle BAC",
                "m\\angle B",
                "\\angle PQR",
                "∠A",
                "\\theta",
                "\\measuredangle C");
        return d.pair(
                name + equalsSign(d) + a + d.of("^\\circ", "^{\\circ}", "°"),
                d.maybe(a) + d.of("", "^\\circ", "°", "^{\\circ}"));
    }

    private static Variant function(Draw d) {
        int a = d.integer(2, 9);
        int b = d.signed(1, 20);
        String f = d.of("f", "g", "h", "P");
        String t = d.of("t", "u", "z");
        return d.pair(
                f + "(x)=" + Draw.quadratic(1, a, b, "x"),
                f + "(" + t + ")" + equalsSign(d) + Draw.quadratic(1, d.maybe(a), b, t));
    }

    private static Variant functionBody(Draw d) {
        int a = d.integer(2, 9);
        int b = d.signed(1, 20);
        return d.pair(
                d.of("f(x)", "g(x)", "P(x)", "y", "h(x)", "f^{-1}(x)", "f'(x)")
                        + equalsSign(d)
                        + Draw.quadratic(a, b, 0, "x"),
                Draw.quadratic(a, d.maybe(b), 0, "x"));
    }

    private static Variant namedPoint(Draw d) {
        int a = d.signed(1, 30);
        int b = d.signed(31, 60);
        String name = d.of("P", "A", "C", "M", "Q", "B'", "P_1");
        String other = d.equal()
                ? "(" + a + ", " + b + ")"
                : d.of("(" + b + ", " + a + ")", "(" + a + ", " + d.other(b) + ")");
        return d.pair(name + d.of("", "=", " = ") + "(" + a + "," + b + ")", other);
    }

    private static Variant variable(Draw d) {
        int above = d.signed(1, 40);
        int below = d.of(1, 1, 3, 7, 11);
        String value = below == 1 ? "" + above : "\\frac{" + above + "}{" + below + "}";
        String other = value.replaceFirst("-?\\d+", "" + d.maybe(above));
        return d.pair(
                d.of("x", "n", "k", "m", "r", "\\lambda", "\\alpha", "p", "t", "N", "S", "V") + equalsSign(d) + value,
                other);
    }

    private static Variant reversed(Draw d) {
        int a = d.signed(1, 300);
        return d.pair(a + equalsSign(d) + d.of("x", "n", "y", "k", "a"), "" + d.maybe(a));
    }

    private static Variant namedRatio(Draw d) {
        int a = d.of(1, 2, 3, 5);
        int b = d.of(4, 7, 11, 13);
        String name = d.of("V_1:V_2", "AB:BC", "a:b", "x : y", "S_1 : S_2");
        return d.pair(name + equalsSign(d) + a + ":" + b, d.maybe(a + ":" + b, b + ":" + a, (a + 1) + ":" + (b + 6)));
    }

    private static Variant cosine(Draw d) {
        int below = d.of(5, 7, 9, 11, 13);
        int above = d.integer(1, 4);
        String name = d.of(
                "\\cos A",
                "\\sin B",
                "\\tan C",
                "\\cos\\theta",
                "\\sin \\alpha",
                "\\cos(A)",
                "\\sin\\angle ABC",
                "\\tan x");
        return d.pair(name + equalsSign(d) + "\\frac{" + above + "}{" + below + "}", d.fraction(d.maybe(above), below));
    }

    private static Variant probability(Draw d) {
        int below = d.of(6, 7, 36, 52, 100);
        int above = d.integer(1, 5);
        String name = d.of("P(A)", "P", "P(X=2)", "P(A\\cap B)", "\\mathbb{P}(A)", "E(X)", "E[X]", "p");
        return d.pair(name + equalsSign(d) + "\\frac{" + above + "}{" + below + "}", d.fraction(d.maybe(above), below));
    }

    private static Variant indexed(Draw d) {
        int a = d.signed(2, 600);
        String name =
                d.of("a_{10}", "a_5", "S_{20}", "x_1", "a_{n+1}", "F_{12}", "T_7", "f(3)", "f(-2)", "P(1)", "A_{max}");
        return d.pair(name + equalsSign(d) + a, "" + d.maybe(a));
    }

    private static Variant limit(Draw d) {
        int a = d.signed(1, 40);
        String name = d.of(
                "\\lim_{x\\to0}f(x)",
                "\\lim_{n \\to \\infty} a_n",
                "\\lim_{x\\to 2} g(x)",
                "\\int_0^1 f(x)\\,dx",
                "\\det A",
                "\\det(A)",
                "|A|",
                "\\sum a_n",
                "\\max f",
                "[ABC]");
        return d.pair(name + equalsSign(d) + a, "" + d.maybe(a));
    }

    private static Variant subscripts(Draw d) {
        int a = d.signed(1, 20);
        int b = d.integer(21, 60);
        return d.pair(
                "x_1=" + a + d.of(", ", ",\\ ", " \\text{ or } ", ",\\quad ", " \\text{ and } ") + "x_2=" + b,
                d.list(List.of(a, d.maybe(b))));
    }

    private static Variant segments(Draw d) {
        int a = d.integer(1, 20);
        int b = d.integer(21, 60);
        return d.pair(
                "AB=" + a + d.of(", ", ",\\ ", " \\text{ and } ") + "CD" + equalsSign(d) + b,
                d.list(List.of(a, d.maybe(b))));
    }

    private static Variant system(Draw d) {
        int a = d.signed(1, 20);
        int b = d.signed(21, 60);
        String other =
                d.equal() ? "(" + a + "," + b + ")" : d.of("(" + b + "," + a + ")", "(" + a + "," + d.other(b) + ")");
        return d.pair(
                "x" + equalsSign(d) + a + d.of(", ", ",", " \\text{ and } ", ", \\quad ") + "y" + equalsSign(d) + b,
                d.of(other, "(x,y)=" + other));
    }

    private static Variant namedSet(Draw d) {
        int a = d.signed(1, 9);
        int b = d.integer(10, 19);
        int c = d.integer(20, 29);
        return d.pair(
                d.of("A", "S", "M", "A\\cap B", "A \\cup B") + equalsSign(d) + "\\{" + d.list(List.of(a, b, c)) + "\\}",
                "\\{" + d.list(d.shuffled(List.of(a, d.maybe(b), c))) + "\\}");
    }

    private static Variant orCases(Draw d) {
        int a = d.signed(1, 20);
        int b = d.integer(21, 60);
        String x = d.of("x", "n", "k");
        return d.pair(
                x + equalsSign(d) + a + d.of(" \\text{ or } ", ", ", " or ", " \\text{ and } ") + x + equalsSign(d) + b,
                d.list(d.shuffled(List.of(a, d.maybe(b)))));
    }

    private static Variant elementOf(Draw d) {
        int a = d.signed(1, 20);
        int b = d.integer(21, 60);
        return d.pair(
                d.of("x", "n", "m") + d.of(" \\in ", "\\in") + "\\{" + a + ", " + b + "\\}",
                d.of("%s", "\\{%s\\}").formatted(d.list(d.shuffled(List.of(a, d.maybe(b))))));
    }

    private static Variant expression(Draw d) {
        int a = d.integer(2, 9);
        int b = d.integer(1, 9);
        return d.pair(
                d.of("S_n", "a_n", "T_n", "f(n)", "A") + equalsSign(d) + Draw.linear(a, "n", b),
                d.of(Draw.linear(d.maybe(a), "n", b), b + "+" + d.maybe(a) + "n"));
    }

    private static Variant measure(Draw d) {
        int a = d.integer(2, 300);
        String unit = d.of("cm", "m", "km", "kg");
        return d.pair(
                d.of("AB", "h", "r", "d", "x")
                        + equalsSign(d)
                        + a
                        + d.of("\\text{ " + unit + "}", " \\text{ " + unit + "}", "\\ \\mathrm{" + unit + "}"),
                d.maybe(a) + d.of("", "\\text{ " + unit + "}", " " + unit));
    }

    private static Variant vector(Draw d) {
        int a = d.signed(1, 9);
        int b = d.signed(10, 20);
        String name = d.of("\\vec{v}", "\\mathbf{u}", "\\overrightarrow{AB}", "\\vec a");
        return d.pair(name + equalsSign(d) + "(" + a + ", " + b + ")", "(" + a + "," + d.maybe(b) + ")");
    }
}
