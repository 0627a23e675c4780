package org.lemmalab.notebook;

import java.util.Optional;
import org.lemmalab.io.LabException;

/**
 * An exercise: it takes an answer and either is content or gives a hint. A hint names what was found and what to think about; it does
 * not tell the answer.
 *
 * <pre>{@code
 * var half = new Exercise<Double>(unit, 1, "A half", answer ->
 *         answer == 0.5 ? Optional.empty() : Optional.of("Found " + answer + ". What gives one when doubled?"));
 * }</pre>
 *
 * @param <T> what an answer is: a value, or a function that is tried on cases
 * @param unit that it belongs to
 * @param number within the unit, from 1
 * @param title in a few words
 * @param judge looks at answers
 */
public record Exercise<T>(CourseUnit unit, int number, String title, Judge<T> judge) {
    /**
     * Looks at an answer.
     *
     * @param <T> what an answer is
     */
    @FunctionalInterface
    public interface Judge<T> {
        /**
         * @param answer an answer
         * @return a hint where it is wrong or not finished; empty where it is right
         * @throws Exception if an answer that is a function fails; that becomes a hint too
         */
        Optional<String> hint(T answer) throws Exception;
    }

    /** Checks the number. */
    public Exercise {
        if (number < 1 || number > unit.exercises()) {
            throw new LabException(
                    "exercise '" + title + "': expected a number from 1 to " + unit.exercises() + ", found " + number);
        }
    }

    /**
     * @param answer an answer, also one that is missing or fails
     * @return a hint; empty where it is right
     */
    public Optional<String> hint(T answer) {
        if (answer == null) {
            return Optional.of("There is no answer yet: found null.");
        }
        try {
            return judge.hint(answer);
        } catch (Exception | StackOverflowError e) {
            return Optional.of("Your code stopped with " + e.getClass().getSimpleName()
                    + Optional.ofNullable(e.getMessage())
                            .map(message -> " (" + message + ")")
                            .orElse("") + ". What did it assume that does not hold for every input?");
        }
    }
}
