package org.lemmalab.benchmark.variants;

import java.util.List;

/** A marker such as "the answer is", with a whole clause after it. */
final class MarkerVariants {
    private MarkerVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "D marker with a clause",
                List.of(
                        MarkerVariants::theThingIs,
                        MarkerVariants::thereAre,
                        MarkerVariants::someoneHas,
                        MarkerVariants::approximately,
                        MarkerVariants::adverb,
                        MarkerVariants::counted,
                        MarkerVariants::exclamation,
                        MarkerVariants::endToken,
                        MarkerVariants::hope,
                        MarkerVariants::reason,
                        MarkerVariants::measured,
                        MarkerVariants::fraction,
                        MarkerVariants::expression,
                        MarkerVariants::point,
                        MarkerVariants::nextLine,
                        MarkerVariants::money,
                        MarkerVariants::storyThenClause,
                        MarkerVariants::namedValue));
    }

    private static String marker(Draw d) {
        return d.of(
                "Final Answer: ",
                "Final answer: ",
                "The final answer: ",
                "**Final Answer:** ",
                "**Final answer**: ",
                "Answer: ",
                "**Answer:** ",
                "ANSWER: ",
                "A: ",
                "The answer: ");
    }

    private static String is(Draw d) {
        return d.of(
                "The answer is ",
                "the answer is ",
                "So the answer is ",
                "Therefore, the answer is ",
                "Thus the final answer is ",
                "The final answer is ",
                "Hence, the answer is: ",
                "The correct answer is ",
                "**The answer is** ");
    }

    private static String before(Draw d, int distractor) {
        return d.of(
                "",
                "We first find " + distractor + ".\n\n",
                "There are " + distractor + " cases to look at.\n",
                "Adding up gives $x = " + distractor + "$ at first.\n\n");
    }

    private static String written(Draw d, int value) {
        return d.of("" + value, "$" + value + "$", "\\(" + value + "\\)", "**" + value + "**", "" + value);
    }

    private static String stop(Draw d) {
        return d.of("", ".", ".", ".\n");
    }

    private static Variant theThingIs(Draw d) {
        int value = d.integer(2, 900);
        int far = d.integer(2, 99);
        String subject = d.of(
                "the largest n",
                "The smallest $k$",
                "The area of $PQRS$",
                "The largest number of zeros that $g(x)$ can have",
                "the least k",
                "The number of such pairs",
                "the sum of the digits",
                "The value of $f(x)$ at the minimum",
                "The length of side AB",
                "the perimeter of triangle ABC",
                "the greatest common divisor of the two numbers",
                "the total number of " + d.thing());
        return d.number(value, before(d, far) + marker(d) + subject + " is " + written(d, value) + stop(d), far);
    }

    private static Variant thereAre(Draw d) {
        int value = d.integer(2, 900);
        int far = d.integer(2, 99);
        String text = before(d, far) + d.of(marker(d) + "There are ", is(d) + "that there are ") + written(d, value)
                + " " + d.thing() + d.of("", " in total", " left", " in all", " altogether") + stop(d);
        return d.number(value, text, far);
    }

    private static Variant someoneHas(Draw d) {
        int value = d.integer(2, 900);
        int far = d.integer(2, 99);
        String text = before(d, far) + marker(d) + d.of("She", "He", d.name(), d.name(), "They")
                + d.of(" has ", " had ", " needs ", " bought ") + written(d, value) + " " + d.thing()
                + d.of("", " left", " in total", " now") + stop(d);
        return d.number(value, text, far);
    }

    private static Variant approximately(Draw d) {
        int value = d.integer(2, 900);
        int far = d.integer(2, 99);
        String text = before(d, far)
                + d.of(is(d), marker(d))
                + d.of("about ", "approximately ", "roughly ", "exactly ", "around ")
                + written(d, value)
                + d.of("", " " + d.thing(), " " + d.thing() + " in total")
                + stop(d);
        return d.number(value, text, far);
    }

    private static Variant adverb(Draw d) {
        int value = d.integer(2, 900);
        int far = d.integer(2, 99);
        String text = before(d, far) + "The answer is "
                + d.of(
                        "therefore",
                        "indeed",
                        "simply",
                        "clearly",
                        "just",
                        "thus",
                        "then",
                        "equal to",
                        "the number",
                        "obviously",
                        "now",
                        "hence",
                        "in fact",
                        "only",
                        "given by",
                        "the integer")
                + " " + written(d, value) + stop(d);
        return d.number(value, text, far);
    }

    private static Variant counted(Draw d) {
        int value = d.integer(2, 900);
        int far = d.integer(2, 99);
        String text = before(d, far) + d.of(is(d), marker(d)) + written(d, value) + " "
                + d.of(d.thing(), "ways", "points", "square units", "people", "different " + d.thing(), "of them")
                + d.of("", " in total", " in all", " per day", " each", " altogether") + stop(d);
        return d.number(value, text, far);
    }

    private static Variant exclamation(Draw d) {
        int value = d.integer(7, 900);
        int far = d.integer(2, 99);
        return d.number(value, before(d, far) + d.of(is(d), marker(d)) + value + d.of("!", "!!", "! ", "!\n"), far);
    }

    private static Variant endToken(Draw d) {
        int value = d.integer(2, 900);
        int far = d.integer(2, 99);
        String token = d.of(
                "<|im_end|>",
                "</s>",
                "<|endoftext|>",
                "<|eot_id|>",
                "<end_of_turn>",
                "<|end|>",
                "<eos>",
                "<｜end▁of▁sentence｜>",
                "<|end_of_text|>");
        String text = before(d, far)
                + d.of(is(d), marker(d))
                + written(d, value)
                + d.of("", ".")
                + d.of("", " ", "\n")
                + token
                + d.of("", "", "\n", token);
        return d.number(value, text, far);
    }

    private static Variant hope(Draw d) {
        int value = d.integer(2, 900);
        int far = d.integer(2, 99);
        String text = before(d, far) + d.of(is(d), marker(d)) + written(d, value) + ". "
                + d.of(
                        "I hope it is correct.",
                        "I hope this helps!",
                        "Let me know if you have more questions.",
                        "This is what was asked for.",
                        "That is all.",
                        "I hope this is right.",
                        "Q.E.D.",
                        "Done.");
        return d.number(value, text, far);
    }

    private static Variant reason(Draw d) {
        int a = d.integer(2, 90);
        int b = d.integer(2, 90);
        String text = before(d, a) + d.of(is(d), marker(d)) + (a + b) + d.of(" " + d.thing(), "")
                + d.of(", because ", ", since ", " because ", ", as ") + a + " + " + b + " = " + (a + b) + stop(d);
        return d.number(a + b, text, a, b);
    }

    private static Variant measured(Draw d) {
        int value = d.integer(2, 900);
        int far = d.integer(2, 99);
        String unit = d.of(
                "cm", "meters", "hours", "minutes", "\\text{ cm}", "kg", "miles", "feet", "square feet", "degrees");
        String text =
                before(d, far) + d.of(is(d), marker(d)) + value + (unit.startsWith("\\") ? "" : " ") + unit + stop(d);
        return d.text(d.gold(value, far) + d.of("", unit.startsWith("\\") ? unit : " " + unit), text);
    }

    private static Variant fraction(Draw d) {
        int below = d.integer(3, 15);
        int above = d.integer(1, below - 1);
        String text = before(d, d.integer(2, 99)) + d.of(is(d), marker(d) + "The probability is ", marker(d)) + "$"
                + "\\frac{" + above + "}{" + below + "}$" + d.of("", " of the cake", " of the total") + stop(d);
        int gold = d.equal() ? above : above + below;
        return d.text(d.fraction(gold, below), text);
    }

    private static Variant expression(Draw d) {
        int a = d.integer(2, 12);
        int b = d.signed(1, 20);
        String text = before(d, d.integer(2, 99)) + d.of(is(d), marker(d))
                + d.of("", "the expression ", "the polynomial ") + "$" + Draw.quadratic(1, a, b, "x") + "$" + stop(d);
        return d.text(Draw.quadratic(1, d.maybe(a), b, "x"), text);
    }

    private static Variant point(Draw d) {
        int a = d.signed(1, 20);
        int b = d.signed(1, 20);
        String text = before(d, d.integer(2, 99))
                + d.of(is(d), marker(d) + "The point is ", marker(d) + "the vertex is at ")
                + d.of("$(" + a + ", " + b + ")$", "(" + a + ", " + b + ")")
                + stop(d);
        return d.text("(" + d.maybe(a) + "," + b + ")", text);
    }

    private static Variant nextLine(Draw d) {
        int value = d.integer(2, 900);
        int far = d.integer(2, 99);
        String text = before(d, far)
                + d.of("**Final Answer**\n\n", "Final Answer:\n", "**Answer:**\n\n", "The answer is:\n\n")
                + d.of("", "There are ", "The total is ")
                + written(d, value)
                + d.of("", " " + d.thing())
                + stop(d);
        return d.number(value, text, far);
    }

    private static Variant money(Draw d) {
        int value = d.integer(2, 90_000);
        int far = d.integer(2, 99);
        String text = before(d, far) + d.of(is(d), marker(d), marker(d) + d.name() + " earns ") + "$" + d.plain(value)
                + d.of("", " per day", " in total", " each month") + stop(d);
        return d.number(value, text, far);
    }

    private static Variant storyThenClause(Draw d) {
        Story story = Story.of(d);
        String text = String.join(d.of("\n", " "), story.steps()) + d.of("\n", " ") + story.formula() + " = "
                + story.answer()
                + ".\n" + d.of(marker(d), is(d))
                + d.of(story.result(), story.name() + " has " + story.result(), story.result() + " in total") + stop(d);
        return d.number(story.answer(), text, story.distractors());
    }

    private static Variant namedValue(Draw d) {
        int value = d.integer(2, 900);
        int far = d.integer(2, 99);
        String text = before(d, far) + d.of(is(d), marker(d)) + "$" + d.of("x", "n", "k", "m", "AB", "S", "f(2)")
                + d.of(" = ", "=") + value + "$" + d.of("", " " + d.of("units", "cm")) + stop(d);
        return d.number(value, text, far);
    }
}
