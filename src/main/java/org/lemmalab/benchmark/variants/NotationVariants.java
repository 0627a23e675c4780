package org.lemmalab.benchmark.variants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sums, products, integrals, matrices, piecewise functions, bases, congruences and other notations of school and college. */
final class NotationVariants {
    private NotationVariants() {}

    static VariantKind kind() {
        List<Template> templates = new ArrayList<>(List.of(
                NotationVariants::sum,
                NotationVariants::sumOfSquares,
                NotationVariants::closedForm,
                NotationVariants::boundVariable,
                NotationVariants::product,
                NotationVariants::geometric,
                NotationVariants::integral,
                NotationVariants::derivative,
                NotationVariants::greatestDivisor,
                NotationVariants::leastMultiple,
                NotationVariants::largest,
                NotationVariants::binomial,
                NotationVariants::permutations,
                NotationVariants::doubleFactorial,
                NotationVariants::cis,
                NotationVariants::system,
                NotationVariants::aligned));
        templates.addAll(List.of(
                NotationVariants::piecewise,
                NotationVariants::piecewiseAbsolute,
                NotationVariants::matrixSum,
                NotationVariants::matrixProduct,
                NotationVariants::transpose,
                NotationVariants::determinant,
                NotationVariants::rows,
                NotationVariants::scaledMatrix,
                NotationVariants::base,
                NotationVariants::baseCase,
                NotationVariants::repeating,
                NotationVariants::repeatingTail,
                NotationVariants::congruence,
                NotationVariants::remainder,
                NotationVariants::over,
                NotationVariants::slantedFraction,
                NotationVariants::floor));
        templates.addAll(List.of(
                NotationVariants::logarithm,
                NotationVariants::root,
                NotationVariants::unitVectors,
                NotationVariants::angleBrackets,
                NotationVariants::modulus,
                NotationVariants::knownSeries,
                NotationVariants::periodicFamily,
                NotationVariants::exponential));
        return new VariantKind("N notation", templates);
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
