package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Constants;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operation;

/** Unit conversion: the factor between two units is another one. */
final class UnitStrategy implements Strategy {
    private static final Map<Integer, List<Integer>> TAKEN_FOR = Map.ofEntries(
            Map.entry(60, List.of(100, 50, 30)),
            Map.entry(3600, List.of(60, 1000, 6000)),
            Map.entry(24, List.of(12, 20)),
            Map.entry(7, List.of(5, 6, 10)),
            Map.entry(4, List.of(5, 3, 2, 8)),
            Map.entry(52, List.of(50, 48, 54)),
            Map.entry(30, List.of(28, 25, 20)),
            Map.entry(31, List.of(28, 29)),
            Map.entry(365, List.of(300, 350, 360)),
            Map.entry(12, List.of(10, 6, 16, 24)),
            Map.entry(3, List.of(2, 4, 12)),
            Map.entry(36, List.of(30, 24, 12)),
            Map.entry(5280, List.of(5000, 1000, 1760)),
            Map.entry(16, List.of(12, 10, 8)),
            Map.entry(8, List.of(10, 12, 16, 4)),
            Map.entry(128, List.of(100, 120, 64)),
            Map.entry(2000, List.of(1000, 2200)),
            Map.entry(1000, List.of(100)),
            Map.entry(100, List.of(10, 1000)),
            Map.entry(10, List.of(12, 5, 100)),
            Map.entry(5, List.of(10, 4)),
            Map.entry(25, List.of(20, 50)));

    @Override
    public ErrorType type() {
        return ErrorType.UNIT_CONVERSION;
    }

    @Override
    public List<Mistake> mistakes(GoldSolution gold, RandomGenerator random) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            List<BigFraction> numbers = gold.operation(i).numbers();
            for (int at = 0; at < numbers.size(); at++) {
                if (Constants.converts(numbers.get(at), gold.wordsAt(i)) && Numbers.isWhole(numbers.get(at))) {
                    add(gold, i, at, mistakes);
                }
            }
            if (converts(gold, i)) {
                leftOut(gold, i, mistakes);
            }
        }
        return mistakes;
    }

    /** Whether an operation is nothing but a conversion. */
    static boolean converts(GoldSolution gold, int index) {
        List<BigFraction> numbers = gold.operation(index).numbers();
        return numbers.size() == 2
                && numbers.stream().anyMatch(number -> Constants.converts(number, gold.wordsAt(index)));
    }

    /** The conversion is left out: later steps go on with the value in the unit that it had. */
    private static void leftOut(GoldSolution gold, int index, List<Mistake> into) {
        Operation operation = gold.operation(index);
        boolean alone = gold.operationsIn(operation.step()).size() == 1 && index < gold.answer();
        for (BigFraction raw : operation.numbers()) {
            if (alone && !Constants.converts(raw, gold.wordsAt(index)) && raw.compareTo(BigFraction.of(2)) > 0) {
                String explanation = Numbers.text(raw) + " has to be converted first: " + operation.text() + ".";
                into.add(new Mistake(index, raw, new Mistake.Skipped(), explanation));
            }
        }
    }

    private static void add(GoldSolution gold, int operation, int at, List<Mistake> into) {
        BigFraction factor = gold.operation(operation).numbers().get(at);
        for (int wrong : TAKEN_FOR.getOrDefault(factor.intValue(), List.of())) {
            String explanation = "The factor between the two units is " + Numbers.text(factor) + ", not "
                    + Numbers.text(BigFraction.of(wrong)) + ".";
            OperandMistakes.of(gold, operation, at, BigFraction.of(wrong), explanation)
                    .ifPresent(into::add);
        }
    }

    @Override
    public String none() {
        return "no operation converts between units";
    }
}
