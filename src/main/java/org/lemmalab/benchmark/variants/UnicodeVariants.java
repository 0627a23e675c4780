package org.lemmalab.benchmark.variants;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Characters beyond ASCII that stand for ordinary mathematics, and the decimal comma. */
final class UnicodeVariants {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
    private static final List<Vulgar> VULGAR = List.of(
            new Vulgar("½", 1, 2),
            new Vulgar("⅓", 1, 3),
            new Vulgar("⅔", 2, 3),
            new Vulgar("¼", 1, 4),
            new Vulgar("¾", 3, 4),
            new Vulgar("⅕", 1, 5),
            new Vulgar("⅖", 2, 5),
            new Vulgar("⅗", 3, 5),
            new Vulgar("⅘", 4, 5),
            new Vulgar("⅙", 1, 6),
            new Vulgar("⅚", 5, 6),
            new Vulgar("⅛", 1, 8),
            new Vulgar("⅜", 3, 8),
            new Vulgar("⅝", 5, 8),
            new Vulgar("⅞", 7, 8));

    private record Vulgar(String sign, int above, int below) {}

    private UnicodeVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "L Unicode and locale",
                List.of(
                        UnicodeVariants::vulgar,
                        UnicodeVariants::mixedVulgar,
                        UnicodeVariants::power,
                        UnicodeVariants::polynomial,
                        UnicodeVariants::scientific,
                        UnicodeVariants::negativePower,
                        UnicodeVariants::subscript,
                        UnicodeVariants::fullWidth,
                        UnicodeVariants::fullWidthPoint,
                        UnicodeVariants::fullWidthSet,
                        UnicodeVariants::root,
                        UnicodeVariants::cubeRoot,
                        UnicodeVariants::slash,
                        UnicodeVariants::ratio,
                        UnicodeVariants::minus,
                        UnicodeVariants::times,
                        UnicodeVariants::mathDigits,
                        UnicodeVariants::mathLetters,
                        UnicodeVariants::spaces,
                        UnicodeVariants::order,
                        UnicodeVariants::european,
                        UnicodeVariants::europeanMoney,
                        UnicodeVariants::boxedFullWidth,
                        UnicodeVariants::chineseStop,
                        UnicodeVariants::pi,
                        UnicodeVariants::invisible,
                        UnicodeVariants::plusMinus));
    }

    private static String digits(int value, String signs) {
        return Integer.toString(value)
                .chars()
                .mapToObj(c -> "" + signs.charAt(c - '0'))
                .collect(Collectors.joining());
    }

    /** ASCII in its full-width forms. */
    private static String wide(String text) {
        return text.chars()
                .mapToObj(c -> c > 32 && c < 127 ? "" + (char) (c + 0xFEE0) : "" + (char) c)
                .collect(Collectors.joining());
    }

    /** Digits of a mathematical alphabet beyond the basic plane. */
    private static String mathematical(String text, int zero) {
        return text.chars()
                .mapToObj(c -> c >= '0' && c <= '9' ? Character.toString(zero + c - '0') : "" + (char) c)
                .collect(Collectors.joining());
    }

    private static Variant vulgar(Draw d) {
        Vulgar v = d.of(VULGAR);
        Vulgar other = d.of(VULGAR.stream().filter(o -> o != v).toList());
        Vulgar said = d.maybe(v, other);
        return d.pair(v.sign, d.fraction(said.above, said.below));
    }

    private static Variant mixedVulgar(Draw d) {
        Vulgar v = d.of(VULGAR);
        int whole = d.integer(1, 30);
        return d.pair(
                whole + d.of("", " ") + v.sign,
                "\\frac{" + (d.maybe(whole) * v.below + v.above) + "}{" + v.below + "}");
    }

    private static Variant power(Draw d) {
        String x = d.of("x", "y", "2", "3", "10", "n");
        int n = d.integer(2, 19);
        return d.pair(x + digits(n, SUPERSCRIPTS), x + "^{" + d.maybe(n) + "}");
    }

    private static Variant polynomial(Draw d) {
        int a = d.integer(2, 9);
        int b = d.integer(2, 20);
        int c = d.integer(1, 20);
        return d.pair(a + "x³ + " + b + "x² + " + c, a + "x^3+" + d.maybe(b) + "x^2+" + c);
    }

    private static Variant scientific(Draw d) {
        int a = d.integer(1, 9);
        int b = d.integer(1, 9);
        int e = d.integer(2, 8);
        return d.pair(
                a + "." + b + d.of("×", " × ", "·", " ⋅ ") + "10" + digits(e, SUPERSCRIPTS),
                a + "" + b + "0".repeat(d.maybe(e, e + 1, e + 2) - 1));
    }

    private static Variant negativePower(Draw d) {
        int e = d.integer(1, 6);
        int f = d.maybe(e, e + 1, e + 2);
        return d.pair("10⁻" + digits(e, SUPERSCRIPTS), d.of("0." + "0".repeat(f - 1) + "1", "10^{-" + f + "}"));
    }

    private static Variant subscript(Draw d) {
        int i = d.integer(1, 12);
        int a = d.integer(2, 99);
        return d.pair("x" + digits(i, SUBSCRIPTS) + d.of(" = ", "=") + a, "x_{" + i + "}=" + d.maybe(a));
    }

    private static Variant fullWidth(Draw d) {
        int a = d.integer(2, 9999);
        String text = d.of(
                "" + a, "-" + a, a + ".5", a + "%", a + "/10007", a + "+x", "x=" + a, "2x+" + a, a + "cm", "x>" + a);
        return d.pair(text.replace("" + a, "" + d.maybe(a)), wide(text));
    }

    private static Variant fullWidthPoint(Draw d) {
        int a = d.integer(1, 99);
        int b = d.integer(100, 199);
        return d.pair(
                "(" + a + ", " + b + ")",
                d.of(
                        "（" + a + "，" + d.maybe(b) + "）",
                        "（" + a + ", " + d.maybe(b) + "）",
                        "(" + a + "，" + d.maybe(b) + ")",
                        wide("(" + a + "," + d.maybe(b) + ")")));
    }

    private static Variant fullWidthSet(Draw d) {
        int a = d.integer(1, 99);
        int b = d.integer(100, 199);
        return d.pair(
                "\\{" + a + ", " + b + "\\}",
                d.of(
                        "｛" + a + "，" + d.maybe(b) + "｝",
                        "｛" + d.maybe(b) + "，" + a + "｝",
                        "\\{" + a + "、" + d.maybe(b) + "\\}"));
    }

    private static Variant root(Draw d) {
        int r = d.of(2, 3, 5, 6, 7, 10, 11, 13);
        int a = d.integer(2, 20);
        return d.pair(
                a + d.of("√" + r, "√(" + r + ")", "√{" + r + "}", " √" + r),
                a + "\\sqrt{" + d.maybe(r, r + 12, r + 20) + "}");
    }

    private static Variant cubeRoot(Draw d) {
        int a = d.integer(2, 12);
        return d.pair(d.of("∛" + a * a * a, "\\sqrt[3]{" + a * a * a + "}", "∛(" + a * a * a + ")"), "" + d.maybe(a));
    }

    private static Variant slash(Draw d) {
        int below = d.integer(3, 19);
        int above = d.integer(1, below - 1);
        return d.pair(
                d.of(
                        above + "⁄" + below,
                        above + "∕" + below,
                        digits(above, SUPERSCRIPTS) + "⁄" + digits(below, SUBSCRIPTS)),
                "\\frac{" + d.maybe(above) + "}{" + below + "}");
    }

    private static Variant ratio(Draw d) {
        int a = d.of(2, 3, 5, 7);
        int b = d.of(4, 8, 9, 11);
        return d.pair(
                a + ":" + b, d.equal() ? a + d.of("∶", "：", " ∶ ") + b : d.of(b + "∶" + a, a + "：" + (b + 2) + "1"));
    }

    private static Variant minus(Draw d) {
        int a = d.integer(1, 999);
        return d.pair("-" + a, d.maybe(d.of("−", "–", "－", "﹣", "‒") + a, "" + a, "−" + d.other(a)));
    }

    private static Variant times(Draw d) {
        int a = d.integer(2, 30);
        int b = d.integer(2, 30);
        return d.chance(0.5)
                ? d.pair("" + d.maybe(a * b), a + d.of("×", " × ", "⋅", "·", "∙", "＊") + b)
                : d.pair("" + d.maybe(a), a * b + d.of("÷", " ÷ ") + b);
    }

    private static Variant mathDigits(Draw d) {
        int a = d.integer(2, 9999);
        return d.pair("" + d.maybe(a), mathematical("" + a, d.of(0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6)));
    }

    private static Variant mathLetters(Draw d) {
        int a = d.integer(2, 99);
        return d.pair(d.of("x+" + d.maybe(a), d.maybe(a) + "+x"), d.of("𝑥", "𝐱", "𝒙", "ｘ") + d.of("+", " + ") + a);
    }

    private static Variant spaces(Draw d) {
        int a = d.integer(1000, 9_999_999);
        return d.pair(
                "" + d.maybe(a),
                String.format(Locale.ROOT, "%,d", a).replace(",", d.of("\u2009", "\u00a0", "\u202f", "’", "\u2007")));
    }

    private static Variant order(Draw d) {
        int a = d.integer(1, 99);
        String[] signs = d.of(List.of(
                new String[] {"≤", "\\le"},
                new String[] {"≥", "\\ge"},
                new String[] {"≠", "\\ne"},
                new String[] {"⩽", "\\leq"},
                new String[] {"⩾", "\\geq"},
                new String[] {"＜", "<"},
                new String[] {"＞", ">"}));
        return d.pair("x" + d.of("", " ") + signs[0] + d.of("", " ") + a, "x " + signs[1] + " " + d.maybe(a));
    }

    private static Variant european(Draw d) {
        int a = d.integer(1_000, 9_999_999);
        int cents = d.integer(11, 99);
        String european = String.format(Locale.ROOT, "%,d", a).replace(",", d.of(".", " ", ".")) + "," + cents;
        return d.pair(d.maybe(a) + "." + cents, european);
    }

    private static Variant europeanMoney(Draw d) {
        int a = d.integer(1, 900);
        int cents = d.integer(10, 99);
        String text = d.of("Preis: ", "Das kostet ", "Il prezzo è ", "Le prix est ") + a + "," + cents
                + d.of(" €", "€", " EUR", " Euro") + d.of("", ".");
        return d.text(BigDecimal.valueOf(d.maybe(a) * 100L + cents, 2).toPlainString(), text);
    }

    private static Variant boxedFullWidth(Draw d) {
        int a = d.integer(2, 9999);
        return d.number(
                a,
                d.of("So the answer is ", "Thus ", "") + "$\\boxed{" + wide("" + a) + "}$" + d.of("", ".", "。"),
                d.integer(2, 99));
    }

    private static Variant chineseStop(Draw d) {
        int a = d.integer(2, 9999);
        return d.number(
                a,
                d.of("The answer is ", "Answer： ", "Answer：", "Final answer: ", "The final answer is ")
                        + d.of("" + a, "$" + a + "$", wide("" + a))
                        + d.of("。", "．", "！", "；"));
    }

    private static Variant pi(Draw d) {
        int a = d.integer(2, 40);
        return d.pair(d.maybe(a) + "\\pi", a + d.of("π", " π", "𝜋", "𝛑", "·π"));
    }

    private static Variant invisible(Draw d) {
        int a = d.integer(2, 99_999);
        String sign = d.of("\u200b", "\ufeff", "\u200e", "\u2060", "\u00ad");
        return d.pair("" + d.maybe(a), d.of(sign + a, a + sign, sign + a + sign));
    }

    private static Variant plusMinus(Draw d) {
        int a = d.integer(2, 99);
        int b = d.maybe(a);
        return d.pair(d.of("±" + a, "± " + a, "x=±" + a), d.of("\\pm " + b, b + ",-" + b, "-" + b + ", " + b));
    }
}
