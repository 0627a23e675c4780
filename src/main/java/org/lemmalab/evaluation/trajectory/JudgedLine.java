package org.lemmalab.evaluation.trajectory;

import java.util.Optional;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ErrorType;

/**
 * One line of a solution and the verdict on it.
 *
 * @param text the line
 * @param kind what it does
 * @param right whether what it says is right where it stands; empty for reflections, and where that is not decided
 * @param type of the error, where the line is wrong and its type known
 * @param tokens how many tokens the line took, from 0
 */
public record JudgedLine(String text, Kind kind, Optional<Boolean> right, Optional<ErrorType> type, int tokens) {
    /** What a line does. */
    public enum Kind {
        /** Goes on with the solution. */
        STEP,
        /** Stops and looks back. */
        REFLECTION,
        /** States the final answer. */
        ANSWER
    }

    /** Checks that the verdict fits the kind. */
    public JudgedLine {
        if (text == null || kind == null || tokens < 0) {
            throw new LabException("judged line: expected a text, a kind and tokens from 0, found '" + text + "', "
                    + kind + " and " + tokens);
        }
        if (kind == Kind.REFLECTION && right.isPresent()) {
            throw new LabException("judged line: expected no verdict on a reflection, found one on '" + text + "'");
        }
        if (type.isPresent() && !right.equals(Optional.of(false))) {
            throw new LabException("judged line: expected an error type on wrong lines alone, found "
                    + type.get().label() + " on '" + text + "'");
        }
    }

    /**
     * @param text the line
     * @param tokens how many
     * @return a right step
     */
    public static JudgedLine right(String text, int tokens) {
        return new JudgedLine(text, Kind.STEP, Optional.of(true), Optional.empty(), tokens);
    }

    /**
     * @param text the line
     * @param type of the error
     * @param tokens how many
     * @return a wrong step
     */
    public static JudgedLine wrong(String text, ErrorType type, int tokens) {
        return new JudgedLine(text, Kind.STEP, Optional.of(false), Optional.of(type), tokens);
    }

    /**
     * @param text the line
     * @param tokens how many
     * @return a step that nobody can judge
     */
    public static JudgedLine undecided(String text, int tokens) {
        return new JudgedLine(text, Kind.STEP, Optional.empty(), Optional.empty(), tokens);
    }

    /**
     * @param text the line
     * @param tokens how many
     * @return a reflection
     */
    public static JudgedLine reflection(String text, int tokens) {
        return new JudgedLine(text, Kind.REFLECTION, Optional.empty(), Optional.empty(), tokens);
    }

    /**
     * @param text the line
     * @param right whether it is the gold answer
     * @param tokens how many
     * @return a final answer
     */
    public static JudgedLine answer(String text, boolean right, int tokens) {
        return new JudgedLine(text, Kind.ANSWER, Optional.of(right), Optional.empty(), tokens);
    }

    /**
     * @return whether it is a step or answer known to be wrong
     */
    public boolean isWrong() {
        return right.equals(Optional.of(false));
    }

    /**
     * @return whether it is a step or answer known to be right
     */
    public boolean isRight() {
        return right.equals(Optional.of(true));
    }
}
