package org.lemmalab.benchmark.variants;

import java.util.List;

/** Thoughts in the tags of several families of models, with answers that were thought of and not given. */
final class ThoughtVariants {
    private static final List<String[]> TAGS = List.of(
            new String[] {"<think>", "</think>"},
            new String[] {"<think>\n", "\n</think>\n\n"},
            new String[] {"<thinking>", "</thinking>"},
            new String[] {"<thought>", "</thought>"},
            new String[] {"<reasoning>", "</reasoning>"},
            new String[] {"<|begin_of_thought|>", "<|end_of_thought|>"},
            new String[] {"[THINK]", "[/THINK]"},
            new String[] {"<seed:think>", "</seed:think>"},
            new String[] {"<reflection>", "</reflection>"},
            new String[] {"<scratchpad>", "</scratchpad>"},
            new String[] {"◁think▷", "◁/think▷"});

    private ThoughtVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "T thoughts",
                List.of(
                        ThoughtVariants::boxedThought,
                        ThoughtVariants::markedThought,
                        ThoughtVariants::numbersThought,
                        ThoughtVariants::openMissing,
                        ThoughtVariants::neverClosed,
                        ThoughtVariants::neverClosedAfterOther,
                        ThoughtVariants::twoThoughts,
                        ThoughtVariants::nested,
                        ThoughtVariants::emptyThought,
                        ThoughtVariants::answerTags,
                        ThoughtVariants::answerTagsOnly,
                        ThoughtVariants::channels,
                        ThoughtVariants::channelsUnfinished,
                        ThoughtVariants::solutionTokens,
                        ThoughtVariants::choiceThought,
                        ThoughtVariants::thoughtThenStory,
                        ThoughtVariants::bareAfterThought,
                        ThoughtVariants::wordThought,
                        ThoughtVariants::endTokens,
                        ThoughtVariants::upperCase));
    }

    private static String[] tags(Draw d) {
        return d.chance(0.5) ? TAGS.get(d.integer(0, 1)) : d.of(TAGS);
    }

    private static String musing(Draw d, int wrong) {
        return d.of("Let me see. ", "Okay, so ", "Hmm. ", "We need to find it. ")
                + d.of(
                        "Perhaps \\boxed{" + wrong + "}? no, wait.",
                        "Maybe $" + wrong + "$. Let me check.",
                        "That gives " + wrong + ", which looks too small.",
                        "So the answer is " + wrong + "? I should verify.",
                        "I get " + wrong + " first, but then something else.",
                        "#### " + wrong + "\nNo, that is off.");
    }

    private static String given(Draw d, int answer) {
        return d.of(
                "The answer is " + answer + ".",
                "So the answer is $" + answer + "$.",
                "$\\boxed{" + answer + "}$",
                "**Answer:** " + answer,
                "#### " + answer,
                "The final answer is \\boxed{" + answer + "}.",
                "Final Answer: " + answer,
                "We add and get " + answer + ".");
    }

    private static Variant two(Draw d, int answer, int wrong, String text) {
        return d.number(answer, text, wrong);
    }

    private static int wrong(Draw d, int answer) {
        return d.other(answer);
    }

    private static Variant boxedThought(Draw d) {
        int a = d.integer(2, 900);
        int w = wrong(d, a);
        String[] t = tags(d);
        return two(
                d,
                a,
                w,
                t[0] + "It could be \\boxed{" + w + "}" + d.of("? no, too small.", ". Let me check that.", ".") + t[1]
                        + d.of("", " ", "\n\n")
                        + d.of(
                                "The answer is " + a + ".",
                                "So we get " + a,
                                "**" + a + "**",
                                "$" + a + "$",
                                "Hence there are " + a + " of them."));
    }

    private static Variant markedThought(Draw d) {
        int a = d.integer(2, 900);
        int w = wrong(d, a);
        String[] t = tags(d);
        return two(
                d,
                a,
                w,
                t[0]
                        + d.of(
                                "So the answer is " + w + ".",
                                "#### " + w,
                                "Final answer: " + w,
                                "The final answer is " + w + ".\nWait, is it?")
                        + t[1]
                        + d.of("", "\n")
                        + d.of(
                                "We find " + a + ".",
                                "There are " + a + " of them.",
                                "That makes " + a + " in total.",
                                "" + a));
    }

    private static Variant numbersThought(Draw d) {
        int a = d.integer(2, 900);
        int w = wrong(d, a);
        String[] t = tags(d);
        return two(d, a, w, t[0] + musing(d, w) + t[1] + d.of("", "\n\n") + given(d, a));
    }

    private static Variant openMissing(Draw d) {
        int a = d.integer(2, 900);
        int w = wrong(d, a);
        String close = d.of("</think>", "\n</think>\n\n", "</think>\n");
        return two(d, a, w, musing(d, w) + close + given(d, a));
    }

    /** A thought that does not end is no answer. */
    private static Variant neverClosed(Draw d) {
        int w = d.integer(2, 900);
        String[] t = tags(d);
        String text = t[0]
                + musing(d, w)
                + d.of(
                        "",
                        " So the answer is " + w + ".",
                        " Then \\boxed{" + w + "} is it.",
                        " Let me count again: 1, 2, 3",
                        " #### " + w);
        return new Variant("T thoughts", "" + w, text, true, false);
    }

    private static Variant neverClosedAfterOther(Draw d) {
        int w = d.integer(2, 900);
        String text = d.of("Let me think about it.\n", "Okay.\n") + d.of("<think>", "<thinking>") + musing(d, w)
                + " The answer is " + w + d.of("", ".");
        return new Variant("T thoughts", "" + w, text, true, false);
    }

    private static Variant twoThoughts(Draw d) {
        int a = d.integer(2, 900);
        int w = wrong(d, a);
        String[] t = tags(d);
        return two(
                d,
                a,
                w,
                t[0] + musing(d, w) + t[1] + d.of("First we add the numbers.\n", "We have two cases.\n") + t[0]
                        + "or is it \\boxed{" + w + "}?" + t[1] + given(d, a));
    }

    private static Variant nested(Draw d) {
        int a = d.integer(2, 900);
        int w = wrong(d, a);
        return two(
                d,
                a,
                w,
                "<think>" + musing(d, w) + "<think>" + "inside: \\boxed{" + w + "}" + "</think>"
                        + " still thinking, the answer is " + w + "." + "</think>" + d.of("", "\n") + given(d, a));
    }

    private static Variant emptyThought(Draw d) {
        int a = d.integer(2, 900);
        return d.number(
                a,
                d.of(
                                "<think></think>",
                                "<think>\n\n</think>\n\n",
                                "<think> </think>",
                                "<thinking></thinking>\n",
                                "</think>\n\n")
                        + given(d, a),
                d.integer(2, 90));
    }

    private static Variant answerTags(Draw d) {
        int a = d.integer(2, 900);
        int w = wrong(d, a);
        String[] t = tags(d);
        return two(
                d,
                a,
                w,
                t[0] + musing(d, w) + t[1] + d.of("", "\n") + "<answer>"
                        + d.of("" + a, "\n" + a + "\n", given(d, a), "$" + a + "$", "\\boxed{" + a + "}")
                        + "</answer>");
    }

    private static Variant answerTagsOnly(Draw d) {
        int a = d.integer(2, 900);
        int w = wrong(d, a);
        return two(
                d,
                a,
                w,
                d.of("I first thought of " + w + ".\n", "With " + w + " it does not work.\n", "") + "<answer>"
                        + d.of("" + a, " " + a + " ", "$" + a + "$") + "</answer>"
                        + d.of("", "\n", "<|im_end|>", " I tried " + w + " as well."));
    }

    private static Variant channels(Draw d) {
        int a = d.integer(2, 900);
        int w = wrong(d, a);
        return two(
                d,
                a,
                w,
                d.of("", "<|start|>assistant") + "<|channel|>analysis<|message|>" + musing(d, w) + "<|end|>"
                        + d.of("<|start|>assistant", "") + "<|channel|>final<|message|>" + given(d, a)
                        + d.of("<|return|>", "<|end|>", ""));
    }

    private static Variant channelsUnfinished(Draw d) {
        int w = d.integer(2, 900);
        String text = "<|channel|>analysis<|message|>" + musing(d, w) + " So the answer is " + w
                + d.of("", ".", ". Let me check.");
        return new Variant("T thoughts", "" + w, text, true, false);
    }

    private static Variant solutionTokens(Draw d) {
        int a = d.integer(2, 900);
        int w = wrong(d, a);
        return two(
                d,
                a,
                w,
                "<|begin_of_thought|>\n" + musing(d, w) + "\n<|end_of_thought|>\n\n<|begin_of_solution|>\n"
                        + given(d, a) + "\n<|end_of_solution|>");
    }

    private static Variant choiceThought(Draw d) {
        List<String> letters = d.shuffled(List.of("A", "B", "C", "D"));
        String[] t = tags(d);
        return d.text(
                d.maybe(letters.get(0), letters.get(1)),
                t[0] + "Option " + letters.get(1)
                        + d.of(
                                " looks right, so the answer is (" + letters.get(1) + ").",
                                " or " + letters.get(2) + "? \\boxed{" + letters.get(1) + "}")
                        + t[1]
                        + d.of(
                                "The answer is " + letters.get(0) + ".",
                                "The correct option is (" + letters.get(0) + ").",
                                "**Answer: " + letters.get(0) + "**"));
    }

    private static Variant thoughtThenStory(Draw d) {
        Story story = Story.of(d);
        int w = wrong(d, story.answer());
        String[] t = tags(d);
        return two(
                d,
                story.answer(),
                w,
                t[0] + musing(d, w) + t[1] + "\n" + String.join(" ", story.steps()) + " So it is " + story.formula()
                        + " = " + story.answer() + ".");
    }

    private static Variant bareAfterThought(Draw d) {
        int below = d.of(7, 11, 13);
        int above = d.integer(1, 60);
        String[] t = tags(d);
        return d.text(
                "\\frac{" + d.maybe(above) + "}{" + below + "}",
                t[0] + "Is it $\\frac{1}{2}$? Or \\boxed{" + d.integer(2, 9) + "}?" + t[1] + d.of("", "\n")
                        + d.of(
                                "$\\frac{" + above + "}{" + below + "}$",
                                "\\frac{" + above + "}{" + below + "}",
                                above + "/" + below));
    }

    private static Variant wordThought(Draw d) {
        String[] t = tags(d);
        boolean yes = d.chance(0.5);
        String right = yes ? "Yes" : "No";
        String wrong = yes ? "No" : "Yes";
        return d.text(
                d.maybe(right, wrong),
                t[0] + "At first I would say the answer is " + wrong + ". But no." + t[1]
                        + d.of(
                                "The answer is " + right + ".",
                                "**Answer:** " + right,
                                "Final Answer: " + right,
                                "The answer is \\boxed{\\text{" + right + "}}."));
    }

    private static Variant endTokens(Draw d) {
        int a = d.integer(2, 900);
        int w = wrong(d, a);
        String[] t = tags(d);
        return two(
                d,
                a,
                w,
                t[0]
                        + musing(d, w)
                        + t[1]
                        + given(d, a)
                        + d.of(
                                "<|im_end|>",
                                "</s>",
                                "<|endoftext|>",
                                "<|eot_id|>",
                                "<end_of_turn>",
                                "<｜end▁of▁sentence｜>",
                                "<|end|>",
                                "\n<|im_end|>\n"));
    }

    private static Variant upperCase(Draw d) {
        int a = d.integer(2, 900);
        int w = wrong(d, a);
        String[] t = d.of(
                new String[] {"<THINK>", "</THINK>"},
                new String[] {"<Think>", "</Think>"},
                new String[] {"<think >", "</think >"},
                new String[] {"<Thinking>", "</Thinking>"},
                new String[] {"<think>\r\n", "\r\n</think>\r\n"});
        return two(d, a, w, t[0] + musing(d, w) + t[1] + given(d, a));
    }
}
