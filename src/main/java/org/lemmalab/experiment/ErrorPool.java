package org.lemmalab.experiment;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.mistake.Share;
import org.lemmalab.solution.Solution;

/**
 * The errors that one setting of mistake augmentation comes to (paper Sec. 3.3), to be compared with those of another.
 *
 * @param name of the setting
 * @param errors own and injected ones; one may stand there several times in a pool of a given size
 * @param kept of the errors that were injected, how many passed the check; empty where none were
 */
public record ErrorPool(String name, List<Entry> errors, Optional<Share> kept) {
    /** Copies the list. */
    public ErrorPool {
        errors = List.copyOf(errors);
    }

    /**
     * An error of a pool.
     *
     * @param problemId the problem's id
     * @param type the error's type
     * @param solution the whole wrong solution
     * @param firstWrongStep where it goes wrong, from 1
     * @param own whether a student made it
     */
    public record Entry(String problemId, ErrorType type, Solution solution, int firstWrongStep, boolean own) {
        static Entry of(String problemId, Injection injection) {
            return new Entry(problemId, injection.type(), injection.solution(), injection.firstWrongStep(), false);
        }

        /** A student's error; empty where the attempt has none, or ends before the step that it lacks. */
        static Optional<Entry> of(LabelledAttempt labelled) {
            Solution solution = labelled.attempt().solution();
            return labelled.errorType()
                    .filter(type -> labelled.firstWrongStep().orElseThrow()
                            <= solution.steps().size())
                    .map(type -> new Entry(
                            labelled.attempt().problemId(),
                            type,
                            solution,
                            labelled.firstWrongStep().orElseThrow(),
                            true));
        }

        /**
         * @return where the middle of the first wrong step lies in the solution, between 0 and 1
         */
        public double position() {
            return (firstWrongStep - 0.5) / solution.steps().size();
        }

        /** The steps up to the error, which is what a trajectory keeps of it. */
        private List<String> text() {
            return solution.steps().stream()
                    .limit(firstWrongStep)
                    .map(step -> step.text())
                    .toList();
        }
    }

    /**
     * @return how many are a student's own
     */
    public long own() {
        return errors.stream().filter(Entry::own).count();
    }

    /**
     * @return how many problems have one
     */
    public long problems() {
        return distinct(Entry::problemId);
    }

    /**
     * @return how many different wrong answers there are, each problem's counted apart
     */
    public long distinctAnswers() {
        return distinct(
                error -> List.of(error.problemId, error.solution.answer().orElse("")));
    }

    /**
     * @return how many different texts up to the error there are, each problem's counted apart
     */
    public long distinctTexts() {
        return distinct(error -> List.of(error.problemId, error.text()));
    }

    /**
     * @return the errors by type
     */
    public Map<ErrorType, Long> byType() {
        Map<ErrorType, Long> counts = new EnumMap<>(ErrorType.class);
        errors.forEach(error -> counts.merge(error.type, 1L, Long::sum));
        return counts;
    }

    /**
     * @param type a type
     * @return its errors alone
     */
    public ErrorPool ofType(ErrorType type) {
        return new ErrorPool(
                name, errors.stream().filter(error -> error.type == type).toList(), kept);
    }

    /**
     * How many types the pool is worth: e to the power of the entropy of their shares. Types that are equally frequent count fully,
     * rare ones hardly.
     *
     * @return from 1 to the number of types; 0 for an empty pool
     */
    public double effectiveTypes() {
        Collection<Long> counts = byType().values();
        double total = errors.size();
        double entropy = counts.stream()
                .mapToDouble(count -> -count / total * Math.log(count / total))
                .sum();
        return errors.isEmpty() ? 0 : Math.exp(entropy);
    }

    /**
     * @param parts into how many parts of equal length a solution is cut
     * @return for each part, from 0, how many errors lie there
     */
    public Map<Integer, Long> byPosition(int parts) {
        Map<Integer, Long> counts = new TreeMap<>();
        errors.forEach(error -> counts.merge((int) (error.position() * parts), 1L, Long::sum));
        return counts;
    }

    private long distinct(Function<Entry, Object> of) {
        return errors.stream().map(of).distinct().count();
    }
}
