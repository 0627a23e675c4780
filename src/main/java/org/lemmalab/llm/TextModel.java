package org.lemmalab.llm;

import java.util.List;

/** A language model, wherever it runs. */
public interface TextModel extends AutoCloseable {
    /**
     * @return the model's name, for records
     */
    String name();

    /**
     * Completes prompts. The same request with the same seed has the same reply, whatever is asked beside it, where the model
     * itself allows for it.
     *
     * @param requests the prompts; a model may work on them in any order and together
     * @param listener is told how far it has come
     * @return a reply for each request, in their order
     * @throws org.lemmalab.io.LabException if the work is interrupted, or the model cannot work at all
     */
    List<Reply> complete(List<CompletionRequest> requests, ProgressListener listener);

    /**
     * Completes prompts without showing progress.
     *
     * @param requests the prompts
     * @return a reply for each request, in their order
     */
    default List<Reply> complete(List<CompletionRequest> requests) {
        return complete(requests, ProgressListener.SILENT);
    }

    /**
     * Completes prompts and tells of their texts while they grow, where the model can; others tell of whole replies.
     *
     * @param requests the prompts
     * @param listener is told
     * @return a reply for each request, in their order
     */
    default List<Reply> stream(List<CompletionRequest> requests, ReplyListener listener) {
        List<Reply> replies = complete(requests);
        for (int i = 0; i < replies.size(); i++) {
            listener.onReply(i, replies.get(i));
        }
        return replies;
    }

    /**
     * Completes one prompt.
     *
     * @param prompt the text
     * @param settings how to draw
     * @return the reply
     */
    default Reply complete(String prompt, SamplingSettings settings) {
        return complete(List.of(new CompletionRequest(prompt, settings))).get(0);
    }

    /**
     * Scores texts.
     *
     * @param requests prefixes with their continuations
     * @return each continuation's log-probabilities given its prefix, in the order of the requests
     * @throws org.lemmalab.io.LabException if a text does not fit the model, naming it, or the model cannot score
     */
    List<Score> score(List<ScoreRequest> requests);

    /** Releases what the model holds. */
    @Override
    void close();
}
