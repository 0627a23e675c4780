package org.lemmalab.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.lemmalab.problem.Problem;

/**
 * One-step word problems about small numbers, of two kinds: somebody gets more, somebody gives away. Small enough for a student that
 * is trained while one watches.
 */
final class SmallSums {
    private static final List<String> NAMES = List.of("Ana", "Ben", "Chidi", "Dora", "Emil", "Farah", "Goran", "Hana");
    private static final List<String> THINGS = List.of("nuts", "pens", "cards", "shells", "stamps", "keys");
    private static final int LARGEST = 9;

    private SmallSums() {}

    /** What happens in a problem. */
    enum Kind {
        GETTING("getting more"),
        GIVING("giving away");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        private Problem problem(String id, String name, String thing, int a, int b) {
            return switch (this) {
                case GETTING ->
                    new Problem(
                            id,
                            name + " has " + a + " " + thing + " and finds " + b + ". How many are there now?",
                            a + "+" + b + "=" + (a + b) + ". The answer is: " + (a + b),
                            Integer.toString(a + b));
                case GIVING -> {
                    int whole = a + b;
                    yield new Problem(
                            id,
                            name + " has " + whole + " " + thing + " and gives away " + b + ". How many are left?",
                            whole + "-" + b + "=" + a + ". The answer is: " + a,
                            Integer.toString(a));
                }
            };
        }
    }

    /** Every problem of a kind once, in random order. */
    static List<Problem> all(Kind kind, long seed) {
        List<Problem> problems = new ArrayList<>();
        for (String name : NAMES) {
            for (String thing : THINGS) {
                for (int a = 1; a <= LARGEST; a++) {
                    for (int b = 1; b <= LARGEST; b++) {
                        String id = kind.name().toLowerCase(Locale.ROOT) + "/" + problems.size();
                        problems.add(kind.problem(id, name, thing, a, b));
                    }
                }
            }
        }
        Collections.shuffle(problems, new Random(seed));
        return problems;
    }
}
