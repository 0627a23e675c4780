package org.lemmalab.solution;

/**
 * An expression between math delimiters.
 *
 * @param start where its opening delimiter begins
 * @param contentStart where the expression begins
 * @param contentEnd where the expression ends
 * @param end one after its closing delimiter
 */
record Formula(int start, int contentStart, int contentEnd, int end) {}
