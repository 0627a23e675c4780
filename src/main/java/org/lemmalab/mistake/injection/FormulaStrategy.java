package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Numbers;
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

    private static final Set<String> AREAS =
            Set.of("area", "rectangle", "rectangular", "triangle", "square", "surface");

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
            } else if (isShare(gold, i)) {
                share(gold, i, mistakes);
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
            case MULTIPLY -> {
                if (isArea(gold, index)) {
                    add(gold, index, halved(), "An area of this shape is the product, not half of it.", into);
                    add(gold, index, outline(), "The area is asked for, and this is the way around it.", into);
                }
            }
            case DIVIDE -> add(gold, index, inverted(), "The ratio stands upside down.", into);
            default -> {}
        }
    }

    private static boolean isArea(GoldSolution gold, int index) {
        return gold.wordsAt(index).stream().anyMatch(AREAS::contains)
                || gold.questionWords().stream().anyMatch(AREAS::contains);
    }

    private static Mistake.Rework outline() {
        return (text, place, edits) -> {
            QuestionStrategy.requirePlain(text, place);
            edits.insert(place.whole().start(), QuestionStrategy.styled(text, place, "2 * ("));
            edits.replace(place.operators().get(0), "+");
            edits.insert(place.whole().end(), ")");
        };
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

    /** A percentage of something, written as a decimal fraction. */
    private static boolean isShare(GoldSolution gold, int index) {
        Operation operation = gold.operation(index);
        boolean told = gold.steps().get(operation.step() - 1).text().contains("%")
                || gold.wordsAt(index).contains("percent");
        return told
                && operation.expression().operators().equals(List.of(Operator.MULTIPLY))
                && operation.numbers().stream()
                                .filter(FormulaStrategy::isDecimalPercent)
                                .count()
                        == 1;
    }

    private static boolean isDecimalPercent(BigFraction value) {
        return value.compareTo(BigFraction.ONE) < 0 && Numbers.isWhole(value.multiply(HUNDRED));
    }

    private static void share(GoldSolution gold, int index, List<Mistake> into) {
        List<BigFraction> numbers = gold.operation(index).numbers();
        BigFraction share = isDecimalPercent(numbers.get(0)) ? numbers.get(0) : numbers.get(1);
        BigFraction whole = share == numbers.get(0) ? numbers.get(1) : numbers.get(0);
        String sum = NumberStyle.like("", whole) + " + " + NumberStyle.like("", share.multiply(HUNDRED));
        add(gold, index, written(sum), "A percentage is no amount that could be added.", into);
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
