package org.lemmalab.llm.endpoint;

/** Which of the two interfaces of an OpenAI-compatible server is used. */
public enum Api {
    /** The prompt is a user's message; the server applies the model's chat template. */
    CHAT("chat/completions"),
    /** The prompt is continued as it stands. */
    COMPLETIONS("completions");

    private final String path;

    Api(String path) {
        this.path = path;
    }

    /** Path below the base URL. */
    String path() {
        return path;
    }
}
