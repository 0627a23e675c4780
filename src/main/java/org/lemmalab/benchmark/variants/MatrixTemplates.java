package org.lemmalab.benchmark.variants;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Matrices, vectors, systems and functions by pieces. */
final class MatrixTemplates {
    private MatrixTemplates() {}

    static List<Template> templates() {
        return List.of(
                MatrixTemplates::system,
                MatrixTemplates::aligned,
                MatrixTemplates::piecewise,
                MatrixTemplates::piecewiseAbsolute,
                MatrixTemplates::matrixSum,
                MatrixTemplates::matrixProduct,
                MatrixTemplates::transpose,
                MatrixTemplates::determinant,
                MatrixTemplates::rows,
                MatrixTemplates::scaledMatrix,
                MatrixTemplates::unitVectors,
                MatrixTemplates::angleBrackets);
    }

    private static Variant system(Draw d) {
        int a = d.signed(1, 30);
        int b = d.signed(31, 60);
        String cases = "\\begin{cases}" + d.of("x=", "x = ") + a + d.of("\\\\", " \\\\ ", ",\\\\ ") + d.of("y=", "y = ")
                + b + "\\end{cases}";
        int c = d.maybe(b);
        return d.pair(
                cases,
                d.of(
                        "x=" + a + ", y=" + c,
                        "(" + a + "," + c + ")",
                        "(x,y)=(" + a + ", " + c + ")",
                        "x = " + a + " \\text{ and } y = " + c,
                        "\\left\\{\\begin{array}{l} x=" + a + "\\\\ y=" + c + "\\end{array}\\right."));
    }

    private static Variant aligned(Draw d) {
        int a = d.signed(1, 30);
        int b = d.signed(31, 60);
        String form = d.of("aligned", "align*", "align", "gathered", "split");
        String and = form.equals("gathered") ? "" : d.of("&", "");
        return d.pair(
                "\\begin{" + form + "}x" + and + "=" + a + d.of("\\\\", " \\\\ ") + "y" + and + "=" + b + "\\end{"
                        + form + "}",
                "x=" + a + d.of(",", ", ") + "y=" + d.maybe(b));
    }

    private static Variant piecewise(Draw d) {
        int a = d.signed(1, 20);
        int b = d.signed(21, 40);
        String condition = d.of("n \\text{ even}", "n \\text{ is even}");
        String other = condition.replace("even", "odd");
        String first = d.of("\\text{ if } ", "", "\\text{if }");
        String one = "\\begin{cases} " + a + " & " + first + condition + " \\\\ " + b + " & " + first + other
                + "\\end{cases}";
        int c = d.maybe(a, b);
        int e = d.equal() ? b : a;
        String two = "\\begin{cases} " + e + " & " + first + other + d.of(" \\\\ ", "\\\\", ", \\\\ ") + c + " & "
                + first + condition + d.of("\\end{cases}", ".\\end{cases}", " \\end{cases}");
        return d.pair(one, two);
    }

    private static Variant piecewiseAbsolute(Draw d) {
        int c = d.integer(1, 20);
        String ge = d.of("\\ge", "\\geq", "≥");
        String cases = "\\begin{cases} x-" + c + " & x " + ge + " " + c + d.of(" \\\\ ", "\\\\ ")
                + d.of(c + "-x", "-(x-" + c + ")", "-x+" + c) + " & x < " + c + " \\end{cases}";
        return d.pair(cases, d.maybe("|x-" + c + "|", "|x+" + c + "|", "x-" + c, "|x-" + (c + 1) + "|"));
    }

    private static String matrix(Draw d, int[][] rows) {
        String form = d.of("pmatrix", "bmatrix", "pmatrix");
        String and = d.of("&", " & ");
        String end = d.of("\\\\", " \\\\ ");
        String body = List.of(rows).stream()
                .map(row -> IntStream.of(row).mapToObj(String::valueOf).collect(Collectors.joining(and)))
                .collect(Collectors.joining(end));
        return "\\begin{" + form + "}" + body + "\\end{" + form + "}";
    }

