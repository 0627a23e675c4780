package org.lemmalab.solution;

import org.lemmalab.io.LabException;

/**
 * What a model wrote, with its thoughts apart from its solution.
 *
 * @param raw the whole text as it came
 * @param thoughts what was thought, several thoughts joined by a blank line; empty where there is none
 * @param solution what is left for the reader, without thoughts and without the tokens that end a text or a turn
 * @param thinksOn whether the last thought never ends: then there is no solution and no answer
 */
public record ModelText(String raw, String thoughts, String solution, boolean thinksOn) {
    /** Checks that nothing is missing. */
    public ModelText {
        if (raw == null || thoughts == null || solution == null) {
            throw new LabException(
                    "model text: expected three texts, found " + raw + ", " + thoughts + ", " + solution);
        }
    }

    /**
     * @param raw a model's whole text
     * @return its thoughts and its solution
     */
    public static ModelText of(String raw) {
        return ThoughtReader.read(raw).text();
    }

    /**
     * Where a place of the solution stands in the whole text.
     *
     * @param offset a place in the solution, in UTF-16 units; at most the solution's length
     * @return the same place in {@link #raw}
     */
    public int inRaw(int offset) {
        return solution.length() == raw.length()
                ? offset
                : ThoughtReader.read(raw).kept().inRaw(offset);
    }
}
