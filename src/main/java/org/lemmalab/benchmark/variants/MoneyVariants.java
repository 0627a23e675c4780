package org.lemmalab.benchmark.variants;

import java.util.List;

/** Signs of money that look like the delimiters of mathematics. */
final class MoneyVariants {
    private static final String[] TIMES = {" * ", "*", " x ", " × ", " \\times ", " \u00b7 "};

    private MoneyVariants() {}

    static VariantKind kind() {
        return new VariantKind(
                "C money as mathematics",
                List.of(
                        MoneyVariants::product,
                        MoneyVariants::difference,
                        MoneyVariants::bareDifference,
                        MoneyVariants::sum,
                        MoneyVariants::whichIs,
                        MoneyVariants::comparison,
                        MoneyVariants::quotient,
                        MoneyVariants::bracketed,
                        MoneyVariants::cents,
                        MoneyVariants::left,
                        MoneyVariants::hourly,
                        MoneyVariants::escaped,
                        MoneyVariants::percent,
                        MoneyVariants::otherCurrency,
                        MoneyVariants::millions,
                        MoneyVariants::ownLine,
                        MoneyVariants::emphasised,
                        MoneyVariants::story,
                        MoneyVariants::mixed));
    }

    private static String opening(Draw d) {
        return d.of("", "", "So ", "Then ", "In total, ", "Thus ", "That means ");
    }

    private static String ending(Draw d) {
        return d.of("", ".", ".", "\n", " every day.", " in all.", " altogether", " each week.", ".\n\n");
    }

    private static Variant product(Draw d) {
        int a = d.integer(2, 60);
        int b = d.integer(2, 40);
        String times = d.of(TIMES);
        String left = d.of("$" + a + times + b, a + times + "$" + b, "$" + a + ".00" + times + b);
        String text = opening(d) + d.of("she makes ", "he pays ", "", "they earn ", "it costs ") + left + " = $"
                + d.plain(a * b) + ending(d);
        return d.number(a * b, text, a, b);
    }

    private static Variant difference(Draw d) {
        int small = d.integer(20, 300) * d.of(1, 50, 1000);
        int gain = d.integer(3, 200) * d.of(1, 50, 1000);
        String text = "$" + d.grouped(small + gain) + d.of(" - ", "-", " − ", " – ") + "$" + d.grouped(small)
                + d.of(" = ", "=") + "$" + d.grouped(gain) + ending(d);
        return d.number(gain, opening(d) + d.of("he made ", "the profit is ", "") + text, small, small + gain);
    }

    private static Variant bareDifference(Draw d) {
        int small = d.integer(2, 900);
        int gain = d.integer(2, 900);
        return d.number(gain, "$" + (small + gain) + " - $" + small + " = $" + gain, small, small + gain);
    }

    private static Variant sum(Draw d) {
        int a = d.integer(2, 400);
        int b = d.integer(2, 400);
        int c = d.integer(2, 400);
        String text = opening(d) + d.name() + " spends $" + a + " + $" + b + " + $" + c + " = $" + d.plain(a + b + c)
                + ending(d);
        return d.number(a + b + c, text, a, b, c);
    }

    private static Variant whichIs(Draw d) {
        int a = d.integer(2, 90);
        int b = d.integer(2, 90);
        String text = d.of("It costs", "The two tickets cost", d.name() + " pays") + " $" + a + " and $" + b
                + d.of(", which is $", ", that is $", ", for a total of $", ", making $") + (a + b) + ending(d);
        return d.number(a + b, text, a, b);
    }

    private static Variant comparison(Draw d) {
        int small = d.integer(10, 200);
        int gain = d.integer(2, 100);
        int large = small + gain;
        String text = d.of("As", "Since", "Because") + " $" + large + " > $" + small + ", the "
                + d.of("second", "first", "other") + " offer wins, with a gain of $" + gain + d.of("", ".");
        return d.number(gain, text, small, large);
    }

    private static Variant quotient(Draw d) {
        int price = d.integer(2, 20);
        int count = d.integer(2, 30);
        String cents = d.of("", ".00");
        String text = d.name() + d.of(" orders ", " can buy ", " gets ") + "$" + price * count + cents
                + d.of("/", " / ", " ÷ ") + "$" + price + cents + " = " + count + " " + d.thing() + d.of("", ".");
        return d.number(count, text, price, price * count);
    }

    private static Variant bracketed(Draw d) {
        int a = d.integer(2, 50);
        int b = d.integer(2, 50);
        int n = d.integer(2, 12);
        String text = opening(d) + "they pay ($" + a + " + $" + b + ")" + d.of(TIMES) + n + " = $" + (a + b)
                + d.of(TIMES) + n + " = $" + d.plain((a + b) * n) + ending(d);
        return d.number((a + b) * n, text, a, b, n, a + b);
    }

