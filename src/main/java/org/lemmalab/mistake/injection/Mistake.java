package org.lemmalab.mistake.injection;

import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.EquationPlace;

/**
 * A mistake that a strategy proposes.
 *
 * @param operation the index of the operation that goes wrong
 * @param value the wrong value that later steps go on with
 * @param form how it is worded
 * @param explanation what is wrong, for the reflection
 */
record Mistake(int operation, BigFraction value, Form form, String explanation) {
    /** How a mistake stands in the text. */
    sealed interface Form {}

    /**
     * The operation's own equation is written otherwise.
     *
     * @param rework the change at each place where it is written
     * @param misquoted numbers of this step that are quoted wrongly, with what is written for them
     * @param slip whether the equation becomes false
     */
    record Reworked(Rework rework, Map<BigFraction, BigFraction> misquoted, boolean slip) implements Form {}

    /**
     * The operation stands as gold has it; a sentence after it changes its value.
     *
     * @param sentence the sentence, with an equation
     * @param ownStep whether it is a step of its own, or goes on the operation's step
     */
    record Added(String sentence, boolean ownStep) implements Form {}

    /** The operation's step is left out, and later ones go on with a value that it should have worked on. */
    record Skipped() implements Form {}

    /**
     * The solution stops after the operation's step and takes its result for the answer.
     *
     * @param sentence says so
     */
    record Stopped(String sentence) implements Form {}

    /** Changes an equation where it is written. */
    @FunctionalInterface
    interface Rework {
        /**
         * @param text the step
         * @param place where the equation stands in it
         * @param edits takes the changes to the expression; the result is written by the caller
         */
        void at(String text, EquationPlace place, Edits edits);
    }
}
