package org.lemmalab.mistake.departure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;

/** Nonsensical output: nothing at all, a step said over and over, or text that is hardly words and numbers. */
final class Nonsense {
    private static final int MOST_REPEATS = 3;
    private static final double LEAST_READABLE = 0.5;
    private static final int SHORT = 20;

    private Nonsense() {}

    static Optional<Analysis> find(Solution attempt) {
        if (attempt.steps().isEmpty()) {
            return attempt.answer().isEmpty() ? Optional.of(wrong(1, "The attempt is empty.")) : Optional.empty();
        }
        return repeated(attempt.steps()).or(() -> garbled(attempt.steps()));
    }

    private static Optional<Analysis> repeated(List<Step> steps) {
        Map<String, Integer> seen = new HashMap<>();
        for (Step step : steps) {
            if (seen.merge(step.text(), 1, Integer::sum) > MOST_REPEATS) {
                return Optional.of(wrong(
                        step.number(),
                        "Step " + step.number() + " repeats an earlier step for the third time or more."));
            }
        }
        return Optional.empty();
    }

    private static Optional<Analysis> garbled(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.text().length() > SHORT && readable(step.text()) < LEAST_READABLE)
                .findFirst()
                .map(step -> wrong(step.number(), "Step " + step.number() + " is hardly words and numbers."));
    }

    private static double readable(String text) {
        long readable = text.chars()
                .filter(c ->
                        Character.isLetterOrDigit(c) || Character.isWhitespace(c) || "+-*/=().,$%<>".indexOf(c) >= 0)
                .count();
        return (double) readable / text.length();
    }

    private static Analysis wrong(int step, String explanation) {
        return new Analysis.Wrong(step, ErrorType.NONSENSICAL_OUTPUT, explanation);
    }
}
