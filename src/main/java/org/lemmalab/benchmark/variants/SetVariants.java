package org.lemmalab.benchmark.variants;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Inequalities, intervals and sets in their many notations. */
final class SetVariants {
    private SetVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "J inequalities and sets",
                List.of(
                        SetVariants::negated,
                        SetVariants::scaled,
                        SetVariants::shifted,
                        SetVariants::turned,
                        SetVariants::builder,
                        SetVariants::french,
                        SetVariants::absoluteOutside,
                        SetVariants::absoluteInside,
                        SetVariants::absoluteShifted,
                        SetVariants::integers,
                        SetVariants::parity,
                        SetVariants::duplicates,
                        SetVariants::empty,
                        SetVariants::reals,
                        SetVariants::doubleInequality,
                        SetVariants::element,
                        SetVariants::unionTurned,
                        SetVariants::unionWords,
                        SetVariants::allBut,
                        SetVariants::joined,
                        SetVariants::intersection,
                        SetVariants::onePoint,
                        SetVariants::endpoints,
                        SetVariants::strictness,
                        SetVariants::difference,
                        SetVariants::finiteUnion,
                        SetVariants::variables,
                        SetVariants::builderOfIntegers,
                        SetVariants::halfLine,
                        SetVariants::conjunction));
    }

    private static final String[] LESS = {"<", "\\lt", "\\le", "\\leq", "≤", "<", "\\leqslant"};

    /** Whether a sign of order is strict. */
    private static boolean strict(String less) {
        return less.equals("<") || less.equals("\\lt");
    }

    /** The sign turned round, of the same strictness. */
    private static String greater(Draw d, String less) {
        return strict(less) ? d.of(">", "\\gt ", ">") : d.of("\\ge", "\\geq", "≥", ">=", "\\geqslant");
    }

    /** A sign of the same strictness. */
    private static String lessLike(Draw d, String less) {
        return strict(less) ? d.of("<", "\\lt ", "<") : d.of("\\le", "\\leq", "≤", "<=", "\\leqslant");
    }

    private static String of(String a, String sign, Object b) {
        return a + " " + sign + " " + b;
    }

    /** {@code (-∞, a)} or {@code (-∞, a]}. */
    private static String below(Draw d, Object a, boolean strict) {
        return d.of("(-\\infty, ", "(-\\infty,", "\\left(-\\infty, ", "(-∞, ") + a + (strict ? ")" : "]");
    }

    private static String above(Draw d, Object a, boolean strict) {
        return (strict ? "(" : "[") + a + d.of(", \\infty)", ",\\infty)", ", +\\infty)", ", ∞)");
    }

    /** Repairs {@code \left} without its {@code \right}. */
    private static String fixed(String interval) {
        if (!interval.contains("\\left(")) {
            return interval;
        }
        int end = Math.max(interval.lastIndexOf(')'), interval.lastIndexOf(']'));
        int first = interval.indexOf(')') < 0 ? end : interval.indexOf(')');
        int close = interval.indexOf(']') < 0 ? first : Math.min(first, interval.indexOf(']'));
        return interval.substring(0, close) + "\\right" + interval.substring(close);
    }

    private static Variant negated(Draw d) {
        int a = d.signed(1, 30);
        String less = d.of(LESS);
        return d.pair(of("x", less, a), of("-x", greater(d, less), -d.maybe(a)));
    }

    private static Variant scaled(Draw d) {
        int a = d.signed(1, 30);
        int k = d.integer(2, 9);
        String less = d.of(LESS);
        return d.pair(of("x", less, a), of(k + "x", lessLike(d, less), k * d.maybe(a)));
    }

    private static Variant shifted(Draw d) {
        int a = d.integer(1, 30);
        String less = d.of(LESS);
        int b = d.maybe(a);
        return d.chance(0.5)
                ? d.pair(of("x", less, a), of("x - " + b, lessLike(d, less), 0))
                : d.pair(of("x", less, -a), of("x + " + b, lessLike(d, less), 0));
    }

    private static Variant turned(Draw d) {
        int a = d.signed(1, 30);
        String less = d.of(LESS);
        String other = d.equal()
                ? of("" + a, greater(d, less), "x")
                : d.of(of("" + a, lessLike(d, less), "x"), of("" + d.other(a), greater(d, less), "x"));
        return d.pair(of("x", less, a), other);
    }

    private static Variant builder(Draw d) {
        int a = d.signed(1, 30);
        String less = d.of(LESS);
        String bar = d.of(" : ", " \\mid ", " | ", "\\mid ", ": ");
        String in = d.of("x\\in\\mathbb{R}", "x \\in \\mathbb{R}", "x");
        String set = d.chance(0.5)
                ? "\\{" + in + bar + of("x", less, a) + "\\}"
                : "\\left\\{" + in + bar + of("x", less, a) + "\\right\\}";
        boolean strict = d.equal() ? strict(less) : !strict(less);
        return d.pair(set, fixed(below(d, a, strict)));
    }

    private static Variant french(Draw d) {
        int a = d.signed(1, 20);
        int b = a + d.integer(2, 20);
        boolean left = d.chance(0.5);
        boolean right = d.chance(0.5) || !left;
        String turned = (left ? "]" : "[") + a + d.of(",", ", ", ";") + b + (right ? "[" : "]");
        boolean sameLeft = d.equal() == left;
        return d.pair(turned, (sameLeft ? "(" : "[") + a + "," + b + (right ? ")" : "]"));
    }

    private static Variant absoluteOutside(Draw d) {
        int a = d.integer(1, 30);
        String less = d.of(LESS);
        boolean strict = strict(less);
        String outside = "|x| " + greater(d, less) + " " + a;
        int b = d.maybe(a);
        String other = d.of(
                fixed(below(d, -b, strict)) + d.of(" \\cup ", "\\cup ", " ∪ ") + above(d, b, strict),
                of("x", lessLike(d, less), -b) + d.of(" \\text{ or } ", " or ") + of("x", greater(d, less), b));
        return d.pair(outside, other);
    }

    private static Variant absoluteInside(Draw d) {
        int a = d.integer(1, 30);
        String less = d.of(LESS);
        int b = d.maybe(a);
        boolean strict = strict(less);
        String other = d.of(
                (strict ? "(" : "[") + "-" + b + ", " + b + (strict ? ")" : "]"),
                -b + " " + lessLike(d, less) + " x " + lessLike(d, less) + " " + b);
        return d.pair(d.of("|x| ", "\\left|x\\right| ", "\\lvert x\\rvert ") + less + " " + a, other);
    }

    private static Variant absoluteShifted(Draw d) {
        int c = d.integer(1, 20);
        int r = d.integer(1, 20);
        String less = d.of(LESS);
        int s = d.maybe(r);
        boolean strict = strict(less);
        return d.pair(
                "|x - " + c + "| " + less + " " + r,
                (strict ? "(" : "[") + (c - s) + "," + (c + s) + (strict ? ")" : "]"));
    }

    private static Variant integers(Draw d) {
        int a = d.integer(-5, 2);
        int count = d.integer(2, 6);
        List<Integer> all =
                new ArrayList<>(IntStream.rangeClosed(a, a + count).boxed().toList());
        if (!d.equal()) {
            all.remove(d.integer(0, count));
        }
        String n = d.of("n", "k", "x");
        return d.pair(
                "\\{" + d.list(all) + "\\}",
                a
                        + d.of("\\le ", " \\leq ")
                        + n
                        + d.of("\\le ", " \\leq ")
                        + (a + count)
                        + d.of(", ", ",\\ ", ", \\quad ")
                        + n
                        + d.of("\\in\\mathbb{Z}", " \\in \\mathbb{Z}", " \\in \\mathbf{Z}"));
    }

    private static Variant parity(Draw d) {
        boolean odd = d.chance(0.5);
        String k = d.of("k", "n", "m");
        String set = "\\{2" + k + (odd ? d.of("+1", " + 1", "-1") : "") + d.of(" : ", " \\mid ", ":") + k
                + d.of("\\in\\mathbb{Z}", " \\in \\mathbb{Z}") + "\\}";
        boolean said = d.equal() == odd;
        String word = said ? "odd" : "even";
        return d.pair(
                set,
                d.of(
                        "\\text{all " + word + " integers}",
                        "all " + word + " integers",
                        word + " integers",
                        "\\text{the " + word + " integers}",
                        "the set of all " + word + " integers"));
    }

    private static Variant duplicates(Draw d) {
        int a = d.signed(1, 9);
        int b = d.integer(10, 19);
        int c = d.integer(20, 29);
        List<Integer> doubled = d.shuffled(List.of(a, b, c, d.of(a, b, c)));
        return d.pair("\\{" + d.list(doubled) + "\\}", "\\{" + d.list(d.shuffled(List.of(a, b, d.maybe(c)))) + "\\}");
    }

    private static Variant empty(Draw d) {
        String one = d.of("\\emptyset", "\\varnothing", "\\{\\}", "∅", "\\{ \\}", "\\text{the empty set}");
        String same = d.of(
                "\\emptyset",
                "\\varnothing",
                "\\{\\}",
                "∅",
                "no solution",
                "\\text{no solution}",
                "\\text{no solutions}",
                "No solution",
                "no real solutions",
                "\\text{no real solution}",
                "the empty set",
                "empty set",
                "\\text{empty set}",
                "there are no solutions",
                "no solutions exist",
                "\\text{No solutions}");
        String other = d.of(
                "\\{0\\}",
                "0",
                "\\mathbb{R}",
                "\\{1\\}",
                "\\{" + d.integer(2, 99) + "\\}",
                "all real numbers",
                "(0," + d.integer(1, 40) + ")",
                "x=" + d.integer(1, 90));
        return d.pair(one, d.maybe(same, other));
    }

    private static Variant reals(Draw d) {
        List<String> all = List.of(
                "\\mathbb{R}",
                "(-\\infty,\\infty)",
                "\\text{all real numbers}",
                "all real numbers",
                "(-\\infty, +\\infty)",
                "x \\in \\mathbb{R}",
                "ℝ",
                "(-∞, ∞)",
                "\\text{all reals}",
                "the real numbers",
                "\\left(-\\infty,\\infty\\right)",
                "\\mathbf{R}",
                "-\\infty < x < \\infty",
                "\\{x : x \\in \\mathbb{R}\\}",
                "all real x",
                "all real numbers x",
                "\\text{all real } x",
                "any real number");
        String other = d.of(
                "(-\\infty, " + d.integer(0, 50) + ")",
                "[0,\\infty)",
                "x > " + d.integer(0, 50),
                "\\mathbb{Z}",
                "\\text{all integers}",
                "\\emptyset",
                "x \\ne " + d.integer(0, 50),
                "(0, \\infty)",
                "\\mathbb{Q}",
                "\\text{all positive real numbers}");
        return d.pair(d.of(all), d.maybe(d.of(all), other));
    }

    private static Variant doubleInequality(Draw d) {
        int a = d.signed(1, 20);
        int b = a + d.integer(1, 30);
        String left = d.of(LESS);
        String right = d.of(LESS);
        boolean strictLeft = d.equal() == strict(left);
        return d.pair(
                a + " " + left + " x " + right + " " + b,
                (strictLeft ? "(" : "[") + a + d.of(",", ", ") + b + (strict(right) ? ")" : "]"));
    }

    private static Variant element(Draw d) {
        int a = d.signed(1, 20);
        int b = a + d.integer(1, 30);
        String open = d.of("[", "(");
        String close = d.of("]", ")");
        String x = d.of("x", "y", "t", "k");
        return d.pair(
                x + d.of("\\in", " \\in ", " ∈ ") + open + a + ", " + b + close,
                open + a + "," + d.maybe(b, b + 1) + close);
    }

    private static Variant unionTurned(Draw d) {
        int a = d.signed(1, 20);
        int b = a + d.integer(1, 20);
        boolean first = d.chance(0.5);
        boolean second = d.chance(0.5);
        return d.pair(
                fixed(below(d, a, first)) + " \\cup " + above(d, b, second),
                above(d, d.maybe(b, b + d.integer(1, 9)), second)
                        + d.of("\\cup ", " ∪ ", " \\cup ")
                        + fixed(below(d, a, first)));
    }

    private static Variant unionWords(Draw d) {
        int a = d.signed(1, 20);
        int b = a + d.integer(1, 20);
        String less = d.of(LESS);
        boolean strict = d.equal() == strict(less);
        return d.pair(
                of("x", lessLike(d, less), a)
                        + d.of(" \\text{ or } ", " or ", " \\quad\\text{or}\\quad ", ", \\text{ or } ")
                        + of("x", greater(d, less), b),
                fixed(below(d, a, strict)) + d.of(" \\cup ", "\\cup") + above(d, b, strict(less)));
    }

    private static Variant allBut(Draw d) {
        int a = d.signed(1, 30);
        int b = d.maybe(a);
        String union = "(-\\infty," + a + ")" + d.of("\\cup", " \\cup ") + "(" + a + ",\\infty)";
        String other = d.of(
                "\\mathbb{R} \\setminus \\{" + b + "\\}",
                "x \\ne " + b,
                "x \\neq " + b,
                "all real numbers except " + b,
                "\\text{all real numbers except }" + b,
                "\\mathbb{R}" + "\\setminus\\{" + b + "\\}",
                "x ≠ " + b,
                "\\{x : x \\ne " + b + "\\}",
                "\\text{all real numbers but } " + b,
                "\\mathbb{R} - \\{" + b + "\\}",
                "\\text{all reals except } " + b,
                "x\\in\\mathbb{R}, x \\neq " + b);
        return d.pair(union, other);
    }

    private static Variant joined(Draw d) {
        int a = d.signed(1, 20);
        int b = a + d.integer(1, 9);
        int c = b + d.integer(1, 9);
        String whole = "[" + a + "," + c + "]";
        String parts = d.equal()
                ? d.of(
                        "[" + a + "," + b + "]\\cup[" + b + "," + c + "]",
                        "[" + a + ", " + b + ") \\cup [" + b + ", " + c + "]",
                        "[" + a + "," + b + "] \\cup (" + b + "," + c + "]",
                        "[" + a + "," + c + ") \\cup \\{" + c + "\\}")
                : d.of(
                        "[" + a + "," + b + ") \\cup (" + b + "," + c + "]",
                        "[" + a + "," + b + "]\\cup[" + b + "," + c + ")",
                        "[" + a + "," + b + "]");
        return d.pair(whole, parts);
    }

    private static Variant intersection(Draw d) {
        int a = d.signed(1, 20);
        int b = a + d.integer(1, 9);
        int c = b + d.integer(1, 9);
        int e = c + d.integer(1, 9);
        return d.pair(
                "[" + b + "," + d.maybe(c, e) + "]",
                "[" + a + ", " + c + "]" + d.of(" \\cap ", "\\cap", " ∩ ") + "[" + b + ", " + e + "]");
    }

    private static Variant onePoint(Draw d) {
        int a = d.signed(1, 90);
        int b = d.maybe(a);
        return d.pair(
                "\\{" + a + "\\}",
                d.of(
                        "x = " + b,
                        "[" + b + ", " + b + "]",
                        "\\{ " + b + " \\}",
                        "\\{x : x = " + b + "\\}",
                        "\\left\\{" + b + "\\right\\}"));
    }

    private static Variant endpoints(Draw d) {
        int half = d.integer(1, 20) * 2 + 1;
        int b = half + d.integer(1, 20);
        int top = d.maybe(half, half + 2);
        String decimal = BigDecimal.valueOf(top * 5L, 1).toPlainString();
        return d.pair(
                "[\\frac{" + half + "}{2}, " + b + ")",
                d.of(
                        "\\left[\\frac{" + top + "}{2}, " + b + "\\right)",
                        "[" + decimal + ", " + b + ")",
                        "\\frac{" + top + "}{2} \\le x < " + b,
                        "\\bigl[\\tfrac{" + top + "}{2}, " + b + "\\bigr)"));
    }

    private static Variant strictness(Draw d) {
        int a = d.signed(1, 90);
        boolean strict = d.chance(0.5);
        String one = strict ? d.of("x > " + a, "x < " + a) : d.of("x \\ge " + a, "x \\le " + a);
        String same = one.replace("\\ge", d.of("\\geq", "≥", ">=")).replace("\\le ", d.of("\\leq ", "≤ ", "<= "));
        String other = strict
                ? one.replace(">", "\\geq").replace("<", "\\leq")
                : one.replace("\\ge", ">").replace("\\le", "<");
        return d.pair(one, d.maybe(same, other));
    }

    private static Variant difference(Draw d) {
        int a = d.integer(1, 9);
        int b = d.integer(10, 19);
        int c = d.integer(20, 29);
        return d.pair(
                "\\{" + a + "," + b + "," + c + "\\}" + d.of(" \\setminus ", "\\setminus", " \\backslash ") + "\\{" + b
                        + "\\}",
                "\\{" + d.list(d.shuffled(List.of(a, d.maybe(c, b)))) + "\\}");
    }

    private static Variant finiteUnion(Draw d) {
        int a = d.integer(1, 9);
        int b = d.integer(10, 19);
        int c = d.integer(20, 29);
        return d.pair(
                "\\{" + a + "," + b + "\\}" + d.of(" \\cup ", "\\cup") + "\\{" + b + "," + c + "\\}",
                "\\{" + d.list(d.shuffled(List.of(a, b, d.maybe(c)))) + "\\}");
    }

    private static Variant variables(Draw d) {
        int a = d.signed(1, 90);
        String sign = d.of(">", "<", "\\ge", "\\le");
        List<String> names = d.shuffled(List.of("x", "y", "t", "n"));
        return d.pair(of(names.get(0), sign, a), of(d.equal() ? names.get(0) : names.get(1), sign, a));
    }

    private static Variant builderOfIntegers(Draw d) {
        int a = d.integer(-3, 3);
        int count = d.integer(2, 5);
        List<Integer> all =
                new ArrayList<>(IntStream.rangeClosed(a, a + count).boxed().toList());
        if (!d.equal()) {
            all.add(a + count + 1);
        }
        return d.pair(
                "\\{n" + d.of(" \\in \\mathbb{Z}", "\\in\\mathbb{Z}") + d.of(" : ", " \\mid ") + a + " \\le n \\le "
                        + (a + count) + "\\}",
                "\\{" + d.list(d.shuffled(all)) + "\\}");
    }

    private static Variant halfLine(Draw d) {
        int a = d.signed(1, 90);
        String less = d.of(LESS);
        boolean strict = d.equal() == strict(less);
        return d.chance(0.5)
                ? d.pair(of(d.of("x", "y", "k"), less, a), fixed(below(d, a, strict)))
                : d.pair(of(d.of("x", "y", "t"), greater(d, less), a), above(d, a, strict));
    }

    private static Variant conjunction(Draw d) {
        int a = d.signed(1, 20);
        int b = a + d.integer(2, 30);
        return d.pair(
                "x > " + a + d.of(" \\text{ and } ", " and ", ", ") + "x < " + b,
                d.of("(" + a + ", " + d.maybe(b, b + 1) + ")", a + " < x < " + d.maybe(b, b + 3)));
    }
}
