package org.lemmalab.llm;

/**
 * One token of a text with its log-probability.
 *
 * @param token the token's text
 * @param logProbability natural logarithm of its probability given everything before it, at temperature 1
 */
public record TokenLogProbability(String token, double logProbability) {}
