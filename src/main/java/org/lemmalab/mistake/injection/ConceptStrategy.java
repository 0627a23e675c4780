package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.departure.Words;
import org.lemmalab.problem.program.Operator;
import org.lemmalab.problem.program.Stretch;

/** Confusing concept: the step speaks of the other one of two concepts that are easily mixed up, and works out that one. */
final class ConceptStrategy implements Strategy {
    /**
     * Two concepts that the same numbers have.
     *
     * @param right the words of gold's
     * @param operator its operator
     * @param wrong what is said instead
     * @param other the operator of that
     * @param explanation what is mixed up
     */
    private record Pair(Pattern right, Operator operator, String wrong, Operator other, String explanation) {}

    /** Where one of these stands elsewhere in the step, it would speak of both concepts. */
    private static final Set<String> CONCEPTS =
            Set.of("total", "altogether", "all", "left", "remaining", "remain", "profit", "revenue");

    private static final List<Pair> PAIRS = List.of(
            pair(
                    "\\bleft\\b(?=[.,]|$| to\\b| after\\b| for\\b)",
                    Operator.SUBTRACT,
                    "in total",
                    Operator.ADD,
                    "What is left is asked for here, not the total."),
            pair(
                    "(?<=\\b(?:the|her|his|their|its) )remaining\\b",
                    Operator.SUBTRACT,
                    "total",
                    Operator.ADD,
                    "What remains is asked for here, not the total."),
            pair(
                    "\\bprofit\\b",
                    Operator.SUBTRACT,
                    "revenue",
                    Operator.ADD,
                    "Profit is what is left of the revenue after the costs."),
            pair(
                    "\\b(?:in total|altogether)\\b(?=[.,]|$)",
                    Operator.ADD,
                    "left",
                    Operator.SUBTRACT,
                    "The total is asked for here, not what is left."),
            pair(
                    "\\btimes (?:as (?:many|much)|more)\\b(?! than)(?!(?: \\w+)? as\\b)",
                    Operator.MULTIPLY,
                    "more",
                    Operator.ADD,
                    "Times as many means to multiply, and so many more means to add."));

    @Override
    public ErrorType type() {
        return ErrorType.CONFUSING_CONCEPT;
    }

    @Override
    public List<Mistake> mistakes(GoldSolution gold, RandomGenerator random) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            String text = gold.steps().get(gold.operation(i).step() - 1).text();
            for (Pair pair : PAIRS) {
                Matcher matcher = pair.right().matcher(text);
                boolean alone = gold.operationsIn(gold.operation(i).step()).size() == 1;
                boolean fits = gold.operation(i).expression().operators().equals(List.of(pair.operator()));
                if (alone && fits && matcher.find() && isOnly(text, matcher) && !OperatorStrategy.isNamed(gold, i)) {
                    add(gold, i, pair, new Stretch(matcher.start(), matcher.end()), mistakes);
                }
            }
        }
        return mistakes;
    }

    private static boolean isOnly(String text, Matcher words) {
        String rest = text.substring(0, words.start()) + text.substring(words.end());
        return Words.of(rest).stream().noneMatch(CONCEPTS::contains);
    }

    private static void add(GoldSolution gold, int index, Pair pair, Stretch words, List<Mistake> into) {
        String sign = pair.other() == Operator.MULTIPLY ? "*" : pair.other().symbol();
        Mistake.Rework rework = (text, place, edits) -> {
            if (place.operators().isEmpty() || words.overlaps(place.whole())) {
                throw new Refusal("the operators of an equation do not stand one by one");
            }
            edits.replace(place.operators().get(0), sign).replace(words, pair.wrong());
        };
        Mistake.Rework arithmetic = (text, place, edits) -> {
            if (place.operators().isEmpty()) {
                throw new Refusal("the operators of an equation do not stand one by one");
            }
            edits.replace(place.operators().get(0), sign);
        };
        Reworking.value(gold, index, arithmetic)
                .filter(value -> !gold.isResult(value))
                .ifPresent(value -> into.add(
                        new Mistake(index, value, new Mistake.Reworked(rework, Map.of(), false), pair.explanation())));
    }

    private static Pair pair(String right, Operator operator, String wrong, Operator other, String explanation) {
        return new Pair(Pattern.compile(right), operator, wrong, other, explanation);
    }

    @Override
    public String none() {
        return "no step names one of two concepts that are easily mixed up";
    }
}
