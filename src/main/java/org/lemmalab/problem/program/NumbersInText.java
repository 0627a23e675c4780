package org.lemmalab.problem.program;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Token.Kind;

/** The numbers that a text writes in figures. */
public final class NumbersInText {
    private NumbersInText() {}

    /**
     * @param text any text; what lies beyond {@value EquationReader#LONGEST_STEP} characters is not read
     * @return the numbers in their order; percentages as fractions of one
     */
    public static List<BigFraction> read(String text) {
        String head =
                text.length() > EquationReader.LONGEST_STEP ? text.substring(0, EquationReader.LONGEST_STEP) : text;
        List<Token> tokens = Tokenizer.tokens(head);
        List<BigFraction> numbers = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(Kind.NUMBER)) {
                boolean percent = i + 1 < tokens.size() && tokens.get(i + 1).is(Kind.PERCENT);
                BigFraction value = tokens.get(i).number();
                numbers.add(percent ? value.divide(BigFraction.of(100)) : value);
            }
        }
        return List.copyOf(numbers);
    }

    /**
     * A number and where it stands.
     *
     * @param value its value as written; a percentage is not divided
     * @param isPercent whether a percent sign or the word follows
     * @param start first character, in UTF-16 units
     * @param end one after the last
     */
    public record Located(BigFraction value, boolean isPercent, int start, int end) {}

    /**
     * @param text any text; times of day are no numbers
     * @return the numbers that it writes in figures, in their order; none where the text has a backslash, since commands of LaTeX are
     *     read away and places with them
     */
    public static List<Located> locate(String text) {
        if (text.indexOf('\\') >= 0 || text.length() > EquationReader.LONGEST_STEP) {
            return List.of();
        }
        List<Token> tokens = Tokenizer.tokens(text);
        List<Located> located = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(Kind.NUMBER)) {
                boolean percent = i + 1 < tokens.size()
                        && (tokens.get(i + 1).is(Kind.PERCENT)
                                || tokens.get(i + 1).text().startsWith("percent"));
                int end = token.start() + token.text().length();
                located.add(new Located(token.number(), percent, token.start(), end));
            }
        }
        return List.copyOf(located);
    }
}
