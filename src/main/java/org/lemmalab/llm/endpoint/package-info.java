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
 * <p>Two calls of one small interface are all that is needed of it, and an answer's size and time must be bounded to the last byte.
 * OpenAI's own Java client (4.101) brings 75 MB of classes for the rest of that interface and reads answers of any size; so this is
 * written on {@link java.net.http.HttpClient} and Jackson.
 *
 * <p>Keys are read from the environment, held by one class that shows them to nobody, and taken out of whatever a server sends back.
 */
package org.lemmalab.llm.endpoint;
