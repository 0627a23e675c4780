/**
 * A model behind OpenAI's interface, on this machine only. What the small student and a provider's model have in common is that
 * interface, so every client of the one works with the other; {@link org.lemmalab.llm.server.ModelServer} gives any
 * {@link org.lemmalab.llm.TextModel} that surface, on the JDK's own HTTP server.
 *
 * <p>A stream has an event for each token of a local model, never a part of a character; a client that hangs up ends its completions.
 * With {@code echo}, {@code logprobs} and {@code max_tokens} 0 a prompt is scored and nothing written, as {@link
 * org.lemmalab.llm.endpoint.EndpointModel#score} asks for it.
 */
package org.lemmalab.llm.server;
