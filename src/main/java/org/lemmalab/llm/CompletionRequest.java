package org.lemmalab.llm;

import org.lemmalab.io.LabException;

/**
 * A prompt to be completed.
 *
 * @param prompt the text
 * @param settings how to draw
 */
public record CompletionRequest(String prompt, SamplingSettings settings) {
    /** Checks that both are there. */
    public CompletionRequest {
        if (prompt == null || settings == null) {
            throw new LabException("completion request: expected a prompt and settings, found one missing");
        }
    }
}
