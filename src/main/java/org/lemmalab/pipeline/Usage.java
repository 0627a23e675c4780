package org.lemmalab.pipeline;

import java.io.Serializable;
import org.lemmalab.io.LabException;

/**
 * What calls of models used up.
 *
 * @param promptTokens tokens read by models
 * @param completionTokens tokens written by models
 * @param dollars price in US dollars
 */
public record Usage(long promptTokens, long completionTokens, double dollars) implements Serializable {
    /** Nothing used. */
    public static final Usage NONE = new Usage(0, 0, 0);

    /** Checks that nothing is negative. */
    public Usage {
        if (promptTokens < 0 || completionTokens < 0 || !(dollars >= 0) || Double.isInfinite(dollars)) {
            throw new LabException("usage: expected tokens and dollars of at least 0, found " + promptTokens + ", "
                    + completionTokens + " and " + dollars);
        }
    }

    /**
     * @param other further usage
     * @return both together
     */
    public Usage plus(Usage other) {
        return new Usage(
                promptTokens + other.promptTokens, completionTokens + other.completionTokens, dollars + other.dollars);
    }

    /**
     * @return tokens read and written
     */
    public long tokens() {
        return promptTokens + completionTokens;
    }
}
