/**
 * Models behind OpenAI-compatible servers. {@link org.lemmalab.llm.endpoint.EndpointModel} turns each request into one settled
 * reply:
 *
 * <pre>
 *   request ─▶ pool (concurrency) ─▶ server with the fewest on the way ─▶ rates ─▶ attempt ─▶ judged: done, again or refused
 *                                            ▲                                                    │
 *                                            └────────── back-off with jitter, or Retry-After ◀───┘
 * </pre>
 *
 * <p>Texts are scored through plain completions, where a server echoes a prompt with its log-probabilities; one that does not is
 * found out once.
 *
 * <h2>Why no client library</h2>
 *
 * <p>What this room needs of the interface is two calls, and of a client that it bounds an answer's time and size to the last byte,
 * sends fields that OpenAI does not have ({@code top_k}), reads those that servers add ({@code stop_reason}), and waits as {@code
 * Retry-After} says, at one of several servers. Jars needed at run time, measured in November 2026; we have Jackson already:
 *
 * <table>
 *   <caption>Clients on Maven Central</caption>
 *   <tr><th>library, licence</th><th>jars, MB (without Jackson)</th><th>what is missing</th></tr>
 *   <tr><td>{@code com.openai:openai-java} 4.101.0, Apache-2.0</td><td>25, 84 (82), Kotlin and OkHttp among them</td><td>a bound on an
 *       answer's size</td></tr>
 *   <tr><td>{@code io.github.sashirestela:simple-openai} 3.22.2, MIT</td><td>11, 3.8 (1.5)</td><td>{@code top_k} and other fields, a
 *       time-out of a request, {@code Retry-After}, a bound on an answer's size</td></tr>
 *   <tr><td>{@code dev.langchain4j:langchain4j-open-ai} 1.19.0, Apache-2.0</td><td>10, 6.7 (4.3)</td><td>{@code n}; plain completions with
 *       a seed; {@code Retry-After}, a bound on an answer's size</td></tr>
 * </table>
 *
 * <p>With the first, our retries, rates, several servers and judging of answers would stay, and its own retries would have to be
 * switched off; so what is left to it is the writing of a request and the reading of an answer, some 300 lines here. Those are written
 * on {@link java.net.http.HttpClient} and Jackson instead.
 *
 * <p>Of the resilience libraries, {@code dev.failsafe:failsafe} 3.3.2 (one jar of 144 kB) and {@code resilience4j} 2.4.0 (190 kB) have
 * back-off with jitter, ten lines of {@link org.lemmalab.llm.endpoint.RetryPolicy}; neither rate limiter gives back what a request did
 * not use of the tokens set aside for it, and none knows of several servers of which one wants to rest.
 *
 * <p>Keys are read from the environment, held by one class that shows them to nobody, and taken out of whatever a server sends back.
 */
package org.lemmalab.llm.endpoint;
