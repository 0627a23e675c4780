package org.lemmalab.benchmark.variants;

import java.util.List;
import java.util.Locale;

/** Letters of choices, yes and no, days, names and other words. */
final class ChoiceVariants {
    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E");
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> NAMES = List.of(
            "Evelyn", "Angela", "Briana", "Carla", "Debra", "Karim", "Tomasz", "Ingrid", "Mateo", "Yuki", "Noor",
            "Oscar");
    private static final List<String> WORDS = List.of(
            "even",
            "odd",
            "neither",
            "parabola",
            "circle",
            "ellipse",
            "hyperbola",
            "isosceles",
            "scalene",
            "equilateral",
            "red",
            "blue",
            "green",
            "increasing",
            "decreasing",
            "square",
            "rhombus",
            "rectangle",
            "north",
            "south",
            "spring",
            "winter");

    private ChoiceVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "F choices and words",
                List.of(
                        ChoiceVariants::letter,
                        ChoiceVariants::letterLower,
                        ChoiceVariants::letterWithValue,
                        ChoiceVariants::several,
                        ChoiceVariants::correctOption,
                        ChoiceVariants::otherOptionsBefore,
                        ChoiceVariants::markedLetter,
                        ChoiceVariants::boxedLetter,
                        ChoiceVariants::yesNo,
                        ChoiceVariants::yesNoText,
                        ChoiceVariants::yesNoClause,
                        ChoiceVariants::truth,
                        ChoiceVariants::day,
                        ChoiceVariants::dayText,
                        ChoiceVariants::nameSpelled,
                        ChoiceVariants::nameText,
                        ChoiceVariants::boxedWord,
                        ChoiceVariants::word,
                        ChoiceVariants::wordText,
                        ChoiceVariants::circled));
    }

    private static String another(Draw d, List<String> all, String one) {
        return d.of(all.stream().filter(other -> !other.equals(one)).toList());
    }

    private static String spelled(Draw d, String letter) {
        return d.of(
                "(" + letter + ")",
                letter + ".",
                letter + ")",
                "option " + letter,
                "Option " + letter,
                "Option (" + letter + ")",
                "choice " + letter,
                "Choice (" + letter + ")",
                "\\text{" + letter + "}",
                "\\textbf{(" + letter + ")}",
                "\\textbf{" + letter + "}",
                "\\mathrm{" + letter + "}",
                "\\text{(" + letter + ")}",
                "**" + letter + "**",
                "\\boxed{" + letter + "}",
                "$" + letter + "$",
                letter);
    }

    private static Variant letter(Draw d) {
        String letter = d.of(LETTERS);
        return d.answer(letter, spelled(d, d.maybe(letter, another(d, LETTERS, letter))));
    }

    private static Variant letterLower(Draw d) {
        String letter = d.of(LETTERS);
        String other = d.maybe(letter, another(d, LETTERS, letter)).toLowerCase(Locale.ROOT);
        return d.answer(
                letter,
                d.of(
                        other,
                        "(" + other + ")",
                        other + ")",
                        "option " + other,
                        "\\text{" + other + "}",
                        "(" + other + ").",
                        "option (" + other + ")"));
    }

    private static Variant letterWithValue(Draw d) {
        String letter = d.of(LETTERS);
        int value = d.integer(2, 300);
        String shown = d.maybe(letter, another(d, LETTERS, letter));
        return d.answer(
                letter,
                d.of(
                        "(" + shown + ") " + value,
                        "\\textbf{(" + shown + ")}\\ " + value,
                        shown + ") " + value,
                        shown + ". " + value,
                        "\\text{(" + shown + ")}\\ " + value,
                        "(" + shown + ") " + value + " cm"));
    }

    private static Variant several(Draw d) {
        List<String> letters = d.shuffled(LETTERS);
        List<String> two = letters.subList(0, 2);
        List<String> shown = d.maybe(two, List.of(letters.get(0), letters.get(2)), letters.subList(0, 3));
        String gold = String.join(d.of(",", ", "), two.stream().sorted().toList());
        List<String> sorted = shown.stream().sorted().toList();
        return d.answer(
                gold,
                d.of(
                        String.join(", ", sorted),
                        String.join(",", sorted),
                        String.join(" and ", sorted),
                        String.join("", sorted),
                        "\\text{" + String.join(", ", sorted) + "}",
                        "(" + String.join("), (", sorted) + ")"));
    }

    private static Variant correctOption(Draw d) {
        String letter = d.of(LETTERS);
        String shown = d.of(
                letter,
                "(" + letter + ")",
                "**" + letter + "**",
                "**(" + letter + ")**",
                "$\\textbf{(" + letter + ")}$");
        String text = d.of("We compare the lengths. ", "Only one of the figures fits.\n\n", "")
                + d.of(
                        "The correct option is " + shown,
                        "So the correct choice is " + shown,
                        "Therefore, option " + letter + " is correct",
                        "Hence " + "(" + letter + ") is the right answer",
                        "Thus option (" + letter + ") is true",
                        "So the best answer is " + shown,
                        "The right choice is option " + letter)
                + d.of(".", "");
        return d.text(d.maybe(letter, another(d, LETTERS, letter)), text);
    }

    private static Variant otherOptionsBefore(Draw d) {
        List<String> letters = d.shuffled(LETTERS);
        String letter = letters.get(0);
        String text = "Option " + letters.get(1) + " gives " + d.integer(2, 99) + ", which is too large. Option "
                + letters.get(2)
                + d.of(" is not whole.", " has the wrong sign.", " leaves a remainder of " + d.integer(2, 9) + ".")
                + d.of(" ", "\n\n")
                + d.of(
                        "The answer is " + letter,
                        "The answer is (" + letter + ")",
                        "Therefore the answer is option " + letter,
                        "So the correct answer is **" + letter + "**",
                        "Answer: " + letter,
                        "The answer is choice " + letter)
                + d.of(".", "");
        return d.text(d.maybe(letter, letters.get(1), letters.get(2), letters.get(3)), text);
    }

    private static Variant markedLetter(Draw d) {
        String letter = d.of(LETTERS);
        String text = d.of("", "There are " + d.integer(2, 99) + " ways in all.\n\n")
                + d.of(
                        "Answer: ",
                        "Final Answer: ",
                        "The final answer is ",
                        "**Answer:** ",
                        "The answer is ",
                        "#### ",
                        "ANSWER: ")
                + d.of(
                        letter,
                        "(" + letter + ")",
                        letter + ".",
                        "$" + letter + "$",
                        "\\textbf{(" + letter + ")}",
                        "(" + letter + ") " + d.integer(2, 99),
                        "**" + letter + "**",
                        "option " + letter);
        return d.text(d.maybe(letter, another(d, LETTERS, letter)), text);
    }

    private static Variant boxedLetter(Draw d) {
        String letter = d.of(LETTERS);
        int value = d.integer(2, 99);
        String box = "\\boxed{"
                + d.of(
                        letter,
                        "\\text{" + letter + "}",
                        "\\textbf{(" + letter + ")}",
                        "(" + letter + ")",
                        "\\textbf{(" + letter + ")}\\ " + value,
                        "\\text{(" + letter + ") } " + value,
                        "\\mathrm{" + letter + "}")
                + "}";
        return d.text(
                d.maybe(letter, another(d, LETTERS, letter)),
                d.of("So the answer is ", "Thus ", "") + d.of("$" + box + "$", box) + d.of(".", ""));
    }

    private static Variant yesNo(Draw d) {
        String word = d.of("yes", "no");
        String other = d.maybe(word, word.equals("yes") ? "no" : "yes");
        String capital = Character.toUpperCase(other.charAt(0)) + other.substring(1);
        return d.answer(
                d.of(word, "\\text{" + word + "}"),
                d.of(
                        other,
                        capital,
                        "\\text{" + capital + "}",
                        capital + ".",
                        "**" + capital + "**",
                        "$\\text{" + other + "}$",
                        other.toUpperCase(Locale.ROOT),
                        "\"" + capital + "\"",
                        "\\textbf{" + capital + "}"));
    }

    private static Variant yesNoText(Draw d) {
        boolean yes = d.chance(0.5);
        int a = d.integer(2, 12);
        int b = yes ? a * d.integer(3, 30) : a * d.integer(3, 30) + 1;
        String word = yes ? "Yes" : "No";
        String text = word + ", " + d.of("the number ", "") + b + (yes ? " is" : " is not")
                + d.of(" divisible by ", " a multiple of ") + a + d.of(".", ".\n", "");
        return d.text(d.maybe(word, yes ? "No" : "Yes").toLowerCase(Locale.ROOT), text);
    }

    private static Variant yesNoClause(Draw d) {
        String word = d.of("Yes", "No");
        String text = d.of("", "We check all " + d.integer(3, 40) + " cases.\n")
                + d.of(
                        "The answer is " + word,
                        "Answer: " + word,
                        "So the answer is **" + word + "**",
                        "The final answer is $\\boxed{\\text{" + word + "}}$",
                        "#### " + word,
                        "Final Answer: " + word,
                        "So the answer is " + word.toLowerCase(Locale.ROOT))
                + d.of(".", "", ".\n");
        String other = word.equals("Yes") ? "No" : "Yes";
        return d.text(d.of(d.maybe(word, other), "\\text{" + d.maybe(word, other) + "}"), text);
    }

    private static Variant truth(Draw d) {
        boolean value = d.chance(0.5);
        String word = value ? "True" : "False";
        String other = d.maybe(word, value ? "False" : "True");
        return d.answer(
                d.of(word, "\\text{" + word + "}"),
                d.of(
                        other,
                        other.toLowerCase(Locale.ROOT),
                        other.toUpperCase(Locale.ROOT),
                        "\\text{" + other.toLowerCase(Locale.ROOT) + "}",
                        "**" + other + "**",
                        other + ".",
                        "\\mathrm{" + other + "}"));
    }

    private static Variant day(Draw d) {
        String day = d.of(DAYS);
        String other = d.maybe(day, another(d, DAYS, day));
        return d.answer(
                d.of(day, "\\text{" + day + "}"),
                d.of(
                        other,
                        "\\text{" + other + "}",
                        other + ".",
                        other.toLowerCase(Locale.ROOT),
                        "\\textbf{" + other + "}",
                        "on " + other,
                        "a " + other));
    }

    private static Variant dayText(Draw d) {
        String day = d.of(DAYS);
        String before = another(d, DAYS, day);
        String text = d.of(
                        "",
                        "The first of the month is a " + before + ", and " + d.integer(9, 30)
                                + " days later we are there. ")
                + d.of(
                        "So the day of the week is " + day,
                        "The answer is " + day,
                        "The final answer is $\\boxed{\\text{" + day + "}}$",
                        "Answer: " + day,
                        "Therefore it is a " + day,
                        "It falls on **" + day + "**",
                        "So the day is a " + day)
                + d.of(".", "");
        return d.text(d.maybe(day, before), text);
    }

    private static Variant nameSpelled(Draw d) {
        String name = d.of(NAMES);
        String other = d.maybe(name, another(d, NAMES, name));
        return d.answer(
                d.of(name, "\\text{" + name + "}", "\\mbox{" + name + "}"),
                d.of(
                        other,
                        "\\text{" + other + "}",
                        "\\textbf{" + other + "}",
                        other + ".",
                        "$\\text{" + other + "}$",
                        "\\text{ " + other + " }",
                        "\\mathrm{" + other + "}",
                        other.toLowerCase(Locale.ROOT)));
    }

    private static Variant nameText(Draw d) {
        String name = d.of(NAMES);
        String other = another(d, NAMES, name);
        String text =
                other + " needs " + d.integer(20, 40) + " minutes and " + name + " needs " + d.integer(2, 19) + ".\n"
                        + d.of(
                                "So the answer is " + name,
                                "The answer is **" + name + "**",
                                "Answer: " + name,
                                "Final Answer: " + name,
                                "#### " + name,
                                "The final answer is $\\boxed{\\text{" + name + "}}$",
                                "The fastest is " + name,
                                "Thus the winner is " + name)
                        + d.of(".", "");
        return d.text(d.maybe(name, other), text);
    }

    private static Variant boxedWord(Draw d) {
        String word = d.of(WORDS);
        String text = d.of("The graph is ", "So it is ", "Hence the answer is ")
                + d.of(
                        "$\\boxed{\\text{" + word + "}}$",
                        "\\boxed{\\text{" + word + "}}",
                        "\\boxed{" + word + "}",
                        "$\\boxed{\\textbf{" + word + "}}$",
                        "$\\boxed{\\mathrm{" + word + "}}$")
                + d.of(".", "");
        String gold = d.maybe(word, another(d, WORDS, word));
        return d.text(d.of(gold, "\\text{" + gold + "}"), text);
    }

    private static Variant word(Draw d) {
        String word = d.of(WORDS);
        String other = d.maybe(word, another(d, WORDS, word));
        return d.answer(
                d.of(word, "\\text{" + word + "}"),
                d.of(
                        other,
                        "\\text{" + other + "}",
                        Character.toUpperCase(other.charAt(0)) + other.substring(1),
                        other + ".",
                        "\\textbf{" + other + "}",
                        "\\text{" + other + "}.",
                        "\"" + other + "\"",
                        "\\text{\"" + other + "\"}"));
    }

    private static Variant wordText(Draw d) {
        String word = d.of(WORDS);
        String text = d.of("", "There are " + d.integer(2, 30) + " cases.\n\n")
                + d.of("The answer is ", "So the answer is ", "Answer: ", "Final answer: ", "The final answer is ")
                + d.of(word, "**" + word + "**", "\\text{" + word + "}", "$\\text{" + word + "}$", "\"" + word + "\"")
                + d.of(".", "");
        return d.text(d.maybe(word, another(d, WORDS, word)), text);
    }

    private static Variant circled(Draw d) {
        String all = "①②③④⑤";
        int a = d.integer(0, 1);
        int b = d.integer(2, 3);
        String gold = "" + all.charAt(a) + all.charAt(b);
        int shown = d.equal() ? b : b + 1;
        return d.answer(gold, all.charAt(a) + d.of(", ", ",", "、", "，", " ", "") + all.charAt(shown));
    }
}
