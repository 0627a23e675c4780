package org.lemmalab.mistake.departure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Constants;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Source;

/**
 * The first place where an attempt leaves the gold path, with the evidence that the rules judge.
 *
 * @param gold question and gold solution
 * @param step the attempt's step
 * @param written the numbers that the attempt writes there
 * @param equation the attempt's equation; empty where the step only states a fact
 * @param counterpart the gold operation that this place stands for; empty where none is like it
 * @param expected the numbers that gold has at that place
 * @param earlier the attempt's results before
 */
record Departure(
        GoldPath gold,
        StepReading step,
        List<BigFraction> written,
        Optional<Equation> equation,
        Optional<Operation> counterpart,
        List<BigFraction> expected,
        List<BigFraction> earlier) {
    private static final BigFraction HUNDRED = BigFraction.of(100);
    private static final Set<String> DAYS = Set.of("day", "weekday", "weekend", "week");
    private static final Set<String> WEEKDAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /** The numbers that gold has and the attempt has not. */
    List<BigFraction> missing() {
        return without(expected, written);
    }

    /** The numbers that the attempt has and gold has not. */
    List<BigFraction> extra() {
        return without(written, expected);
    }

    private static List<BigFraction> without(List<BigFraction> all, List<BigFraction> taken) {
        List<BigFraction> rest = new ArrayList<>(all);
        taken.forEach(rest::remove);
        return rest;
    }

    boolean isQuestionValue(BigFraction value) {
        return gold.question().states(value) || gold.question().impliesPercentOf(value);
    }

    boolean isEarlierResult(BigFraction value) {
        return earlier.contains(value) || earlier.contains(value.negate());
    }

    /** A result of the gold solution, before the counterpart, that the attempt has not worked out before this place. */
    boolean isSkippedResult(BigFraction value) {
        if (isEarlierResult(value) || counterpart.isEmpty()) {
            return false;
        }
        boolean asResult = counterpart.get().operands().stream()
                .anyMatch(operand -> operand.value().equals(value) && operand.source() == Source.RESULT);
        return asResult || isGoldResult(value) && extra().stream().anyMatch(raw -> isInputOf(raw, value));
    }

    /** Whether the gold operation with that result is made of that value. */
    boolean isInputOf(BigFraction value, BigFraction result) {
        return gold.program().operations().stream()
                .filter(operation -> operation.value().equals(result))
                .anyMatch(operation -> operation.numbers().contains(value) || hasPart(operation.expression(), value));
    }

    /** Whether the gold solution makes the result by a factor between units, from that value or from one that it replaces. */
    boolean isConversionOf(BigFraction value, BigFraction result) {
        return isMinutesAsDecimals(value, result)
                || gold.program().operations().stream()
                        .filter(operation -> operation.value().equals(result)
                                && operation.numbers().size() == 2)
                        .filter(operation -> operation.numbers().contains(value) || !isKnown(value))
                        .anyMatch(operation -> operation.numbers().stream()
                                .anyMatch(factor -> !factor.equals(value)
                                        && Constants.converts(
                                                factor,
                                                gold.steps()
                                                        .get(operation.step() - 1)
                                                        .words())));
    }

    /** 2 hours 30 minutes written as 2.3 hours. */
    private static boolean isMinutesAsDecimals(BigFraction value, BigFraction result) {
        BigFraction hours = BigFraction.of(value.getNumerator().divide(value.getDenominator()));
        BigFraction minutes = value.subtract(hours).multiply(HUNDRED);
        return minutes.signum() > 0
                && Numbers.isWhole(minutes)
                && minutes.equals(result.subtract(hours).multiply(BigFraction.of(60)));
    }

    private static boolean hasPart(Expression expression, BigFraction value) {
        return expression instanceof Expression.Binary binary
                && (isWorth(binary.left(), value)
                        || isWorth(binary.right(), value)
                        || hasPart(binary.left(), value)
                        || hasPart(binary.right(), value));
    }

    private static boolean isWorth(Expression expression, BigFraction value) {
        return expression.value().map(value::equals).orElse(false);
    }

    boolean isGoldResult(BigFraction value) {
        return gold.results().contains(value);
    }

    boolean isKnown(BigFraction value) {
        return isQuestionValue(value) || isEarlierResult(value) || isGoldResult(value) || gold.writes(value);
    }

    /** Known, or common knowledge. */
    boolean isExplained(BigFraction value) {
        return isKnown(value)
                || Constants.isCommon(value)
                || earlier.contains(value.multiply(HUNDRED))
                || earlier.contains(BigFraction.ONE.subtract(value));
    }

    boolean isConversion(BigFraction value) {
        return Constants.converts(value, step.words())
                || counterpart.isPresent() && Constants.converts(value, counterpartWords());
    }

    Set<String> counterpartWords() {
        return counterpart
                .map(operation -> gold.steps().get(operation.step() - 1).words())
                .orElse(Set.of());
    }

    /** Whether the step says in much the same words what the gold step says. */
    boolean readsLikeGold() {
        return Words.similarity(step.words(), counterpartWords()) >= Words.SAME;
    }

    /** Whether a small number counts days that the question names one by one. */
    boolean countsDays(BigFraction value) {
        Set<String> words = gold.questionWords();
        long named = WEEKDAYS.stream().filter(words::contains).count();
        boolean aboutDays = step.words().stream().anyMatch(word -> DAYS.contains(word) || WEEKDAYS.contains(word));
        return named >= 2 && aboutDays && Numbers.isWhole(value) && value.abs().compareTo(BigFraction.of(7)) <= 0;
    }

    /** Words of this step that neither the question nor the gold solution knows. */
    Set<String> newWords() {
        return step.words().stream()
                .filter(word -> word.length() > 3 && !gold.questionWords().contains(word))
                .filter(word -> gold.steps().stream()
                        .noneMatch(goldStep -> goldStep.words().contains(word)))
                .collect(Collectors.toSet());
    }

    boolean mentions(Set<String> cues) {
        return step.words().stream().anyMatch(cues::contains)
                || counterpartWords().stream().anyMatch(cues::contains);
    }

    /** Whether all that it has too much is what gold has once: a formula with the same numbers twice. */
    boolean repeatsItself() {
        return extra().size() > 1 && expected.containsAll(extra());
    }

    /** Whether gold gets from the attempt's one other number to its own by one more or one less: posts for gaps. */
    boolean isOffByOne() {
        if (missing().size() != 1 || extra().size() != 1 || !isEarlierResult(extra().get(0))) {
            return false;
        }
        BigFraction right = missing().get(0);
        BigFraction wrong = extra().get(0);
        return right.subtract(wrong).abs().equals(BigFraction.ONE)
                && gold.program().operations().stream()
                        .anyMatch(operation -> operation.value().equals(right)
                                && operation.numbers().contains(wrong)
                                && operation.numbers().contains(BigFraction.ONE));
    }

    /** This departure, laid to an earlier step that introduces its numbers. */
    Departure origin(StepReading origin) {
        return new Departure(gold, origin, written, equation, counterpart, expected, earlier);
    }

    String place() {
        boolean here = equation.map(step.equations()::contains).orElse(true);
        String subject = "Step " + step.number();
        if (!here) {
            return subject + " brings in " + list(extra()) + ", from which a later step computes "
                    + equation.get().expression();
        }
        return subject + equation.map(e -> " computes " + e.expression()).orElse(" states " + list(written));
    }

    String goldPlace() {
        return counterpart
                .map(operation -> "the gold solution has " + operation.text())
                .orElse("the gold solution has no such operation");
    }

    static String list(List<BigFraction> values) {
        return values.stream().map(Numbers::text).collect(Collectors.joining(", "));
    }
}
