package org.lemmalab.grading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Product;

/**
 * Numbers in English words: "forty-two", "three hundred and five thousand", "minus five", "two thirds", "three and a half",
 * "two point five", "twelfth", "a dozen".
 */
final class NumberWords {
    private static final List<String> SMALL =
            List.of(("zero one two three four five six seven eight nine ten eleven twelve"
                            + " thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
                    .split(" "));
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, Long> SCALES = Map.of(
            "thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L, "trillion", 1_000_000_000_000L);
    /** Ordinals by place: "first" is at 1. They are also denominators, but for the first two. */
    private static final List<String> ORDINALS =
            List.of(("zeroth first second third fourth fifth sixth seventh eighth ninth tenth"
                            + " eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
                    .split(" "));

    private static final Map<String, Long> FRACTIONS = Map.of(
            "half",
            2L,
            "halves",
            2L,
            "quarter",
            4L,
            "quarters",
            4L,
            "hundredth",
            100L,
            "hundredths",
            100L,
            "thousandth",
            1_000L,
            "thousandths",
            1_000L,
            "thirtieth",
            30L,
            "thirtieths",
            30L);
    private static final int LONGEST = 200;

    private NumberWords() {}

    /**
     * @param words lower-case words
     * @return the number that they spell; empty where any word is of another kind
     */
    static Optional<Node> value(String words) {
        if (words.isEmpty() || words.length() > LONGEST || !Character.isLetter(words.charAt(0))) {
            return Optional.empty();
        }
        String plain = words.replace('-', ' ').replaceAll(" +", " ");
        boolean negative = plain.startsWith("minus ") || plain.startsWith("negative ");
        String size = negative ? plain.substring(plain.indexOf(' ') + 1) : plain;
        if (size.equals("infinity")) {
            Node infinity = new Const(Constant.INFINITY);
            return Optional.of(negative ? new Product(List.of(Num.of(-1), infinity)) : infinity);
        }
        return positive(size).map(number -> negative ? new Num(number.value().negate(), number.decimals()) : number);
    }

    private static Optional<Num> positive(String words) {
        OptionalLong whole = integer(words);
        if (whole.isPresent()) {
            return Optional.of(Num.of(whole.getAsLong()));
        }
        return ordinal(words).or(() -> withPoint(words)).or(() -> mixed(words)).or(() -> fraction(words));
    }

    private static Optional<Num> ordinal(String words) {
        int place = words.endsWith("s") ? -1 : ORDINALS.indexOf(words);
        if (place > 0) {
            return Optional.of(Num.of(place));
        }
        return switch (words) {
            case "a dozen", "one dozen", "dozen" -> Optional.of(Num.of(12));
            case "a hundred" -> Optional.of(Num.of(100));
            case "a thousand" -> Optional.of(Num.of(1_000));
            case "a million" -> Optional.of(Num.of(1_000_000));
            default -> Optional.empty();
        };
    }

    /** "five point two one". */
    private static Optional<Num> withPoint(String words) {
        int point = words.indexOf(" point ");
        OptionalLong whole = point < 0 ? OptionalLong.empty() : integer(words.substring(0, point));
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (String word : words.substring(point + 7).split(" ")) {
            int digit = SMALL.indexOf(word);
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            digits.append(digit);
        }
        BigFraction tail = BigFraction.of(Long.parseLong(digits.toString()))
                .divide(BigFraction.of(10).pow(digits.length()));
        return digits.length() > 15
                ? Optional.empty()
                : Optional.of(new Num(BigFraction.of(whole.getAsLong()).add(tail), digits.length()));
    }

    /** "three and a half". */
    private static Optional<Num> mixed(String words) {
        int and = words.lastIndexOf(" and ");
        OptionalLong whole = and < 0 ? OptionalLong.empty() : integer(words.substring(0, and));
        Optional<Num> part = whole.isEmpty() ? Optional.empty() : fraction(words.substring(and + 5));
        return part.map(number -> new Num(number.value().add(BigFraction.of(whole.getAsLong())), Num.EXACT));
    }

    /** "two thirds", "a half", "half", "five over six". */
    private static Optional<Num> fraction(String words) {
        int over = words.indexOf(" over ");
        if (over > 0) {
            OptionalLong above = integer(words.substring(0, over));
            OptionalLong below = integer(words.substring(over + 6));
            boolean both = above.isPresent() && below.isPresent() && below.getAsLong() > 0;
            return both ? Optional.of(quotient(above.getAsLong(), below.getAsLong())) : Optional.empty();
        }
        int last = words.lastIndexOf(' ');
        String above = last < 0 ? "one" : words.substring(0, last);
        long below = denominator(words.substring(last + 1));
        OptionalLong number = above.equals("a") || above.equals("an") ? OptionalLong.of(1) : integer(above);
        boolean named = below > 0 && number.isPresent();
        return named ? Optional.of(quotient(number.getAsLong(), below)) : Optional.empty();
    }

    private static Num quotient(long above, long below) {
        return new Num(BigFraction.of(above).divide(BigFraction.of(below)), Num.EXACT);
    }

    private static long denominator(String word) {
        Long named = FRACTIONS.get(word);
        if (named != null) {
            return named;
        }
        int place = ORDINALS.indexOf(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        return place > 2 ? place : 0;
    }

    private static OptionalLong integer(String words) {
        long total = 0;
        long group = 0;
        boolean any = false;
        for (String word : words.split(" ")) {
            if (SMALL.contains(word)) {
                group += SMALL.indexOf(word);
            } else if (!word.isEmpty() && TENS.contains(word)) {
                group += 10L * TENS.indexOf(word);
            } else if (word.equals("hundred") && any) {
                group *= 100;
            } else if (SCALES.containsKey(word) && any) {
                total += group * SCALES.get(word);
                group = 0;
            } else if (!(word.equals("and") && any)) {
                return OptionalLong.empty();
            }
            any = true;
        }
        return OptionalLong.of(total + group);
    }
}