    private static int[][] square(Draw d) {
        return new int[][] {{d.signed(1, 9), d.signed(1, 9)}, {d.signed(1, 9), d.signed(1, 9)}};
    }

    private static Variant matrixSum(Draw d) {
        int[][] a = square(d);
        int[][] b = square(d);
        int[][] sum = {{a[0][0] + b[0][0], a[0][1] + b[0][1]}, {a[1][0] + b[1][0], a[1][1] + b[1][1]}};
        sum[1][0] += d.equal() ? 0 : 1;
        return d.pair(matrix(d, a) + d.of("+", " + ") + matrix(d, b), matrix(d, sum));
    }

    private static Variant matrixProduct(Draw d) {
        int[][] a = square(d);
        int[][] b = square(d);
        int[][] c = new int[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                c[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j];
            }
        }
        c[0][1] += d.equal() ? 0 : d.signed(1, 5);
        return d.pair(matrix(d, a) + d.of("", " ", "\\cdot ", " \\cdot ") + matrix(d, b), matrix(d, c));
    }

    private static Variant transpose(Draw d) {
        int a = d.signed(1, 9);
        int b = d.signed(10, 20);
        int c = d.signed(21, 30);
        int e = d.maybe(c);
        return d.chance(0.5)
                ? d.pair(
                        matrix(d, new int[][] {{a}, {b}, {c}}),
                        matrix(d, new int[][] {{a, b, e}})
                                + d.of("^T", "^{T}", "^\\top", "^{\\mathsf{T}}", "^\\intercal"))
                : d.pair(
                        matrix(d, new int[][] {{a, b}, {c, 7}}),
                        matrix(d, new int[][] {{a, e}, {b, 7}}) + d.of("^T", "^{T}", "^\\top"));
    }

    private static Variant determinant(Draw d) {
        int[][] a = square(d);
        int value = a[0][0] * a[1][1] - a[0][1] * a[1][0];
        String said = "" + (d.equal() ? value : value + d.signed(1, 6));
        String bars = matrix(d, a).replaceAll("[pb]matrix", "vmatrix");
        return d.pair(
                d.of(
                        bars,
                        "\\det" + matrix(d, a),
                        "\\det " + matrix(d, a),
                        "\\left|\\begin{matrix}" + a[0][0] + "&" + a[0][1] + "\\\\" + a[1][0] + "&" + a[1][1]
                                + "\\end{matrix}\\right|"),
                said);
    }

    private static Variant rows(Draw d) {
        int[][] a = square(d);
        int e = a[1][1] + (d.equal() ? 0 : d.signed(1, 6));
        String comma = d.of(", ", ",");
        return d.pair(matrix(d, a), "[[" + a[0][0] + comma + a[0][1] + "]" + comma + "[" + a[1][0] + comma + e + "]]");
    }

    private static Variant scaledMatrix(Draw d) {
        int[][] a = square(d);
        int k = d.integer(2, 6);
        int[][] scaled = {{k * a[0][0], k * a[0][1]}, {k * a[1][0], k * a[1][1] + (d.equal() ? 0 : 1)}};
        return d.pair(k + matrix(d, a), matrix(d, scaled));
    }

    private static Variant unitVectors(Draw d) {
        int a = d.integer(2, 20);
        int b = d.integer(21, 40);
        String v = d.of("\\mathbf{%s}", "\\hat{%s}", "\\vec{%s}");
        return d.pair(
                a + v.formatted("i") + d.of("+", " + ") + b + v.formatted("j"),
                d.equal() ? "(" + a + "," + b + ")" : d.of("(" + b + "," + a + ")", "(" + a + "," + d.other(b) + ")"));
    }

    private static Variant angleBrackets(Draw d) {
        int a = d.signed(1, 20);
        int b = d.signed(21, 40);
        int c = d.maybe(b);
        return d.pair(
                d.of("\\langle " + a + ", " + b + " \\rangle", "\\left\\langle " + a + "," + b + "\\right\\rangle"),
                d.of("\\langle " + a + "," + c + "\\rangle", "(" + a + ", " + c + ")"));
    }
}
