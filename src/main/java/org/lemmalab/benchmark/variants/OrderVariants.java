package org.lemmalab.benchmark.variants;

import java.util.List;

/** Texts in which a rule for finding the answer meets something that looks like it but comes at the wrong place. */
final class OrderVariants {
    private OrderVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "E order of rules",
                List.of(
                        OrderVariants::formulaBeforeNumber,
                        OrderVariants::formulaOfCondition,
                        OrderVariants::boxThenFinalAnswer,
                        OrderVariants::headedSteps,
                        OrderVariants::headedConclusion,
                        OrderVariants::headedAnswer,
                        OrderVariants::hashesThenTalk,
                        OrderVariants::hashesWithNoun,
                        OrderVariants::markdownAnswer,
                        OrderVariants::correctedMarker,
                        OrderVariants::correctedBox,
                        OrderVariants::answerTag,
                        OrderVariants::answerIsThenReason,
                        OrderVariants::runOn,
                        OrderVariants::numberedSteps,
                        OrderVariants::intermediateDisplay,
                        OrderVariants::boxThenTalk,
                        OrderVariants::questionRepeated));
    }

    private static Variant formulaBeforeNumber(Draw d) {
        int value = d.integer(2, 300);
        int a = d.integer(2, 9);
        int b = d.integer(2, 30);
        String text = "We have $" + a + "x + " + b + " = " + (a * value + b) + "$"
                + d.of(". ", ", where $x$ is what we look for. ")
                + d.of(
                        "So each of the friends gets ",
                        "Hence " + d.name() + " has ",
                        "Therefore there are ",
                        "So she reads ")
                + value
                + " " + d.thing() + d.of(".", "", ".\n");
        return d.number(value, text, a, b, a * value + b);
    }

    private static Variant formulaOfCondition(Draw d) {
        int value = d.integer(2, 300);
        int other = d.integer(2, 99);
        String thing = d.of("sequences", "triangles", "pairs", "numbers", "functions", "such sets");
        String text = "Therefore, there are " + value + " " + thing + " with $" + d.of("d", "k", "m")
                + d.of("=\\frac{" + other + "}{n}$", " \\le " + other + "$", " > " + other + "$") + ". "
                + d.of(
                        "Hence " + value + " of them.",
                        "So there are " + value + " in all.",
                        "This gives " + value + " " + thing + ".");
        return d.number(value, text, other);
    }

    private static Variant boxThenFinalAnswer(Draw d) {
        int value = d.integer(2, 300);
        int first = d.other(value);
        String text = d.of(
                        "For the first part we get $\\boxed{" + first + "}$.",
                        "An upper bound is $\\boxed{" + first + "}$.",
                        "The number of cases is \\boxed{" + first + "}.")
                + d.of("\n\n", "\n")
                + d.of("Taking away the double ones, we have less.", "Now we go on with the second part.", "")
                + d.of("\n\n", "\n")
                + d.of("The final answer is ", "**Final answer:** ", "Final Answer: ", "So the final answer is ")
                + d.of("" + value, "$" + value + "$")
                + d.of("", ".");
        return d.number(value, text, first);
    }

    private static Variant headedSteps(Draw d) {
        Story story = Story.of(d);
        String text = d.of("#### Step 1", "#### Step 1: What we know", "### Step 1", "#### 1. Reading") + "\n"
                + String.join(" ", story.steps()) + "\n" + d.of("\n", "")
                + d.of("#### Step 2", "#### Step 2: The result", "#### 2. Result")
                + "\n" + story.formula() + " = " + story.answer() + d.of(". ", ".\n")
                + d.of(
                        "The answer is " + story.answer() + ".",
                        "So the answer is **" + story.answer() + "**.",
                        "Therefore, the answer is " + story.result() + ".");
        return d.number(story.answer(), text, story.distractors());
    }

    private static Variant headedConclusion(Draw d) {
        Story story = Story.of(d);
        int step = d.integer(2, 6);
        String text = String.join("\n", story.steps()) + "\n\n"
                + d.of(
                        "#### Step " + step + ": Conclusion",
                        "#### Conclusion",
                        "#### Step " + step,
                        "### Conclusion",
                        "#### Final step",
                        "#### Result")
                + "\n"
                + d.of("So ", "Hence ", "") + story.name() + " has " + story.formula() + " = "
                + (story.money() ? "$" : "") + story.answer() + (story.money() ? "" : " " + story.unit())
                + d.of(".", "");
        return d.number(story.answer(), text, story.distractors());
    }

    private static Variant headedAnswer(Draw d) {
        int value = d.integer(2, 900);
        int other = d.integer(2, 99);
        String text = "We add the " + other + " that are left.\n\n"
                + d.of(
                        "#### Final Answer: ",
                        "#### Answer: ",
                        "#### The answer is ",
                        "#### Final answer:\n",
                        "#### Answer\n",
                        "### Final Answer\n\n",
                        "#### **Answer:** ",
                        "## Answer: ")
                + d.of("" + value, "$" + value + "$", "**" + value + "**", "$\\boxed{" + value + "}$")
                + d.of("", ".", "\n");
        return d.number(value, text, other);
    }

    private static Variant hashesThenTalk(Draw d) {
        Story story = Story.of(d);
        String text = String.join("\n", story.steps()) + "\n" + story.formula() + " = " + story.answer() + "\n#### "
                + story.answer()
                + d.of(
                        "\n\nI hope this helps!",
                        "\n\nLet me know if anything is unclear.",
                        "\n",
                        "\n\n",
                        "<|endoftext|>",
                        "\n</s>",
                        "\nThis is the final answer.");
        return d.number(story.answer(), text, story.distractors());
    }

    private static Variant hashesWithNoun(Draw d) {
        Story story = Story.of(d);
        String text = String.join("\n", story.steps()) + "\n" + story.formula() + " = " + story.answer()
                + d.of("\n#### ", "\n####", "\n\n#### ")
                + d.of(
                        story.result(),
                        "**" + story.answer() + "**",
                        "$" + d.grouped(story.answer()),
                        story.answer() + ".",
                        story.result() + ".",
                        d.grouped(story.answer()) + " " + story.unit());
        return d.number(story.answer(), text, story.distractors());
    }

    private static Variant markdownAnswer(Draw d) {
        int value = d.integer(2, 900);
        int other = d.integer(2, 99);
        String text = "## Solution\n\nWe count the " + other + " " + d.thing() + " first, then the rest.\n\n"
                + d.of(
                        "## Answer\n\n",
                        "## Final Answer\n\n",
                        "### Answer\n",
                        "**Answer**\n\n",
                        "**Final Answer**\n",
                        "# Final answer\n\n",
                        "**Final answer:**\n\n")
                + d.of("" + value, "$" + value + "$", "**" + value + "**", "\\[" + value + "\\]", "$$" + value + "$$")
                + d.of("", "\n", ".");
        return d.number(value, text, other);
    }

    private static Variant correctedMarker(Draw d) {
        int value = d.integer(2, 300);
        int wrong = d.other(value);
        String text = d.of(
                        "The answer is " + wrong + "?",
                        "It seems that the answer is " + wrong + ".",
                        "At first sight the answer is " + wrong + ".")
                + d.of(
                        " Let me check. ",
                        " Wait, that is not right. ",
                        " But one case is missing.\n",
                        " No: we forgot a case.\n\n")
                + "Counting again" + d.of(" gives " + value + ". ", ", we see it. ")
                + d.of("So the answer is ", "The answer is ", "Therefore the correct answer is ") + value
                + d.of(".", "");
        return d.number(value, text, wrong);
    }

    private static Variant correctedBox(Draw d) {
        int value = d.integer(2, 300);
        int wrong = d.other(value);
        String text = "So we get $\\boxed{" + wrong + "}$."
                + d.of(
                        " Wait, that is wrong: one case is missing.",
                        " Hmm, let me check this again.",
                        " No, I made an error there.")
                + d.of("\n\n", " ") + d.of("Correcting it gives", "With the missing case we have", "The right value is")
                + d.of(" $\\boxed{" + value + "}$.", " \\boxed{" + value + "}", " $$\\boxed{" + value + "}$$");
        return d.number(value, text, wrong);
    }

    private static Variant answerTag(Draw d) {
        int value = d.integer(2, 300);
        int other = d.integer(2, 30);
        String text =
                d.of("We try " + other + " first.\n", "There are " + other + " of them, " + d.name() + " says. ", "")
                        + "<answer>"
                        + d.of(
                                "" + value,
                                " " + value + " ",
                                "\n" + value + "\n",
                                "$" + value + "$",
                                "\\boxed{" + value + "}",
                                "The answer is " + value + ".")
                        + "</answer>"
                        + d.of("", "\n", " checked in " + other + " ways", "\n\nI checked it " + other + " times.");
        return d.number(value, text, other);
    }

    private static Variant answerIsThenReason(Draw d) {
        Story story = Story.of(d);
        String text = d.of("The answer is ", "**The answer is ").replace("**", "") + story.answer()
                + d.of(". ", ".\n\n") + d.of("Here is why. ", "Explanation: ", "To see this: ")
                + String.join(" ", story.steps()) + " Finally, " + story.formula() + " = " + story.answer() + ".";
        return d.number(story.answer(), text, story.distractors());
    }

    private static Variant runOn(Draw d) {
        Story story = Story.of(d);
        int a = d.integer(2, 40);
        int b = d.integer(2, 40);
        String question = "What is " + a + " plus " + b + "?";
        String next = switch (d.integer(0, 3)) {
            case 0 -> "\n\nQuestion: " + question + "\nAnswer: " + a + "+" + b + "=" + (a + b) + "\n#### " + (a + b);
            case 1 -> "\n\nQ: " + question + "\nA: The answer is " + (a + b) + ".";
            case 2 ->
                "\n\nQuestion: " + question + "\nLet's think step by step.\n" + a + " + " + b + " = " + (a + b)
                        + ". The answer is " + (a + b) + ".";
            default -> "\n\nProblem:\n" + question + "\n\nSolution:\nThe answer is " + (a + b) + ".";
        };
        String end = next.contains("####")
                ? "\n#### " + story.answer()
                : d.of(" So the answer is ", "\nThe answer is ") + story.answer() + ".";
        return d.number(
                story.answer(),
                String.join("\n", story.steps()) + "\n" + story.formula() + " = " + story.answer() + "." + end + next,
                a,
                b,
                a + b);
    }

    private static Variant numberedSteps(Draw d) {
        Story story = Story.of(d);
        StringBuilder text = new StringBuilder();
        int step = 1;
        for (String sentence : story.steps()) {
            text.append(step++)
                    .append(d.chance(0.5) ? ". " : ") ")
                    .append(sentence)
                    .append('\n');
        }
        text.append(step)
                .append(". ")
                .append(d.of("Finally, ", "So "))
                .append(story.formula())
                .append(" = ")
                .append(story.answer())
                .append(".\n\n");
        text.append(d.of("Therefore, ", "So ", "Thus "))
                .append(d.of("the answer is **", "we get **", "the total is **"))
                .append(story.answer())
                .append(d.of("**.", "**"));
        return d.number(story.answer(), text.toString(), story.distractors());
    }

    private static Variant intermediateDisplay(Draw d) {
        int value = d.integer(2, 300);
        int a = d.integer(2, 12);
        String text = "Dividing by " + a + ", we get\n"
                + d.of(
                        "\\[x = \\frac{" + a * value + "}{" + a + "} = " + value + ".\\]",
                        "$$x = \\frac{" + a * value + "}{" + a + "} = " + value + "$$")
                + d.of("\nThe answer is ", "\n\nSo the answer is ")
                + d.of("$" + value + "$", "\\(" + value + "\\)", "" + value) + d.of(".", "");
        return d.number(value, text, a, a * value);
    }

    private static Variant boxThenTalk(Draw d) {
        int value = d.integer(2, 300);
        int other = d.integer(2, 30);
        String text = "Thus " + d.of("the answer is ", "we get ", "")
                + d.of(
                        "$\\boxed{" + value + "}$",
                        "\\boxed{" + value + "}",
                        "\\(\\boxed{" + value + "}\\)",
                        "$\\fbox{" + value + "}$")
                + d.of(
                        " since all " + other + " cases are covered.",
                        ".\n\nI checked the " + other + " cases by hand.",
                        ".\n\nNote that the method also works for $n = " + other + "$.",
                        " after " + other + " steps.");
        return d.number(value, text, other);
    }

    private static Variant questionRepeated(Draw d) {
        Story story = Story.of(d);
        String text = "**Question:** How many " + story.unit() + " does " + story.name() + " have in the end?\n\n"
                + d.of("**Solution:** ", "**Answer:** ") + String.join(" ", story.steps()) + " "
                + d.of("So ", "Finally, ") + story.formula() + " = " + story.answer() + ".";
        return d.number(story.answer(), text, story.distractors());
    }
}
