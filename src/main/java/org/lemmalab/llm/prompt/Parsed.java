package org.lemmalab.llm.prompt;

/**
 * What could be made of a model's reply.
 *
 * @param <T> what was hoped for
 */
public sealed interface Parsed<T> {
    /**
     * The reply was understood.
     *
     * @param value what it says
     * @param <T> its type
     */
    record Success<T>(T value) implements Parsed<T> {}

    /**
     * The reply was not understood, or there was none.
     *
     * @param reason what was expected and what was found
     * @param text the reply; empty where there was none
     * @param <T> what was hoped for
     */
    record Failure<T>(String reason, String text) implements Parsed<T> {}
}
