package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operation;

/**
 * Missing step: a step is left out, and what follows takes a value that it should have worked on; or the solution stops before its
 * last step and takes the result it has for the answer.
 */
final class OmissionStrategy implements Strategy {
    private static final List<String> STOPS = List.of(
            "So the answer is %s.",
            "That makes %s in the end.", "Therefore the final result is %s.", "This gives %s as the answer.");

    @Override
    public ErrorType type() {
        return ErrorType.MISSING_STEP;
    }

    @Override
    public List<Mistake> mistakes(GoldSolution gold, RandomGenerator random) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            List<Integer> here = gold.operationsIn(gold.operation(i).step());
            if (here.size() == 1 && i < gold.answer() && !UnitStrategy.converts(gold, i)) {
                skipped(gold, i, mistakes);
            }
        }
        stopped(gold, random, mistakes);
        return mistakes;
    }

    private static void skipped(GoldSolution gold, int index, List<Mistake> into) {
        Operation operation = gold.operation(index);
        for (BigFraction raw : operation.numbers()) {
            boolean fits =
                    !raw.equals(operation.value()) && raw.compareTo(BigFraction.of(2)) > 0 && isUsed(gold, index);
            if (fits) {
                String explanation = Numbers.text(raw) + " goes in where " + Numbers.text(operation.value())
                        + " belongs: the step that works out " + operation.text() + " is missing.";
                into.add(new Mistake(index, raw, new Mistake.Skipped(), explanation));
            }
        }
    }

    private static boolean isUsed(GoldSolution gold, int index) {
        return gold.operations().stream()
                .anyMatch(later -> later.operands().stream()
                        .anyMatch(operand -> operand.resultOf().isPresent()
                                && operand.resultOf().getAsInt() == index));
    }

    private static void stopped(GoldSolution gold, RandomGenerator random, List<Mistake> into) {
        Operation last = gold.operation(gold.answer());
        for (int i = gold.answer() - 1; i >= 0; i--) {
            Operation operation = gold.operation(i);
            if (operation.step() < last.step() && !operation.value().equals(last.value())) {
                String sentence =
                        STOPS.get(random.nextInt(STOPS.size())).formatted(NumberStyle.like("", operation.value()));
                String explanation = Numbers.text(operation.value())
                        + " is not yet what the question asks for: the step " + last.text() + " is missing.";
                into.add(new Mistake(i, operation.value(), new Mistake.Stopped(sentence), explanation));
                return;
            }
        }
    }

    @Override
    public String none() {
        return "no step can be left out";
    }
}
