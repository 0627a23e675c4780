package org.lemmalab.problem.program;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.program.Token.Kind;

/**
 * A number in figures and where it stands.
 *
 * @param value its value; of a percentage, as a fraction of one
 * @param stretch its figures, without sign, currency and percent sign
 * @param percent whether a percent sign follows
 */
public record WrittenNumber(BigFraction value, Stretch stretch, boolean percent) {
    private static final BigFraction HUNDRED = BigFraction.of(100);

    /** Checks that nothing is missing. */
    public WrittenNumber {
        if (value == null || stretch == null) {
            throw new LabException("written number: expected a value and a place, found one missing");
        }
    }

    /**
     * @param text any text
     * @return the numbers that it writes in figures, in their order
     */
    static List<WrittenNumber> all(String text) {
        return all(Tokenizer.tokens(text));
    }

    static List<WrittenNumber> all(List<Token> tokens) {
        List<WrittenNumber> numbers = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(Kind.NUMBER)) {
                boolean percent = i + 1 < tokens.size() && tokens.get(i + 1).is(Kind.PERCENT);
                numbers.add(of(tokens.get(i), percent));
            }
        }
        return List.copyOf(numbers);
    }

    private static WrittenNumber of(Token token, boolean percent) {
        BigFraction value = percent ? token.number().divide(HUNDRED) : token.number();
        return new WrittenNumber(value, Stretch.of(token), percent);
    }
}
