package org.lemmalab.llm;

import org.lemmalab.io.LabException;

/**
 * A text whose probability is asked for.
 *
 * @param prefix what comes before it
 * @param continuation the text, not empty
 */
public record ScoreRequest(String prefix, String continuation) {
    /** Checks that there is something to score. */
    public ScoreRequest {
        if (prefix == null || continuation == null || continuation.isEmpty()) {
            throw new LabException("score request: expected a prefix and a continuation that is not empty");
        }
    }
}
