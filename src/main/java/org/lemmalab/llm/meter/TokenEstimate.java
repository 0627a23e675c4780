package org.lemmalab.llm.meter;

import java.nio.charset.StandardCharsets;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.ScoreRequest;

/**
 * Tokens of a request before they are known. A tokenizer of bytes or pieces of bytes makes at most one token of each UTF-8 byte;
 * a chat template adds a few. English text has about four bytes a token.
 */
final class TokenEstimate {
    private static final int TEMPLATE = 64;
    private static final int BYTES_A_TOKEN = 4;

    private TokenEstimate() {}

    /** Tokens read at most, for one sample or all together. */
    static long mostPromptTokens(CompletionRequest request) {
        return bytes(request) + TEMPLATE;
    }

    /** Tokens read, about. */
    static long likelyPromptTokens(CompletionRequest request) {
        return (bytes(request) + BYTES_A_TOKEN - 1) / BYTES_A_TOKEN;
    }

    /** Tokens written at most. */
    static long mostCompletionTokens(CompletionRequest request) {
        return (long) request.settings().samples() * request.settings().maxNewTokens();
    }

    /** Tokens read at most to score a text. */
    static long mostTokens(ScoreRequest request) {
        return bytes(request.prefix()) + bytes(request.continuation()) + TEMPLATE;
    }

    private static long bytes(CompletionRequest request) {
        return bytes(request.prompt());
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
