package org.lemmalab.mistake.injection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Constants;
import org.lemmalab.problem.program.EquationPlace;
import org.lemmalab.problem.program.WrittenNumber;
import org.lemmalab.problem.program.WrittenStep;

/** Rewrites gold steps with the values of a solution that has gone wrong; words stay as they are. */
final class StepRewriter {
    private static final BigFraction HUNDRED = BigFraction.of(100);
    private static final BigFraction SMALL = BigFraction.of(12);
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

    private final GoldSolution gold;
    private final Values values;
    private final Optional<Mistake.Reworked> reworked;
    private final int wrong;

    /** A rewriter for the steps from the one with the mistake on. */
    StepRewriter(GoldSolution gold, Values values, Mistake mistake) {
        this.gold = gold;
        this.values = values;
        this.wrong = mistake.operation();
        this.reworked = mistake.form() instanceof Mistake.Reworked form ? Optional.of(form) : Optional.empty();
    }

    /** The text of a gold step, counted from 1, as it reads now. */
    String rewrite(int step) {
        WrittenStep written = gold.steps().get(step - 1);
        Edits edits = new Edits();
        List<Integer> here = gold.operationsIn(step);
        for (int operation : here) {
            for (EquationPlace place : gold.written().get(operation).places()) {
                equation(operation, written.text(), place, edits);
            }
        }
        int after = here.isEmpty() ? before(step) : here.get(here.size() - 1) + 1;
        for (WrittenNumber fact : written.facts()) {
            BigFraction value = fact(fact, step, after);
            if (!value.equals(fact.value())) {
                write(written.text(), fact, value, edits);
            }
        }
        if (!edits.isEmpty()) {
            requireNoNames(step, after);
        }
        return edits.apply(written.text());
    }

    private int before(int step) {
        return (int) gold.operations().stream()
                .filter(operation -> operation.step() < step)
                .count();
    }

    private void equation(int operation, String text, EquationPlace place, Edits edits) {
        if (operation == wrong && reworked.isPresent()) {
            boolean same = place.expression().equals(gold.operation(operation).expression());
            if (!same && !reworked.get().slip()) {
                throw new Refusal("an equation is written in two ways");
            }
            reworked.get().rework().at(text, place, edits);
        } else {
            values.operands(operation).ifPresent(numbers -> operands(operation, numbers, text, place, edits));
        }
        if (values.isChanged(operation) && (operation != wrong || reworked.isPresent())) {
            results(operation, text, place, edits);
        }
    }

    private void operands(int operation, List<BigFraction> numbers, String text, EquationPlace place, Edits edits) {
        List<BigFraction> before = gold.operation(operation).numbers();
        for (int i = 0; i < numbers.size(); i++) {
            if (!numbers.get(i).equals(before.get(i))) {
                replace(text, place, before.get(i), numbers.get(i), edits);
            }
        }
    }

    /** Replaces a number of an expression wherever it stands there. */
    static void replace(String text, EquationPlace place, BigFraction from, BigFraction to, Edits edits) {
        if (place.numbers().isEmpty()) {
            throw new Refusal("the numbers of an equation do not stand one by one");
        }
        for (WrittenNumber number : place.numbers()) {
            if (number.value().equals(from)) {
                write(text, number, to, edits);
            }
        }
    }

    private void results(int operation, String text, EquationPlace place, Edits edits) {
        BigFraction goldValue = gold.operation(operation).value();
        BigFraction value = values.result(operation);
        if (place.results().isEmpty()) {
            throw new Refusal("a result does not stand by itself");
        }
        for (WrittenNumber shown : place.results()) {
            write(text, shown, scaled(shown, goldValue, value), edits);
        }
    }

    /** A result may be shown as a percentage, or rounded. */
    private static BigFraction scaled(WrittenNumber shown, BigFraction gold, BigFraction value) {
        for (BigFraction scale : List.of(BigFraction.ONE, HUNDRED, HUNDRED.reciprocal())) {
            if (shown.value().equals(gold.multiply(scale))) {
                return value.multiply(scale);
            }
        }
        throw new Refusal("a result is shown rounded");
    }

    private BigFraction fact(WrittenNumber fact, int step, int after) {
        if (step == gold.operation(wrong).step() && reworked.isPresent()) {
            Map<BigFraction, BigFraction> misquoted = reworked.get().misquoted();
            if (misquoted.containsKey(fact.value())) {
                return misquoted.get(fact.value());
            }
        }
        BigFraction value = values.follow(fact.value(), after, gold.words().get(step - 1), false);
        if (value.equals(fact.value()) && !isExplained(fact.value(), step)) {
            throw new Refusal("a later number has an unknown origin");
        }
        return value;
    }

    private boolean isExplained(BigFraction value, int step) {
        return value.abs().compareTo(SMALL) <= 0
                || Constants.isCommon(value)
                || gold.question().states(value)
                || gold.question().impliesPercentOf(value)
                || gold.isResult(value)
                || gold.operationsIn(step).stream()
                        .anyMatch(
                                operation -> gold.operation(operation).numbers().contains(value));
    }

    private static void write(String text, WrittenNumber number, BigFraction value, Edits edits) {
        int end = number.stretch().end();
        String behind = text.substring(end, Math.min(end + 2, text.length()));
        String original = number.stretch().in(text);
        if (ORDINALS.contains(behind) || original.indexOf('/') >= 0) {
            throw new Refusal("a number is written as an ordinal or a mixed fraction");
        }
        boolean one = number.value().equals(BigFraction.ONE) || value.equals(BigFraction.ONE);
        if (one && end + 1 < text.length() && text.charAt(end) == ' ' && Character.isLetter(text.charAt(end + 1))) {
            throw new Refusal("a noun would have to change its number");
        }
        BigFraction shown = number.percent() ? value.multiply(HUNDRED) : value;
        edits.replace(number.stretch(), NumberStyle.like(original, shown));
    }

    /** A changed value must not be told in words as well. */
    private void requireNoNames(int step, int after) {
        for (int i = wrong; i < after; i++) {
            BigFraction value = gold.operation(i).value();
            boolean told = values.isChanged(i)
                    && !gold.question().states(value)
                    && NumberNames.says(gold.words().get(step - 1), value);
            if (told) {
                throw new Refusal("a later number is written in words");
            }
        }
    }
}
