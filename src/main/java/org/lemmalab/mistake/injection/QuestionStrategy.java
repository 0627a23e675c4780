package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.EquationPlace;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Operator;
import org.lemmalab.problem.program.Source;

/**
 * Question misinterpretation: a sum leaves out something that the question asks to count in, or takes in something known that it
 * does not ask for there.
 */
final class QuestionStrategy implements Strategy {
    @Override
    public ErrorType type() {
        return ErrorType.QUESTION_MISINTERPRETATION;
    }

    @Override
    public List<Mistake> mistakes(GoldSolution gold, RandomGenerator random) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            List<Operator> operators = gold.operation(i).expression().operators();
            boolean sum = operators.stream().allMatch(Operator::isAdditive);
            for (int at = 1; sum && operators.size() > 1 && at <= operators.size(); at++) {
                if (gold.operation(i).numbers().get(at).compareTo(BigFraction.of(2)) > 0) {
                    leftOut(gold, i, at, mistakes);
                }
            }
            if (sum) {
                takenIn(gold, i, mistakes);
            }
        }
        return mistakes;
    }

    /** Leaves out the term at a place from 1, with the operator before it. */
    private static void leftOut(GoldSolution gold, int index, int at, List<Mistake> into) {
        BigFraction term = gold.operation(index).numbers().get(at);
        Mistake.Rework rework = (text, place, edits) -> {
            requirePlain(text, place);
            edits.remove(
                    place.numbers().get(at - 1).stretch().end(),
                    place.numbers().get(at).stretch().end());
        };
        add(gold, index, rework, "The question asks to count " + Numbers.text(term) + " in as well.", into);
    }

    /** Takes in a value that belongs to the problem, but not here. */
    private static void takenIn(GoldSolution gold, int index, List<Mistake> into) {
        for (BigFraction value : known(gold, index)) {
            for (String sign : List.of(" + ", " - ")) {
                Mistake.Rework rework = (text, place, edits) -> {
                    requirePlain(text, place);
                    edits.insert(place.whole().end(), styled(text, place, sign + NumberStyle.like("", value)));
                };
                add(
                        gold,
                        index,
                        rework,
                        "The question does not ask to count " + Numbers.text(value) + " in here.",
                        into);
            }
        }
    }

    private static Set<BigFraction> known(GoldSolution gold, int index) {
        Set<BigFraction> known = new LinkedHashSet<>();
        for (int i = 0; i < gold.size(); i++) {
            Operation operation = gold.operation(i);
            if (operation.step() < gold.operation(index).step()) {
                known.add(operation.value());
            }
            operation.operands().stream()
                    .filter(operand -> operand.source() == Source.QUESTION)
                    .filter(operand -> gold.figures().contains(operand.value()))
                    .forEach(operand -> known.add(operand.value()));
        }
        known.removeAll(gold.operation(index).numbers());
        known.removeIf(value -> value.compareTo(BigFraction.of(2)) <= 0 || !Plausible.isShort(value, 2));
        return known;
    }

    private static void add(
            GoldSolution gold, int index, Mistake.Rework rework, String explanation, List<Mistake> into) {
        Optional<BigFraction> value = Reworking.value(gold, index, rework);
        value.filter(each -> !gold.isResult(each))
                .ifPresent(each ->
                        into.add(new Mistake(index, each, new Mistake.Reworked(rework, Map.of(), false), explanation)));
    }

    /** A term can be taken out or in only where no words stand between the numbers. */
    static void requirePlain(String text, EquationPlace place) {
        boolean plain = place.whole().in(text).chars().allMatch(c -> "0123456789., $+-*/x×".indexOf(c) >= 0);
        if (!plain || place.numbers().isEmpty() || place.operators().isEmpty()) {
            throw new Refusal("words stand between the numbers of an equation");
        }
    }

    static String styled(String text, EquationPlace place, String spaced) {
        return place.whole().in(text).contains(" ") ? spaced : spaced.replace(" ", "");
    }

    @Override
    public String none() {
        return "no sum could count in too little or too much";
    }
}
