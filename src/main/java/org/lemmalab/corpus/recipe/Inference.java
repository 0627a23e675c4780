package org.lemmalab.corpus.recipe;

import java.util.List;

/**
 * What a model needs at inference beyond the prompt, because of how it was trained.
 *
 * @param stop texts that end its answer, left out of it
 * @param taskSuffix words after the task, before the prompt form is put around it; may be empty
 */
public record Inference(List<String> stop, String taskSuffix) {
    /** Nothing. */
    public static final Inference PLAIN = new Inference(List.of(), "");

    /** Copies the list. */
    public Inference {
        stop = List.copyOf(stop);
    }
}
