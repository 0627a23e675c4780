package org.lemmalab.synthetic.rewriting;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Constants;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.problem.program.NumbersInText.Located;
import org.lemmalab.problem.program.QuestionValues;
import org.lemmalab.problem.program.SoundProgram;
import org.lemmalab.problem.program.Source;

/**
 * A figure of a question that can be another one without harm: the program uses it as it stands, it is written once, no word says it,
 * and it is no percentage, fraction, date, clock time, ordinal, conversion or fixed measure of time.
 *
 * @param place where it stands in the question
 * @param written the figure as written
 */
record FreeFigure(Located place, String written) {
    private static final BigFraction SMALLEST = BigFraction.of(5);
    private static final BigFraction LARGEST = BigFraction.of(10_000_000);
    private static final Pattern BEFORE = Pattern.compile(
            "(?i)(january|february|march|april|may|june|july|august|september|october|november|december|year|grade"
                    + "|route|highway|room|number|chapter|page|flight|level|[/:#.-]) ?$");
    private static final Pattern AFTER = Pattern.compile(
            "(?i)^(st|nd|rd|th|s)\\b.*|^ ?([/:%]|[ap]\\.?m\\b|cents?\\b|¢|o'clock|x\\b|percent|degrees?).*"
                    + "|^[ -](days?|hours?|minutes?|seconds?|months?|weeks?|quarters?)"
                    + " (a|an|per|each|every|in an?|in the|of the|in each) (minute|hour|day|week|month|year)\\b.*"
                    + "|^-(\\d|sided|point|digit|legged|wheel).*",
            Pattern.DOTALL);
    private static final Pattern CALENDAR_YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");

    /** The value. */
    BigFraction value() {
        return place.value();
    }

    static List<FreeFigure> all(SoundProgram program) {
        String question = program.problem().question();
        List<Located> figures = NumbersInText.locate(question);
        List<FreeFigure> free = new ArrayList<>();
        for (Located figure : figures) {
            FreeFigure candidate = new FreeFigure(figure, question.substring(figure.start(), figure.end()));
            if (candidate.isFree(question) && candidate.isUsed(program) && candidate.isSaidOnce(question)) {
                free.add(candidate);
            }
        }
        return free;
    }

    /** Whether the program uses every whole figure of the question; one that it does not may be bound to the others unseen. */
    static boolean allUsed(SoundProgram program) {
        String question = program.problem().question();
        return NumbersInText.locate(question).stream()
                .filter(figure -> !figure.isPercent() && !isPartOfFraction(question, figure))
                .allMatch(figure -> program.operations().stream()
                        .flatMap(operation -> operation.operands().stream())
                        .anyMatch(operand -> operand.value().equals(figure.value())));
    }

    private static boolean isPartOfFraction(String question, Located figure) {
        return question.startsWith("/", figure.end()) || question.startsWith("/", figure.start() - 1);
    }

    private boolean isFree(String question) {
        String before = question.substring(0, place.start());
        String after = question.substring(place.end());
        return !place.isPercent()
                && value().compareTo(SMALLEST) >= 0
                && value().compareTo(LARGEST) <= 0
                && !Constants.isCommon(value())
                && written.matches("\\d{1,3}(,\\d{3})*(\\.\\d{1,2})?|\\d+(\\.\\d{1,2})?")
                && !CALENDAR_YEAR.matcher(written).matches()
                && !BEFORE.matcher(before).find()
                && !AFTER.matcher(after).matches();
    }

    /** Every place where the program has the value must take it from the question. */
    private boolean isUsed(SoundProgram program) {
        boolean used = program.operations().stream()
                .flatMap(operation -> operation.operands().stream())
                .anyMatch(operand -> operand.value().equals(value()) && operand.source() == Source.QUESTION);
        boolean isResult = program.operations().stream()
                .anyMatch(operation -> operation.value().equals(value()));
        return used && !isResult;
    }

    private boolean isSaidOnce(String question) {
        String rest = question.substring(0, place.start()) + "some" + question.substring(place.end());
        return !QuestionValues.of(rest).states(value());
    }

    /** Another value of the same grain, from 3/5 to 3/2 of the old one. */
    BigFraction draw(Random random) {
        BigFraction grain = grain();
        long units = value().divide(grain).longValue();
        long low = Math.max(1, (units * 3 + 4) / 5);
        long high = Math.max(low + 1, units * 3 / 2);
        return grain.multiply(BigFraction.of(low + random.nextLong(high - low + 1)));
    }

    private BigFraction grain() {
        if (!Numbers.isWhole(value())) {
            BigFraction quarter = BigFraction.of(1, 4);
            BigFraction tenth = BigFraction.of(1, 10);
            return isMultiple(quarter) ? quarter : isMultiple(tenth) ? tenth : BigFraction.of(1, 100);
        }
        for (int size : List.of(100_000, 10_000, 1000, 100, 10, 5)) {
            if (isMultiple(BigFraction.of(size)) && value().compareTo(BigFraction.of(4L * size)) >= 0) {
                return BigFraction.of(size);
            }
        }
        return BigFraction.ONE;
    }

    private boolean isMultiple(BigFraction grain) {
        return Numbers.isWhole(value().divide(grain));
    }
}
