package org.lemmalab.benchmark.variants;

import java.util.List;

/** Texts with lone surrogates, emoji, control characters and other damage around an answer that is still plain. */
final class DamageVariants {
    private DamageVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "A damaged text",
                List.of(
                        DamageVariants::loneHigh,
                        DamageVariants::loneLow,
                        DamageVariants::surrogatesTurned,
                        DamageVariants::emojiLines,
                        DamageVariants::emojiAtCut,
                        DamageVariants::emojiPair,
                        DamageVariants::nullCharacters,
                        DamageVariants::controls,
                        DamageVariants::combining,
                        DamageVariants::rightToLeft,
                        DamageVariants::unclosedBraces,
                        DamageVariants::unclosedMath,
                        DamageVariants::cutCommand,
                        DamageVariants::longLine,
                        DamageVariants::wideUnequal,
                        DamageVariants::mojibake,
                        DamageVariants::byteOrder,
                        DamageVariants::lineEnds));
    }

    private static final String[] EMOJI = {"😀", "🎉", "🧮", "👩‍🔬", "🇩🇪", "✅", "🔢", "👍🏽"};

    private static String ending(Draw d, int answer) {
        return d.of(
                "The answer is " + answer + ".",
                "\\boxed{" + answer + "}",
                "#### " + answer,
                "**Answer:** " + answer,
                "So the answer is $" + answer + "$.",
                "The final answer is $\\boxed{" + answer + "}$");
    }

    private static Variant loneHigh(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(a, "We count " + b + " \ud83d" + d.of(" of them.\n", "\n\n", " ") + ending(d, a), b);
    }

    private static Variant loneLow(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(a, d.of("\ude00", "x\udfff ", "\udc00\n") + "We count " + b + ". " + ending(d, a), b);
    }

    private static Variant surrogatesTurned(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(a, "First " + b + " \ude00\ud83d, then more.\n" + ending(d, a), b);
    }

    private static Variant emojiLines(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(
                a,
                d.of(EMOJI).repeat(d.integer(1, 60)) + "\nWe count " + b + " " + d.of(EMOJI) + ".\n" + ending(d, a)
                        + d.of("", " " + d.of(EMOJI), "\n" + d.of(EMOJI)),
                b);
    }

    /** An emoji that begins at the last place of 100 or 400 characters. */
    private static Variant emojiAtCut(Draw d) {
        int a = d.integer(2, 900);
        int cut = d.of(100, 400) - 1;
        String text = "x".repeat(d.chance(0.5) ? cut : 0);
        text = text.isEmpty() ? "We add. ".repeat(60).substring(0, cut) : text;
        return d.number(a, text + "😀" + d.of("\n", " ", ". ") + ending(d, a), d.integer(2, 99));
    }

    private static Variant emojiPair(Draw d) {
        int a = d.integer(2, 9999);
        int cut = d.of(100, 400) - 1;
        String one = "a".repeat(cut) + "😀" + a;
        return d.pair(one, "a".repeat(cut) + "😀" + d.maybe(a));
    }

    private static Variant nullCharacters(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(
                a,
                "There are " + b + d.of("\0", "\0\0\0", " \0 ") + " of them.\n" + ending(d, a) + d.of("", "\0", "\n\0"),
                b);
    }

    private static Variant controls(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(
                a,
                "There are " + b + d.of("\u0001", "\u001b[0m", "\u007f", "\u0085", "\u000b", "\u2028") + " of them.\n"
                        + ending(d, a) + d.of("", "\u001b[0m", "\u2028", "\u0085"),
                b);
    }

    private static Variant combining(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(a, "Z" + "\u0301\u0323".repeat(d.integer(1, 80)) + "algo counts " + b + ". " + ending(d, a), b);
    }

    private static Variant rightToLeft(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(
                a,
                d.of("\u202e", "\u2067", "שלום ", "مرحبا ") + "We count " + b + d.of("\u202c", "\u2069", "") + ".\n"
                        + ending(d, a),
                b);
    }

    private static Variant unclosedBraces(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(
                a,
                "We set " + d.of("\\{", "{", "{{", "\\frac{", "\\sqrt{") + b + d.of(" and go on.", "\n") + "\n"
                        + ending(d, a),
                b);
    }

    private static Variant unclosedMath(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(
                a,
                "Let " + d.of("\\(x = " + b, "\\[x = " + b, "\\begin{align} x &= " + b) + "\n\n"
                        + d.of("The answer is " + a + ".", "\\boxed{" + a + "}", "#### " + a),
                b);
    }

    private static Variant cutCommand(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(
                a,
                "We have " + b + " " + d.of("\\", "\\fra", "\\left", "^", "_", "\\begin{", "\\text{", "&", "\\\\\\")
                        + ".\n\n" + ending(d, a),
                b);
    }

    private static Variant longLine(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(a, ("and " + b + " ").repeat(d.integer(100, 2000)) + "\n" + ending(d, a), b);
    }

    private static Variant wideUnequal(Draw d) {
        int a = d.integer(2, 9999);
        return d.different(
                "" + a,
                d.of(
                                "\ud83d" + "x".repeat(d.integer(0, 5)),
                                "\udc00",
                                "\ud83d\ud83d\ud83d",
                                d.of(EMOJI),
                                "\0",
                                "\u202e",
                                "\ufffd")
                        + d.of("", "?", "!", "x" + a));
    }

    private static Variant mojibake(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(a, "She\u00e2\u0080\u0099s got " + b + " \ufffd\ufffd of them.\n" + ending(d, a), b);
    }

    private static Variant byteOrder(Draw d) {
        int a = d.integer(2, 900);
        return d.number(
                a,
                d.of("\ufeff", "\ufeff\n", "\u200b") + ending(d, a) + d.of("", "\u200b", "\ufeff", "\u00a0"),
                d.integer(2, 99));
    }

    private static Variant lineEnds(Draw d) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        String end = d.of("\r\n", "\r", "\n\r\n", "\u2028", "\r\n\r\n");
        return d.number(a, "We count " + b + "." + end + "Then the rest." + end + ending(d, a) + d.of("", end), b);
    }
}