    private static Variant cents(Draw d) {
        int a = d.integer(2, 90);
        int b = d.integer(2, 90);
        String text = d.of("Total: ", "The bill is ", "") + "$" + a + ".50 + $" + b + ".50 = $" + (a + b + 1)
                + d.of(".00", "", ".00.") + d.of("", "\n");
        return d.number(a + b + 1, text, a, b);
    }

    private static Variant left(Draw d) {
        int rent = d.integer(50, 900);
        int food = d.integer(20, 400);
        int rest = d.integer(5, 900);
        int all = rent + food + rest;
        String text = d.name() + " pays $" + rent + " for rent and $" + food + " for food, so $" + d.plain(all) + " - $"
                + rent + " - $" + food + " = $" + rest + d.of(" is left.", " remains.", ".", " is what is left over.");
        return d.number(rest, text, rent, food, all);
    }

    private static Variant hourly(Draw d) {
        int rate = d.integer(8, 60);
        int hours = d.integer(2, 40);
        String text = opening(d) + d.name() + " earns $" + rate + d.of("/hour", " per hour", " an hour") + d.of(TIMES)
                + hours + " hours = $" + d.plain(rate * hours) + ending(d);
        return d.number(rate * hours, text, rate, hours);
    }

    private static Variant escaped(Draw d) {
        int a = d.integer(2, 60);
        int b = d.integer(2, 40);
        String inner = "\\$" + a + d.of(" \\times ", " \\cdot ", "*") + b + d.of(" = ", "=") + "\\$" + a * b;
        String text = opening(d)
                + d.of("the cost is ", "she pays ")
                + d.of("$" + inner + "$", "\\(" + inner + "\\)", inner)
                + d.of("", ".");
        return d.number(a * b, text, a, b);
    }

    private static Variant percent(Draw d) {
        int share = d.of(10, 20, 30, 40, 60, 70, 80, 90);
        int amount = d.integer(2, 90) * 10;
        int result = share * amount / 100;
        String text = share + "% of $" + amount + " is 0." + share / 10 + d.of(TIMES) + "$" + amount + " = $" + result
                + d.of("", ".");
        return d.number(result, text, share, amount);
    }

    private static Variant otherCurrency(Draw d) {
        String sign = d.of("£", "€", "₹", "¥", "US$", "Rs. ", "C$");
        int a = d.integer(2, 60);
        int b = d.integer(2, 40);
        String text = opening(d) + "the price is " + sign + a + d.of(TIMES) + b + " = " + sign + d.plain(a * b)
                + d.of("", ".");
        return d.number(a * b, text, a, b);
    }

    private static Variant millions(Draw d) {
        String word = d.of("million", "thousand", "billion");
        String zeros = word.equals("million") ? ",000,000" : word.equals("thousand") ? ",000" : ",000,000,000";
        int small = d.integer(2, 40);
        int gain = d.integer(2, 40);
        String text = opening(d) + "the gain is $" + (small + gain) + " " + word + " - $" + small + " " + word + " = $"
                + gain + " " + word + d.of("", ".");
        String gold = d.gold(gain, small, small + gain) + zeros;
        return d.text(d.chance(0.5) ? gold : gold.replace(",", ""), text);
    }

    private static Variant ownLine(Draw d) {
        int cost = d.integer(2, 90) * 1000;
        int gain = d.integer(2, 90) * 1000;
        String text = "The profit is what " + d.of("he", "she") + " gets less what was paid:\n\n$"
                + d.grouped(cost + gain) + " - $" + d.grouped(cost) + " = "
                + d.of("**$" + d.grouped(gain) + "**", "$" + d.grouped(gain));
        return d.number(gain, text, cost, cost + gain);
    }

    private static Variant emphasised(Draw d) {
        int a = d.integer(2, 60);
        int b = d.integer(2, 40);
        String text =
                d.name() + " buys " + a + " " + d.thing() + " at $" + b + " each.\n\n" + d.of("**Answer: ", "**Total: ")
                        + d.of("\\$", "$") + a * b + d.of("", " per day", " in all") + d.of(".**", "**");
        return d.number(a * b, text, a, b);
    }

    private static Variant story(Draw d) {
        Story story = Story.money(d);
        String text = String.join(d.of("\n", " "), story.steps()) + d.of("\n", " ") + "So " + story.name()
                + d.of(" gets ", " makes ", " ends up with ") + story.formula() + " = $" + d.plain(story.answer())
                + ending(d);
        return d.number(story.answer(), text, story.distractors());
    }

    private static Variant mixed(Draw d) {
        int price = d.integer(2, 30);
        int count = d.integer(2, 30);
        int paid = price * count + d.integer(1, 80);
        String text = "The " + count + " " + d.thing() + " cost $" + price + " each, or $" + price * count
                + " together. From $" + paid + d.of(" the change is $", " that leaves $", " there remains $")
                + (paid - price * count) + d.of("", ".");
        return d.number(paid - price * count, text, price, count, paid, price * count);
    }
}
