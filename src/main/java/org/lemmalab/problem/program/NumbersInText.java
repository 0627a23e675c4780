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
}
