package org.lemmalab.reflection;

import java.util.function.Function;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.TextModel;

/**
 * A student that chooses among links.
 *
 * @param student scores them
 * @param prompt how the student is asked a question, the text that its solution follows
 * @param candidates how many links the teacher is asked for; equal ones count once
 */
public record LinkChooser(TextModel student, Function<String, String> prompt, int candidates) {
    /** Checks the number of candidates. */
    public LinkChooser {
        if (candidates < 1) {
            throw new LabException("model-aware connection: expected at least 1 candidate, found " + candidates);
        }
    }
}
