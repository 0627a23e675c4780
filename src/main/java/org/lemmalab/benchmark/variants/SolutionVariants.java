package org.lemmalab.benchmark.variants;

import java.util.List;

/** Whole solutions without any marker: the answer is the result of the last sentence or formula. */
final class SolutionVariants {
    private SolutionVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "S unmarked solutions",
                List.of(
                        SolutionVariants::formulaLast,
                        SolutionVariants::formulaWithNoun,
                        SolutionVariants::sentenceLast,
                        SolutionVariants::inTotal,
                        SolutionVariants::resultThenGroups,
                        SolutionVariants::resultThenPeriod,
                        SolutionVariants::percent,
                        SolutionVariants::age,
                        SolutionVariants::displayed,
                        SolutionVariants::inlineConclusion,
                        SolutionVariants::alignedLines,
                        SolutionVariants::hence,
                        SolutionVariants::decimalMoney,
                        SolutionVariants::time,
                        SolutionVariants::fractionOf,
                        SolutionVariants::comparison,
                        SolutionVariants::emphasised,
                        SolutionVariants::numberFirst,
                        SolutionVariants::largeNumber,
                        SolutionVariants::point));
    }

    private static String steps(Draw d, Story story) {
        return String.join(d.of("\n", " "), story.steps()) + d.of("\n", " ");
    }

    private static String so(Draw d) {
        return d.of("So ", "Thus ", "Then ", "Therefore, ", "Finally, ", "In the end, ", "That means ", "");
    }

    private static Variant formulaLast(Draw d) {
        Story story = Story.of(d);
        String text = steps(d, story)
                + so(d)
                + story.name()
                + d.of(" has ", " gets ", " ends up with ")
                + story.formula()
                + d.of(" = ", "=")
                + (story.money() ? "$" : "")
                + d.plain(story.answer())
                + d.of("", ".");
        return d.number(story.answer(), text, story.distractors());
    }

    private static Variant formulaWithNoun(Draw d) {
        Story story = Story.of(d);
        String noun = story.money() ? "" : " " + story.unit();
        String text = steps(d, story) + so(d) + d.of("there are ", "we have ", "it is ") + story.formula() + " = "
                + (story.money() ? "$" : "") + story.answer() + noun
                + d.of("", " left", " in total", " now", " altogether") + d.of("", ".", ".\n");
        return d.number(story.answer(), text, story.distractors());
    }

    private static Variant sentenceLast(Draw d) {
        Story story = Story.of(d);
        String text = steps(d, story) + story.formula() + " = " + story.answer() + d.of(". ", ".\n")
                + d.of("So ", "Therefore, ", "") + story.name() + d.of(" has ", " ends with ", " gets ")
                + story.result() + d.of(".", "", " in the end.", " in total.");
        return d.number(story.answer(), text, story.distractors());
    }

    private static Variant inTotal(Draw d) {
        int a = d.integer(2, 99);
        int b = d.integer(2, 99);
        int c = d.integer(2, 99);
        String text = d.of("In total, ", "Altogether ", "All in all, ") + d.name()
                + d.of(" walks ", " reads ", " counts ", " waits ") + a + "+" + b + "+" + c + "=" + (a + b + c) + " "
                + d.of("minutes", "pages", "steps", "hours", d.thing()) + d.of(".", "", " this week.");
        return d.number(a + b + c, text, a, b, c);
    }

    private static Variant resultThenGroups(Draw d) {
        int each = d.of(6, 10, 12, 24);
        int count = d.integer(2, 30);
        String text = d.name() + " needs " + each * count + " eggs. " + so(d)
                + d.of("this takes ", "we need ", "that is ") + each * count + d.of(" / ", "/") + each + " = " + count
                + d.of(" boxes of ", " packs of ", " cartons of ", " rows of ") + each + d.of(".", "", " eggs.");
        return d.number(count, text, each, each * count);
    }

    private static Variant resultThenPeriod(Draw d) {
        int rate = d.integer(3, 40);
        int weeks = d.integer(2, 12);
        String text = d.name() + " saves $" + rate + " a week. "
                + d.of("So in " + weeks + " weeks that makes ", "In " + weeks + " weeks it is ") + weeks
                + d.of(" * $", " x $", "*$") + rate + " = $" + weeks * rate + d.of(".", "", " in all.");
        return d.number(weeks * rate, text, rate, weeks);
    }

    private static Variant percent(Draw d) {
        int part = d.integer(1, 19);
        int share = part * 5;
        int right = part * 3;
        String text = d.name() + " has " + right + " of the 60 points, which is " + right + "/60 = "
                + Hundredths.of(share) + d.of(" or ", ", that is ", " = ") + share + "%" + d.of(".", "");
        return d.text(d.gold(share, right, 60) + d.of("", "%", "\\%"), text);
    }

    private static Variant age(Draw d) {
        int a = d.integer(5, 30);
        int b = d.integer(2, 40);
        String one = d.name();
        String text = one + " is " + a + " years old. " + d.of("Her mother", "His uncle", "The teacher") + " is " + b
                + " years older, so " + a + " + " + b + " = " + (a + b) + d.of(" years old.", " years.", ".");
        return d.number(a + b, text, a, b);
    }

    private static Variant displayed(Draw d) {
        int value = d.integer(2, 300);
        int a = d.integer(2, 12);
        int b = d.integer(2, 40);
        String text = "We solve for $x$. " + d.of("Then", "Adding " + b + " gives", "This gives")
                + d.of(
                        "\n\\[" + a + "x = " + a * value + " \\implies x = " + value + ".\\]",
                        "\n$$" + a + "x = " + a * value + ", \\quad x = " + value + "$$",
                        "\n\\[x = \\frac{" + a * value + "}{" + a + "} = " + value + "\\]");
        return d.number(value, text, a, a * value);
    }

    private static Variant inlineConclusion(Draw d) {
        int value = d.integer(2, 300);
        int a = d.integer(2, 12);
        String text = "From $" + a + "n = " + a * value + "$ we see that "
                + d.of(
                        "$n = " + value + "$",
                        "$n=" + value + "$",
                        "the number is $" + value + "$",
                        "$n$ is $" + value + "$")
                + d.of(".", "");
        return d.number(value, text, a, a * value);
    }

    private static Variant alignedLines(Draw d) {
        int a = d.integer(2, 40);
        int b = d.integer(2, 40);
        int c = d.integer(2, 40);
        String text = "We have\n\\begin{align*}\nS &= " + a + " \\cdot " + b + " + " + c + " \\\\\n&= " + a * b + " + "
                + c + " \\\\\n&= " + (a * b + c) + d.of("", ".") + "\n\\end{align*}";
        return d.number(a * b + c, text, a, b, c, a * b);
    }

    private static Variant hence(Draw d) {
        int value = d.signed(2, 300);
        int a = d.integer(2, 40);
        String text = "The function has its vertex at $x = " + a + "$. "
                + d.of(
                        "Hence the minimum is $" + value + "$",
                        "Therefore, the smallest value is $" + value + "$",
                        "Thus $f(" + a + ") = " + value + "$ is the minimum",
                        "So the minimum of $f$ is $f(" + a + ") = " + value + "$")
                + d.of(".", "");
        return d.text("" + d.gold(value, a), text);
    }

    private static Variant decimalMoney(Draw d) {
        int cents = d.integer(105, 990);
        int count = d.integer(2, 12);
        String text = d.name() + " buys " + count + " " + d.thing() + " at $" + Hundredths.of(cents)
                + " each, so the price is " + count + d.of(" x ", " * ") + "$" + Hundredths.of(cents) + " = $"
                + Hundredths.of(cents * count) + d.of(".", "");
        return d.text(
                Hundredths.of(d.equal() ? cents * count : d.of(cents, cents * count + 50, cents * (count + 1))), text);
    }

    private static Variant time(Draw d) {
        int a = d.integer(2, 9);
        int b = d.integer(2, 50);
        String text = "An hour has 60 minutes, so " + a + " hours are " + a + d.of(" * ", " x ") + "60 = " + a * 60
                + " minutes. " + d.of("With the break it takes ", "Adding the break makes ") + a * 60 + " + " + b
                + " = " + (a * 60 + b) + " minutes" + d.of(".", "");
        return d.number(a * 60 + b, text, a, 60, a * 60, b);
    }

    private static Variant fractionOf(Draw d) {
        int below = d.integer(3, 9);
        int part = d.integer(2, 30);
        String text = d.of("One ", "Just one ") + d.of("part in " + below, "of " + below) + " of the " + below * part
                + " " + d.thing() + " is " + d.of("1/" + below + " * " + below * part, below * part + "/" + below)
                + " = " + part + d.of(".", "");
        return d.number(part, text, below, below * part);
    }

    private static Variant comparison(Draw d) {
        int small = d.integer(2, 90);
        int more = d.integer(2, 90);
        String text = d.name() + " has " + small + " " + d.of("points", "coins") + " and " + d.name() + " has "
                + (small + more) + ". The difference is " + (small + more) + d.of(" - ", "-", " – ") + small
                + d.of(" = ", "=") + more + d.of(" more.", ".", "", " points.");
        return d.number(more, text, small, small + more);
    }

    private static Variant emphasised(Draw d) {
        Story story = Story.of(d);
        String text = steps(d, story) + story.formula() + " = " + story.answer() + ".\n\n"
                + d.of(
                        "So " + story.name() + " has **" + story.answer() + " " + story.unit() + "**.",
                        "Therefore the total is **" + story.answer() + "**.",
                        "Hence there are **" + story.answer() + "** in the end.");
        return d.number(story.answer(), text, story.distractors());
    }

    private static Variant numberFirst(Draw d) {
        Story story = Story.of(d);
        String text = steps(d, story) + d.of("So ", "Finally, ") + story.formula() + " = " + story.answer()
                + d.of(" is the total.", " is how many there are.", " is what is left.", " is the result.");
        return d.number(story.answer(), text, story.distractors());
    }

    private static Variant largeNumber(Draw d) {
        int a = d.integer(2, 90) * 1000;
        int b = d.integer(2, 90) * 1000;
        String text = "The town had " + d.grouped(a) + " people and then " + d.grouped(b) + " more came. " + so(d)
                + d.of("there are ", "it has ") + d.grouped(a) + " + " + d.grouped(b) + " = " + d.grouped(a + b)
                + d.of(" people.", ".", " people");
        return d.number(a + b, text, a, b);
    }

    private static Variant point(Draw d) {
        int a = d.signed(1, 20);
        int b = d.signed(21, 60);
        String text = "Setting both equal gives $x = " + a + "$, and then $y = " + b + "$. "
                + d.of(
                        "So the lines meet at $(" + a + ", " + b + ")$",
                        "The point is (" + a + ", " + b + ")",
                        "Hence the intersection is $(" + a + "," + b + ")$")
                + d.of(".", "");
        return d.text("(" + a + "," + d.maybe(b) + ")", text);
    }
}
