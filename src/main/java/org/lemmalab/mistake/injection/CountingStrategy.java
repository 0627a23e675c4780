package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Constants;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operand;

/** Counting: a small number that the question does not state, because it is to be counted there, is one more or one less. */
final class CountingStrategy implements Strategy {
    private static final Set<String> NO_COUNTS = Set.of(
            "average", "mean", "half", "twice", "double", "triple", "percent", "area", "perimeter", "square", "volume");
    private static final Set<String> WEEKDAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Set<String> DAYS = Set.of("day", "weekday", "weekend", "week");
    private static final BigFraction WEEK = BigFraction.of(7);

    @Override
    public ErrorType type() {
        return ErrorType.COUNTING;
    }

    @Override
    public List<Mistake> mistakes(GoldSolution gold, RandomGenerator random) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            List<Operand> operands = gold.operation(i).operands();
            for (int at = 0; at < operands.size(); at++) {
                if (isCount(gold, i, operands.get(at))) {
                    add(gold, i, at, mistakes);
                }
            }
        }
        return mistakes;
    }

    private static boolean isCount(GoldSolution gold, int operation, Operand operand) {
        BigFraction value = operand.value();
        boolean small = Values.isCount(value) && value.compareTo(BigFraction.of(2)) >= 0;
        Set<String> around = new HashSet<>(gold.questionWords());
        around.addAll(gold.wordsAt(operation));
        if (!small || operand.resultOf().isPresent() || Constants.converts(value, around)) {
            return false;
        }
        boolean stated = gold.question().states(value);
        return stated
                ? countsDays(gold, operation, value)
                : gold.wordsAt(operation).stream().noneMatch(NO_COUNTS::contains);
    }

    /** Days that the question names one by one. */
    private static boolean countsDays(GoldSolution gold, int operation, BigFraction value) {
        long named = WEEKDAYS.stream().filter(gold.questionWords()::contains).count();
        return named >= 2
                && value.equals(BigFraction.of(named))
                && !gold.figures().contains(value)
                && value.compareTo(WEEK) <= 0
                && gold.wordsAt(operation).stream().anyMatch(word -> DAYS.contains(word) || WEEKDAYS.contains(word));
    }

    private static void add(GoldSolution gold, int operation, int at, List<Mistake> into) {
        BigFraction count = gold.operation(operation).numbers().get(at);
        for (BigFraction step : List.of(BigFraction.ONE, BigFraction.ONE.negate())) {
            BigFraction wrong = count.add(step);
            String explanation =
                    "Counted one by one there are " + Numbers.text(count) + ", not " + Numbers.text(wrong) + ".";
            OperandMistakes.of(gold, operation, at, wrong, explanation).ifPresent(into::add);
        }
    }

    @Override
    public String none() {
        return "no operation takes a number that has to be counted";
    }
}
