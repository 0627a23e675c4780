package org.lemmalab.problem.program;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Token.Kind;

/**
 * The values that a question states: in figures, in words (two, twenty-five, half, twice, a dozen), as fractions and as
 * percentages.
 *
 * @param stated the values
 * @param percentages the percentages among them, as written: 20 for 20 %
 */
public record QuestionValues(Set<BigFraction> stated, Set<BigFraction> percentages) {
    private static final BigFraction HUNDRED = BigFraction.of(100);
    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("one", 1),
            Map.entry("single", 1),
            Map.entry("once", 1),
            Map.entry("two", 2),
            Map.entry("twice", 2),
            Map.entry("double", 2),
            Map.entry("doubled", 2),
            Map.entry("doubles", 2),
            Map.entry("pair", 2),
            Map.entry("pairs", 2),
            Map.entry("couple", 2),
            Map.entry("both", 2),
            Map.entry("three", 3),
            Map.entry("thrice", 3),
            Map.entry("triple", 3),
            Map.entry("tripled", 3),
            Map.entry("triples", 3),
            Map.entry("four", 4),
            Map.entry("quadruple", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("dozen", 12),
            Map.entry("dozens", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19));
    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety",
            90);
    private static final Map<String, Integer> PARTS = Map.ofEntries(
            Map.entry("half", 2),
            Map.entry("halves", 2),
            Map.entry("halved", 2),
            Map.entry("third", 3),
            Map.entry("thirds", 3),
            Map.entry("quarter", 4),
            Map.entry("quarters", 4),
            Map.entry("fourth", 4),
            Map.entry("fourths", 4),
            Map.entry("fifth", 5),
            Map.entry("fifths", 5),
            Map.entry("sixth", 6),
            Map.entry("sixths", 6),
            Map.entry("seventh", 7),
            Map.entry("sevenths", 7),
            Map.entry("eighth", 8),
            Map.entry("eighths", 8),
            Map.entry("ninth", 9),
            Map.entry("ninths", 9),
            Map.entry("tenth", 10),
            Map.entry("tenths", 10));

    /** Copies the values, in their order. */
    public QuestionValues {
        stated = Collections.unmodifiableSet(new LinkedHashSet<>(stated));
        percentages = Collections.unmodifiableSet(new LinkedHashSet<>(percentages));
    }

    /**
     * @param question the text of a question
     * @return its values
     */
    public static QuestionValues of(String question) {
        String text = question.length() > EquationReader.LONGEST_STEP
                ? question.substring(0, EquationReader.LONGEST_STEP)
                : question;
        Set<BigFraction> stated = new LinkedHashSet<>();
        Set<BigFraction> percentages = new LinkedHashSet<>();
        List<Token> tokens = Tokenizer.tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(Kind.NUMBER)) {
                figure(tokens, i, stated, percentages);
            } else if (token.is(Kind.WORD)) {
                word(tokens, i, stated);
            }
        }
        return new QuestionValues(stated, percentages);
    }

    /**
     * @param value a value
     * @return whether the question states it, or a part that the question names as a fraction of one (a fifth: 5, 1/5)
     */
    public boolean states(BigFraction value) {
        return stated.contains(value) || value.signum() < 0 && stated.contains(value.negate());
    }

    /**
     * @param value a value
     * @return whether it is a percentage of the question in another form: for 20 % also 0.2, 80, 0.8, 120 and 1.2
     */
    public boolean impliesPercentOf(BigFraction value) {
        return percentages.stream().anyMatch(percent -> isForm(value, percent));
    }

    private static boolean isForm(BigFraction value, BigFraction percent) {
        BigFraction shown = value.abs().compareTo(BigFraction.of(3)) < 0 ? value.multiply(HUNDRED) : value;
        return shown.equals(percent) || shown.equals(HUNDRED.subtract(percent)) || shown.equals(HUNDRED.add(percent));
    }

    private static void figure(List<Token> tokens, int i, Set<BigFraction> stated, Set<BigFraction> percentages) {
        BigFraction value = tokens.get(i).number();
        stated.add(value);
        boolean slash = i + 2 < tokens.size()
                && tokens.get(i + 1).text().equals("/")
                && tokens.get(i + 2).is(Kind.NUMBER)
                && tokens.get(i + 2).number().signum() != 0;
        if (slash) {
            BigFraction part = value.divide(tokens.get(i + 2).number());
            stated.add(part);
            stated.add(BigFraction.ONE.subtract(part));
        }
        if (i + 1 < tokens.size() && isPercent(tokens.get(i + 1))) {
            percentages.add(value);
            stated.add(value.divide(HUNDRED));
        }
    }

    private static boolean isPercent(Token token) {
        return token.is(Kind.PERCENT)
                || token.text().equals("percent")
                || token.text().equals("percentage");
    }

    private static void word(List<Token> tokens, int i, Set<BigFraction> stated) {
        String[] parts = tokens.get(i).text().toLowerCase(Locale.ROOT).split("-");
        long sum = 0;
        boolean number = false;
        for (String part : parts) {
            Integer small = SMALL.getOrDefault(part, TENS.get(part));
            if (small != null) {
                sum += small;
                number = true;
                stated.add(BigFraction.of(small));
            }
            if (PARTS.containsKey(part)) {
                part(tokens, i, PARTS.get(part), stated);
            }
        }
        if (number) {
            scaled(tokens, i, BigFraction.of(sum), stated);
        }
    }

    /** "two hundred", "three thousand"; "two" and "two dozen" keep the plain number as well. */
    private static void scaled(List<Token> tokens, int i, BigFraction number, Set<BigFraction> stated) {
        stated.add(number);
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).text().toLowerCase(Locale.ROOT) : "";
        int scale = switch (next) {
            case "hundred" -> 100;
            case "thousand" -> 1000;
            case "million" -> 1_000_000;
            default -> 1;
        };
        stated.add(number.multiply(scale));
    }

    private static void part(List<Token> tokens, int i, int whole, Set<BigFraction> stated) {
        stated.add(BigFraction.of(whole));
        stated.add(BigFraction.of(1, whole));
        stated.add(BigFraction.ONE.subtract(BigFraction.of(1, whole)));
        Token before = i > 0 ? tokens.get(i - 1) : tokens.get(i);
        String first = tokens.get(i).text().toLowerCase(Locale.ROOT).split("-")[0];
        Integer count = SMALL.getOrDefault(first, SMALL.get(before.text().toLowerCase(Locale.ROOT)));
        if (count != null) {
            BigFraction share = BigFraction.of(count, whole);
            stated.add(share);
            stated.add(BigFraction.ONE.subtract(share));
        }
    }
}
