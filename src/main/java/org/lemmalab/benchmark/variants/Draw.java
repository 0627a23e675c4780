package org.lemmalab.benchmark.variants;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What one variant is made of: random numbers and words, and whether gold and prediction shall be equal. {@link #maybe} gives a value
 * back where they shall be, and another value where they shall not: one call turns a pair of spellings into both verdicts.
 */
final class Draw {
    private static final List<String> NAMES = List.of(
            "Mia", "Tom", "Ana", "Luis", "Priya", "Chen", "Olga", "Sam", "Fatima", "Jonas", "Keiko", "Amir", "Ruth",
            "Paul");
    private static final List<String> THINGS = List.of(
            "apples",
            "books",
            "marbles",
            "eggs",
            "stickers",
            "pencils",
            "tickets",
            "cookies",
            "chairs",
            "shells",
            "coins",
            "students",
            "bottles",
            "flowers",
            "cards");

    private final String kind;
    private final SplittableRandom random;
    private final boolean equal;

    Draw(String kind, SplittableRandom random, boolean equal) {
        this.kind = kind;
        this.random = random;
        this.equal = equal;
    }

    /** Whether gold and prediction shall be equal. */
    boolean equal() {
        return equal;
    }

    /** A whole number between two bounds, both included. */
    int integer(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** A whole number between two bounds, with any sign, not zero. */
    int signed(int least, int most) {
        return chance(0.5) ? integer(least, most) : -integer(least, most);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The elements in another order; the same list where it is too short. */
    <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(random.nextLong()));
        return copy;
    }

    String name() {
        return of(NAMES);
    }

    String thing() {
        return of(THINGS);
    }

    /** Another number, of the same sign and no less than one in size. */
    int other(int value) {
        if (value < 0) {
            return -other(-value);
        }
        List<Integer> others = new ArrayList<>(List.of(value + 1, value + integer(2, 9), value + 10, 2 * value + 3));
        if (value > 1) {
            others.add(value - 1);
            others.add(value * 10);
        }
        return of(others);
    }

    /** The number itself where both shall be equal, otherwise another. */
    int maybe(int value) {
        return equal ? value : other(value);
    }

    /** The first where both shall be equal, otherwise the second, which must be something else. */
    <T> T maybe(T value, T other) {
        return equal ? value : other;
    }

    /** One of the others where both shall not be equal. */
    @SafeVarargs
    final <T> T maybe(T value, T other, T... more) {
        if (equal) {
            return value;
        }
        int at = random.nextInt(more.length + 1);
        return at == 0 ? other : more[at - 1];
    }

    /** A pair with the wanted verdict, in either order. */
    Variant pair(String a, String b) {
        return chance(0.5) ? answer(a, b) : answer(b, a);
    }

    /** A pair with the wanted verdict, in this order. */
    Variant answer(String gold, String prediction) {
        return new Variant(kind, gold, prediction, false, equal);
    }

    /** A pair that is equal whatever was wanted. */
    Variant same(String a, String b) {
        return chance(0.5) ? new Variant(kind, a, b, false, true) : new Variant(kind, b, a, false, true);
    }

    /** A pair that is not equal, whatever was wanted. */
    Variant different(String a, String b) {
        return chance(0.5) ? new Variant(kind, a, b, false, false) : new Variant(kind, b, a, false, false);
    }

    /** A text with the wanted verdict. */
    Variant text(String gold, String text) {
        return new Variant(kind, gold, text, true, equal);
    }

    /**
     * A text whose answer is a whole number.
     *
     * @param answer the text's answer
     * @param text the text
     * @param distractors other numbers of the text, which make the hardest wrong golds
     */
    Variant number(int answer, String text, int... distractors) {
        return text(Integer.toString(gold(answer, distractors)), text);
    }

    /** The answer itself, or one of the text's other numbers, or a number nearby. */
    int gold(int answer, int... distractors) {
        if (equal) {
            return answer;
        }
        int chosen = distractors.length == 0 || chance(0.3) ? answer : distractors[random.nextInt(distractors.length)];
        return chosen == answer ? other(answer) : chosen;
    }

    /** A number with separators between thousands where it has some. */
    String grouped(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A number with or without separators. */
    String plain(int value) {
        return chance(0.5) ? grouped(value) : Integer.toString(value);
    }

    /** A fraction in one of its spellings. */
    String fraction(int above, int below) {
        String sign = above < 0 ? "-" : "";
        int a = Math.abs(above);
        return switch (integer(0, 6)) {
            case 0 -> sign + a + "/" + below;
            case 1 -> sign + "\\dfrac{" + a + "}{" + below + "}";
            case 2 -> sign + "\\tfrac{" + a + "}{" + below + "}";
            case 3 -> "\\frac{" + above + "}{" + below + "}";
            case 4 -> a < 10 && below < 10 ? sign + "\\frac" + a + below : sign + "\\frac {" + a + "} {" + below + "}";
            case 5 -> sign + a + " / " + below;
            default -> sign + "\\frac{" + a + "}{" + below + "}";
        };
    }

    /** The elements with a comma between, and perhaps a space. */
    String list(List<?> elements) {
        return elements.stream().map(String::valueOf).collect(Collectors.joining(of(",", ", ", ",\\ ", " , ")));
    }

    /** A sum of terms with signs: a coefficient, and what it stands before. */
    static String term(int coefficient, String symbol, boolean first) {
        if (coefficient == 0) {
            return "";
        }
        String sign = coefficient < 0 ? first ? "-" : " - " : first ? "" : " + ";
        int size = Math.abs(coefficient);
        return sign + (size == 1 && !symbol.isEmpty() ? "" : size) + symbol;
    }

    /** A linear expression. */
    static String linear(int a, String symbol, int b) {
        return term(a, symbol, true) + term(b, "", a == 0);
    }

    /** A quadratic expression. */
    static String quadratic(int a, int b, int c, String symbol) {
        return term(a, symbol + "^2", true) + term(b, symbol, false) + term(c, "", false);
    }

    static int gcd(int a, int b) {
        return b == 0 ? Math.abs(a) : gcd(b, a % b);
    }
}
