/**
 * A model behind OpenAI's interface, on this machine only. What the small student and a provider's model have in common is that
 * interface, so every client of the one works with the other; {@link org.lemmalab.llm.server.ModelServer} gives any
 * {@link org.lemmalab.llm.TextModel} that surface, on the JDK's own HTTP server.
 */
package org.lemmalab.llm.server;
