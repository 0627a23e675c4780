package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Constants;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operand;
import org.lemmalab.problem.program.Source;

/** Context value: a figure of the question is quoted wrongly. */
final class ContextValueStrategy implements Strategy {
    @Override
    public ErrorType type() {
        return ErrorType.CONTEXT_VALUE;
    }

    @Override
    public List<Mistake> mistakes(GoldSolution gold, RandomGenerator random) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            for (int at = 0; at < gold.operation(i).operands().size(); at++) {
                if (isFigure(gold, i, gold.operation(i).operands().get(at))) {
                    add(gold, i, at, random, mistakes);
                }
            }
        }
        return mistakes;
    }

    private static boolean isFigure(GoldSolution gold, int operation, Operand operand) {
        return operand.source() == Source.QUESTION
                && gold.figures().contains(operand.value())
                && !Constants.converts(operand.value(), gold.wordsAt(operation))
                && !gold.isResult(operand.value());
    }

    private static void add(GoldSolution gold, int operation, int at, RandomGenerator random, List<Mistake> into) {
        BigFraction right = gold.operation(operation).numbers().get(at);
        for (BigFraction wrong : NearNumbers.of(right, random)) {
            if (!gold.knows(wrong) && sameKind(right, wrong)) {
                String explanation = "The question says " + Numbers.text(right) + ", not " + Numbers.text(wrong) + ".";
                OperandMistakes.of(gold, operation, at, wrong, explanation).ifPresent(into::add);
            }
        }
    }

    private static boolean sameKind(BigFraction right, BigFraction wrong) {
        return Numbers.isWhole(right) == Numbers.isWhole(wrong);
    }

    @Override
    public String none() {
        return "no operation takes a figure of the question that could be misquoted";
    }
}
