package org.lemmalab.problem.program;

import java.util.List;
import java.util.Optional;

/**
 * A step with the place of every number in it, so that it can be rewritten.
 *
 * @param text its text
 * @param equations its equations, as {@link EquationReader#read} gives them, each with its places
 * @param facts the numbers outside of equations
 */
public record WrittenStep(String text, List<WrittenEquation> equations, List<WrittenNumber> facts) {
    /** Copies the lists. */
    public WrittenStep {
        equations = List.copyOf(equations);
        facts = List.copyOf(facts);
    }

    /**
     * @param text the text of one step
     * @return its places; empty where they cannot be told: LaTeX, text longer than {@link EquationReader#LONGEST_STEP}, or text
     *     that reads otherwise with its annotations than without
     */
    public static Optional<WrittenStep> read(String text) {
        if (text.length() > EquationReader.LONGEST_STEP || text.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        WrittenStep step = new StepLocator(text).read();
        List<Equation> located =
                step.equations().stream().map(WrittenEquation::equation).toList();
        return located.equals(EquationReader.read(text)) ? Optional.of(step) : Optional.empty();
    }
}
