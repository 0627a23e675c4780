package org.lemmalab.llm.server;

import java.util.List;
import org.lemmalab.llm.CompletionRequest;

/**
 * What a client asks for.
 *
 * @param chat whether through the chat interface
 * @param requests one for each prompt
 * @param stream whether as server-sent events
 * @param usageInStream whether a stream ends with the usage
 */
record ServedRequest(boolean chat, List<CompletionRequest> requests, boolean stream, boolean usageInStream) {}
