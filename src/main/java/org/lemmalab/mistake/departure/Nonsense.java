package org.lemmalab.mistake.departure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Evidence;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;

/** Nonsensical output: nothing at all, a step said over and over, or text that is hardly words and numbers. */
public final class Nonsense {
    private static final int MOST_REPEATS = 3;
    private static final double LEAST_READABLE = 0.5;
    private static final int SHORT = 20;
    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\d+");
    private static final int MANY_WORDS = 12;
    private static final int MOST_WORDS = 5_000;
    private static final double FEW_DIFFERENT = 0.5;
    private static final int LONG = 40;
    private static final double FEW_IN_LONG = 0.25;

    private Nonsense() {}

    /**
     * @param attempt a solution
     * @return the verdict, where the attempt is nonsense from some step on
     */
    public static Optional<Analysis> find(Solution attempt) {
        if (attempt.steps().isEmpty()) {
            return attempt.answer().isEmpty() ? Optional.of(wrong(1, "The attempt is empty.")) : Optional.empty();
        }
        return repeated(attempt.steps())
                .or(() -> first(attempt.steps(), Nonsense::isGarbled, " is hardly words and numbers."))
                .or(() -> first(attempt.steps(), Nonsense::isStuck, " says the same few words over and over."));
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

    private static Optional<Analysis> first(List<Step> steps, Predicate<String> fault, String explanation) {
        return steps.stream()
                .filter(step -> fault.test(step.text()))
                .findFirst()
                .map(step -> wrong(step.number(), "Step " + step.number() + explanation));
    }

    private static boolean isGarbled(String text) {
        return text.length() > SHORT && readable(text) < LEAST_READABLE;
    }

    /** Many words and numbers, few of them different, and no equation or LaTeX that would explain the repetition of units or commands. */
    private static boolean isStuck(String text) {
        List<String> words = WORD.matcher(text)
                .results()
                .limit(MOST_WORDS)
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .toList();
        double few = words.size() > LONG ? FEW_IN_LONG : FEW_DIFFERENT;
        boolean formula = text.indexOf('=') >= 0 || text.indexOf('\\') >= 0;
        return words.size() >= MANY_WORDS && new HashSet<>(words).size() <= words.size() * few && !formula;
    }

    private static double readable(String text) {
        long readable = text.chars()
                .filter(c -> Character.isLetterOrDigit(c)
                        || Character.isWhitespace(c)
                        || "+-*/=().,$%<>\\{}^_[]&|:;'\"!?".indexOf(c) >= 0)
                .count();
        return (double) readable / text.length();
    }

    private static Analysis wrong(int step, String explanation) {
        Evidence evidence = new Evidence(Evidence.Kind.UNSUPPORTED, OptionalDouble.empty(), List.of(explanation));
        return new Analysis.Wrong(step, ErrorType.NONSENSICAL_OUTPUT, explanation, evidence);
    }
}
