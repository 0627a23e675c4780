package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Constants;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Operator;

/** Hallucination: a sentence tells of something that the question does not say, and changes a result by it. */
final class InventionStrategy implements Strategy {
    private static final int AMOUNTS = 16;

    @Override
    public ErrorType type() {
        return ErrorType.HALLUCINATION;
    }

    @Override
    public List<Mistake> mistakes(GoldSolution gold, RandomGenerator random) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            List<Story> stories = Story.fitting(gold, i);
            for (int k = 0; k < AMOUNTS && !stories.isEmpty(); k++) {
                Story story = stories.get(random.nextInt(stories.size()));
                BigFraction amount = amount(gold.operation(i).value(), random);
                if (!gold.knows(amount) && !Constants.isCommon(amount)) {
                    mistakes.add(mistake(gold, i, story, amount, random.nextBoolean()));
                }
            }
        }
        return mistakes;
    }

    /** A whole amount of about a tenth to a half of the value; never 0 or 1. */
    private static BigFraction amount(BigFraction value, RandomGenerator random) {
        double size = Math.min(value.abs().doubleValue(), 1e6);
        long least = Math.max(3, Math.round(size / 10));
        long most = Math.max(least + 6, Math.round(size / 2));
        long amount = random.nextLong(least, most + 1);
        return BigFraction.of(amount > 200 ? amount / 50 * 50 : amount > 50 ? amount / 5 * 5 : amount);
    }

    private static Mistake mistake(GoldSolution gold, int index, Story story, BigFraction amount, boolean ownStep) {
        Operation operation = gold.operation(index);
        Operator operator = story.adds() ? Operator.ADD : Operator.SUBTRACT;
        BigFraction value = operator.apply(operation.value(), amount).orElseThrow();
        String sentence = story.told(operation.value(), amount, value, gold.isAnnotated());
        String explanation = "The question does not say anything about " + story.subject() + ", so the "
                + Numbers.text(amount) + " is made up.";
        return new Mistake(index, value, new Mistake.Added(sentence, ownStep), explanation);
    }

    @Override
    public String none() {
        return "no result is of a kind that a story can be told about";
    }
}
