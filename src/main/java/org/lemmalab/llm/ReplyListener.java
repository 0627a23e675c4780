package org.lemmalab.llm;

/** Is told of completions while they grow, and of replies as soon as they are whole; perhaps by several threads. */
public interface ReplyListener {
    /**
     * Whether the texts of a request are wanted while they grow; telling costs a little of the model's time.
     *
     * @param request which one, from 0
     * @return if not, {@link #onText} is called with empty texts
     */
    default boolean hearsText(int request) {
        return true;
    }

    /**
     * After each token, by a model that can.
     *
     * @param request whose completion grows, from 0
     * @param sample which of its completions, from 0
     * @param more what has been added; empty where the token alone is no text yet, as a part of a character or what may become
     *     a stop text
     * @return whether the completion is still wanted; if not, it ends here
     */
    boolean onText(int request, int sample, String more);

    /**
     * Once for each request. Its texts begin with what was told of them; the rest, perhaps all, is told only here.
     *
     * @param request which one, from 0
     * @param reply what became of it
     */
    void onReply(int request, Reply reply);
}
