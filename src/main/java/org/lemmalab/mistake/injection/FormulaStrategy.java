package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Operator;

/**
 * Formula confusion: the same quantities in another formula. An average for a total, a triangle for a rectangle, a percentage added
 * as if it were an amount, a ratio upside down.
 */
final class FormulaStrategy implements Strategy {
    private static final BigFraction HUNDRED = BigFraction.of(100);

    /** Factors that the formulas below bring in themselves tell nothing. */
    private static final Set<BigFraction> COMMON_FACTORS =
            Set.of(BigFraction.ONE, BigFraction.of(2), BigFraction.of(1, 2), HUNDRED, HUNDRED.reciprocal());

    @Override
    public ErrorType type() {
        return ErrorType.FORMULA_CONFUSION;
    }

    @Override
    public List<Mistake> mistakes(GoldSolution gold, RandomGenerator random) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            Operation operation = gold.operation(i);
            List<Operator> operators = operation.expression().operators();
            if (isPercentage(operation)) {
                percentage(gold, i, mistakes);
            } else if (isTelling(operation)) {
                wholeFormula(gold, i, operators, mistakes);
            }
        }
        return mistakes;
    }

    private static boolean isTelling(Operation operation) {
        return operation.numbers().size() == 2
                && operation.numbers().stream().noneMatch(COMMON_FACTORS::contains)
                && !operation.numbers().get(0).equals(operation.numbers().get(1));
    }

    private static void wholeFormula(GoldSolution gold, int index, List<Operator> operators, List<Mistake> into) {
        switch (operators.get(0)) {
            case ADD -> add(gold, index, average(), "The total is asked for, not the average of the two.", into);
            case MULTIPLY -> add(gold, index, halved(), "The product is not to be halved: this is no triangle.", into);
            case DIVIDE -> add(gold, index, inverted(), "The ratio stands upside down.", into);
            default -> {}
        }
    }

    private static Mistake.Rework average() {
        return (text, place, edits) -> {
            QuestionStrategy.requirePlain(text, place);
            edits.insert(place.whole().start(), "(");
            edits.insert(place.whole().end(), QuestionStrategy.styled(text, place, ") / 2"));
        };
    }

    private static Mistake.Rework halved() {
        return (text, place, edits) -> {
            QuestionStrategy.requirePlain(text, place);
            edits.insert(place.whole().end(), QuestionStrategy.styled(text, place, " / 2"));
        };
    }

    private static Mistake.Rework inverted() {
        return (text, place, edits) -> {
            QuestionStrategy.requirePlain(text, place);
            String first = place.numbers().get(0).stretch().in(text);
            edits.replace(
                    place.numbers().get(0).stretch(),
                    place.numbers().get(1).stretch().in(text));
            edits.replace(place.numbers().get(1).stretch(), first);
        };
    }

    /** A percentage of something, with the hundred written out. */
    private static boolean isPercentage(Operation operation) {
        return operation.numbers().size() == 3
                && operation.numbers().contains(HUNDRED)
                && operation.expression().operators().contains(Operator.DIVIDE)
                && operation.expression().operators().contains(Operator.MULTIPLY)
                && operation.numbers().stream().filter(COMMON_FACTORS::contains).count() == 1;
    }

    private static void percentage(GoldSolution gold, int index, List<Mistake> into) {
        List<BigFraction> numbers = new ArrayList<>(gold.operation(index).numbers());
        numbers.remove(HUNDRED);
        String sum = NumberStyle.like("", numbers.get(1)) + " + " + NumberStyle.like("", numbers.get(0));
        String quotient = NumberStyle.like("", numbers.get(1)) + " / " + NumberStyle.like("", numbers.get(0));
        add(gold, index, written(sum), "A percentage is no amount that could be added.", into);
        add(
                gold,
                index,
                written(quotient),
                "A percentage is taken by multiplying with its hundredths, not by dividing.",
                into);
    }

    private static Mistake.Rework written(String expression) {
        return (text, place, edits) -> {
            QuestionStrategy.requirePlain(text, place);
            edits.replace(place.whole(), QuestionStrategy.styled(text, place, expression));
        };
    }

    private static void add(
            GoldSolution gold, int index, Mistake.Rework rework, String explanation, List<Mistake> into) {
        Reworking.value(gold, index, rework)
                .filter(value -> !gold.isResult(value))
                .ifPresent(value -> into.add(
                        new Mistake(index, value, new Mistake.Reworked(rework, Map.of(), false), explanation)));
    }

    @Override
    public String none() {
        return "no operation is a formula that could be taken for another";
    }
}
