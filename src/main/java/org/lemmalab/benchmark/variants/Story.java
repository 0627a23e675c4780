package org.lemmalab.benchmark.variants;

import java.util.List;

/**
 * A worked word problem: who, about what, the steps, and the answer with the numbers before it.
 *
 * @param name who it is about
 * @param unit what is counted, or "dollars"
 * @param money whether the answer is an amount of money
 * @param steps the worked steps but the last
 * @param formula the last step's formula, up to its result
 * @param answer the result
 * @param distractors other numbers of the steps
 */
record Story(
        String name, String unit, boolean money, List<String> steps, String formula, int answer, int... distractors) {
    private static final List<String> TIMES = List.of(" * ", "*", " x ", " × ", " \u22c5 ", " * ");

    /** Draws one. */
    static Story of(Draw d) {
        return switch (d.integer(0, 6)) {
            case 0 -> bought(d);
            case 1 -> given(d);
            case 2 -> boxes(d);
            case 3 -> shared(d);
            case 4 -> sold(d);
            case 5 -> profit(d);
            default -> distance(d);
        };
    }

    /** Draws one about money. */
    static Story money(Draw d) {
        return d.chance(0.5) ? sold(d) : profit(d);
    }

    /** The result with its sign of money or its noun. */
    String result() {
        return money ? "$" + answer : answer + " " + unit;
    }

    private static Story bought(Draw d) {
        String name = d.name();
        String thing = d.thing();
        int a = d.integer(3, 40);
        int b = d.integer(3, 40);
        int c = d.integer(2, 30);
        return new Story(
                name,
                thing,
                false,
                List.of(
                        name + " starts with " + a + " " + thing + " and buys " + b + " more.",
                        "That makes " + a + " + " + b + " = " + (a + b) + " " + thing + "."),
                (a + b) + " + " + c,
                a + b + c,
                a,
                b,
                a + b,
                c);
    }

    private static Story given(Draw d) {
        String name = d.name();
        String thing = d.thing();
        int a = d.integer(60, 200);
        int b = d.integer(2, 20);
        int c = d.integer(2, 20);
        return new Story(
                name,
                thing,
                false,
                List.of(
                        name + " has " + a + " " + thing + ".",
                        d.of("First", "On Monday", "In the morning") + " " + b + " of them go to a friend: " + a + " - "
                                + b + " = " + (a - b) + "."),
                (a - b) + " - " + c,
                a - b - c,
                a,
                b,
                c,
                a - b);
    }

    private static Story boxes(Draw d) {
        String name = d.name();
        String thing = d.thing();
        int a = d.integer(3, 25);
        int b = d.integer(3, 25);
        int c = d.integer(1, 30);
        return new Story(
                name,
                thing,
                false,
                List.of("The " + a + " boxes hold " + a + d.of(TIMES) + b + " = " + a * b + " " + thing + "."),
                a * b + " + " + c,
                a * b + c,
                a,
                b,
                a * b,
                c);
    }

    private static Story shared(Draw d) {
        String name = d.name();
        String thing = d.thing();
        int each = d.integer(3, 40);
        int friends = d.integer(2, 9);
        int more = d.integer(2, 30);
        int all = each * friends;
        return new Story(
                name,
                thing,
                false,
                List.of("Without the " + more + " that are kept, " + (all + more) + " - " + more + " = " + all + " "
                        + thing + " are shared by " + friends + " friends."),
                all + d.of(" / ", "/", " ÷ ") + friends,
                each,
                friends,
                more,
                all,
                all + more);
    }

    private static Story sold(Draw d) {
        String name = d.name();
        String thing = d.thing();
        int a = d.integer(10, 60);
        int b = d.integer(1, 9);
        int price = d.integer(2, 30);
        int left = a - b;
        String formula = d.chance(0.5) ? left + d.of(TIMES) + "$" + price : "$" + price + d.of(TIMES) + left;
        return new Story(
                name,
                "dollars",
                true,
                List.of(name + " keeps " + b + " of the " + a + " " + thing + ", so " + a + " - " + b + " = " + left
                        + " " + thing + " are sold at $" + price + " each."),
                formula,
                left * price,
                a,
                b,
                left,
                price);
    }

    private static Story profit(Draw d) {
        String name = d.name();
        int cost = d.integer(10, 90) * d.of(1, 10, 1000);
        int repairs = d.integer(5, 60) * d.of(1, 10, 500);
        int profit = d.integer(5, 80) * d.of(1, 10, 1000);
        int all = cost + repairs;
        return new Story(
                name,
                "dollars",
                true,
                List.of(
                        "It costs $" + d.grouped(cost) + " and $" + d.grouped(repairs) + " more for repairs.",
                        "Altogether that is $" + d.grouped(cost) + " + $" + d.grouped(repairs) + " = $" + d.grouped(all)
                                + "."),
                "$" + d.grouped(all + profit) + " - $" + d.grouped(all),
                profit,
                cost,
                repairs,
                all,
                all + profit);
    }

    private static Story distance(Draw d) {
        String name = d.name();
        int hours = d.integer(2, 9);
        int speed = d.integer(3, 70);
        int more = d.integer(2, 50);
        return new Story(
                name,
                d.of("miles", "kilometers", "pages", "laps"),
                false,
                List.of("In " + hours + " hours " + name + " does " + hours + d.of(TIMES) + speed + " = "
                        + hours * speed + "."),
                hours * speed + " + " + more,
                hours * speed + more,
                hours,
                speed,
                more,
                hours * speed);
    }
}
