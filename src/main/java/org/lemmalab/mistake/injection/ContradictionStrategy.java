package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Constants;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operand;
import org.lemmalab.problem.program.Operation;

/** Contradictory step: the result of an earlier step is quoted wrongly. */
final class ContradictionStrategy implements Strategy {
    @Override
    public ErrorType type() {
        return ErrorType.CONTRADICTORY_STEP;
    }

    @Override
    public List<Mistake> mistakes(GoldSolution gold, RandomGenerator random) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            List<Operand> operands = gold.operation(i).operands();
            for (int at = 0; at < operands.size(); at++) {
                if (operands.get(at).resultOf().isPresent()) {
                    add(gold, i, at, random, mistakes);
                }
            }
        }
        return mistakes;
    }

    private static void add(GoldSolution gold, int index, int at, RandomGenerator random, List<Mistake> into) {
        Operation operation = gold.operation(index);
        Operand operand = operation.operands().get(at);
        Operation source = gold.operation(operand.resultOf().getAsInt());
        boolean quoted = source.step() < operation.step()
                && !gold.question().states(operand.value())
                && !Constants.converts(operand.value(), gold.wordsAt(index));
        if (!quoted) {
            return;
        }
        for (BigFraction wrong : NearNumbers.of(operand.value(), random)) {
            if (!gold.knows(wrong) && Numbers.isWhole(operand.value()) == Numbers.isWhole(wrong)) {
                String explanation = "Step " + source.step() + " found " + Numbers.text(operand.value()) + ", not "
                        + Numbers.text(wrong) + ".";
                OperandMistakes.of(gold, index, at, wrong, explanation).ifPresent(into::add);
            }
        }
    }

    @Override
    public String none() {
        return "no operation quotes the result of an earlier step";
    }
}
