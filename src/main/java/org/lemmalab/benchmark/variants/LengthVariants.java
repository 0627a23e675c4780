package org.lemmalab.benchmark.variants;

import java.util.List;

/** Long and repetitive texts, and answers that are costly to compute, with an answer that is plain. */
final class LengthVariants {
    private LengthVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "B time",
                List.of(
                        LengthVariants::emptyBoxes,
                        LengthVariants::openBoxes,
                        LengthVariants::dollars,
                        LengthVariants::openFractions,
                        LengthVariants::markers,
                        LengthVariants::hashes,
                        LengthVariants::openThoughts,
                        LengthVariants::openBrackets,
                        LengthVariants::manyNumbers,
                        LengthVariants::longDigits,
                        LengthVariants::binomialPower,
                        LengthVariants::tower,
                        LengthVariants::factorial,
                        LengthVariants::longSum,
                        LengthVariants::longList,
                        LengthVariants::nestedRoots,
                        LengthVariants::manySteps,
                        LengthVariants::powers));
    }

    private static String repeated(Draw d, String part, int most) {
        return part.repeat(d.integer(most / 10, most));
    }

    private static Variant ends(Draw d, String text) {
        int a = d.integer(2, 900);
        int b = d.integer(2, 99);
        return d.number(
                a,
                "There are " + b + " of them. " + text + "\n"
                        + d.of(
                                "The final answer is \\boxed{" + a + "}.",
                                "#### " + a,
                                "**Final answer:** $\\boxed{" + a + "}$"),
                b);
    }

    private static Variant emptyBoxes(Draw d) {
        return ends(d, repeated(d, d.of("\\boxed{}", "\\boxed{} ", "$\\boxed{ }$\n"), 4_000));
    }

    private static Variant openBoxes(Draw d) {
        int a = d.integer(2, 900);
        return d.number(
                a,
                repeated(d, d.of("\\boxed ", "\\boxed", "\\fbox "), 3_000) + "\nThe final answer is $" + a + "$.",
                d.integer(2, 99));
    }

    private static Variant dollars(Draw d) {
        return ends(d, repeated(d, d.of("$ ", "$$", "$\n"), 3_000));
    }

    private static Variant openFractions(Draw d) {
        return ends(d, repeated(d, d.of("\\frac12 + ", "\\sqrt2 ", "\\frac{1}{2}"), 4_000));
    }

    private static Variant markers(Draw d) {
        return ends(
                d,
                repeated(d, d.of("the answer is ", "Final answer: ", "Answer: ", "Perhaps the answer is 3? "), 4_000));
    }

    private static Variant hashes(Draw d) {
        return ends(d, repeated(d, d.of("#### ", "####\n", "# ", "#### Step\n"), 3_000));
    }

    private static Variant openThoughts(Draw d) {
        int a = d.integer(2, 900);
        int b = d.other(a);
        return d.number(a, repeated(d, "<think>\\boxed{" + b + "}</think>\n", 3_000) + "The answer is " + a + ".", b);
    }

    private static Variant openBrackets(Draw d) {
        return ends(d, repeated(d, d.of("(", "[", "\\left(", "( "), 3_000));
    }

    private static Variant manyNumbers(Draw d) {
        return ends(d, repeated(d, d.of("1, ", "12 + ", "3.5 ", "7 = 7 = "), 3_000));
    }

    private static Variant longDigits(Draw d) {
        String digits = d.integer(1, 9) + ("" + d.integer(100_000, 999_999)).repeat(d.integer(5, 400));
        return d.pair(
                digits,
                d.equal()
                        ? digits + d.of(".0", "", "\\,")
                        : digits.substring(0, digits.length() - 1)
                                + (digits.charAt(digits.length() - 1) == '7' ? '3' : '7'));
    }

    private static Variant binomialPower(Draw d) {
        int n = d.integer(5, 40);
        int a = d.integer(2, 9);
        return d.pair("(x+" + a + ")^{" + n + "}", "(" + a + "+x)^{" + d.maybe(n, n + 1) + "}");
    }

    private static Variant tower(Draw d) {
        int n = d.integer(2, 9);
        int m = d.integer(5, 9);
        return d.pair(
                n + "^{" + m + "^{" + m + "}}",
                d.maybe(d.of(n + "^{" + m + "^" + m + "}", n + "^{(" + m + "^{" + m + "})}"), "" + d.integer(2, 9999)));
    }

    private static Variant factorial(Draw d) {
        int n = d.integer(30, 400);
        return d.pair(
                n + "!",
                d.maybe(
                        d.of(n + " \\cdot " + (n - 1) + "!", "(" + n + ")!", n + "(" + (n - 1) + ")!"),
                        (n + 1) + "!",
                        n + "!+1",
                        "" + d.integer(2, 9999)));
    }

    private static Variant longSum(Draw d) {
        int n = d.integer(50, 400);
        int a = d.integer(2, 9);
        return d.pair((a + "+").repeat(n) + "0", "" + d.maybe(a * n));
    }

    private static Variant longList(Draw d) {
        int n = d.integer(20, 100);
        StringBuilder one = new StringBuilder();
        StringBuilder two = new StringBuilder();
        for (int i = 1; i <= n; i++) {
            one.append(i == 1 ? "" : ", ").append(3 * i);
            two.insert(0, (i == n && !d.equal() ? 3 * i + 1 : 3 * i) + (i == 1 ? "" : ","));
        }
        return d.pair("\\{" + one + "\\}", "\\{" + two + "\\}");
    }

    private static Variant nestedRoots(Draw d) {
        int n = d.integer(2, 6);
        int a = d.integer(2, 3);
        return d.pair("\\sqrt{".repeat(n) + a + "^{" + (1 << n) + "}" + "}".repeat(n), "" + d.maybe(a));
    }

    private static Variant manySteps(Draw d) {
        Story story = Story.of(d);
        StringBuilder text = new StringBuilder();
        int count = d.integer(50, 600);
        for (int i = 1; i <= count; i++) {
            text.append("Step ")
                    .append(i)
                    .append(": we check ")
                    .append(d.integer(2, 99))
                    .append(" again.\n");
        }
        return d.number(
                story.answer(),
                text + String.join(" ", story.steps()) + "\nSo " + story.formula() + " = " + story.answer() + ".",
                story.distractors());
    }

    private static Variant powers(Draw d) {
        int n = d.integer(500, 9000);
        return d.pair(
                "2^{" + 2 * n + "}",
                d.maybe("4^{" + n + "}", "4^{" + (n + 1) + "}", "2^{" + 2 * n + "}+1", "2^{" + (2 * n + 1) + "}"));
    }
}
