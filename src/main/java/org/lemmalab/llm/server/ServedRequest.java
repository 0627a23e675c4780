package org.lemmalab.llm.server;

import java.util.List;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.ScoreRequest;

/**
 * What a client asks for.
 *
 * @param chat whether through the chat interface
 * @param requests one for each prompt to be completed
 * @param texts one for each prompt to be scored; empty where completions are wanted
 * @param stream whether as server-sent events
 * @param usageInStream whether a stream ends with the usage
 */
record ServedRequest(
        boolean chat,
        List<CompletionRequest> requests,
        List<ScoreRequest> texts,
        boolean stream,
        boolean usageInStream) {
    /** Whether prompts are read and scored, and nothing is written. */
    boolean scores() {
        return !texts.isEmpty();
    }
}
