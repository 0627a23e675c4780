package org.lemmalab.mistake.evidence;

import org.lemmalab.mistake.reading.Link;

/**
 * One equality of a step and what it comes to.
 *
 * @param link the equality
 * @param status whether it holds
 */
public record Claim(Link link, Status status) {}
