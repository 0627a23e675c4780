package org.lemmalab.reflection.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.Numbers;

/**
 * Another way to solve a problem.
 *
 * @param steps all its steps
 * @param note in what it differs from the gold solution
 */
record Alternative(List<String> steps, String note) {
    private static final Pattern CONCLUDING = Pattern.compile(
            "^(?:(?:then|next|now|so|therefore|thus|hence|finally|lastly|afterwards|also|that means|this means),?\\s+)+",
            Pattern.CASE_INSENSITIVE);

    /** Copies the steps; nothing goes before the first one, so it loses words that say otherwise. */
    Alternative {
        List<String> texts = new ArrayList<>(steps);
        texts.set(0, StepText.capitalised(CONCLUDING.matcher(texts.get(0)).replaceFirst("")));
        steps = List.copyOf(texts);
    }

    /** Reads the steps back: every equation is exact and stated, one has the gold answer, and the text is not the gold one. */
    boolean isSound(GoldSolution gold) {
        Set<BigFraction> results = new HashSet<>();
        for (String step : steps) {
            for (Equation equation : EquationReader.read(step)) {
                if (equation.check() != Equation.Check.EXACT
                        || equation.stated().isEmpty()) {
                    return false;
                }
                results.add(equation.stated().get());
            }
        }
        return Numbers.answer(gold.problem().goldAnswer())
                        .map(results::contains)
                        .orElse(false)
                && !sameText(gold);
    }

    private boolean sameText(GoldSolution gold) {
        String own = steps.stream().map(StepText::normal).collect(Collectors.joining());
        String other = gold.steps().stream()
                .map(step -> StepText.normal(step.readable()))
                .collect(Collectors.joining());
        return own.equals(other);
    }
}
