package org.lemmalab.solution;

/**
 * A place where a text marks an answer.
 *
 * @param rule how it is marked
 * @param start where the mark begins
 * @param from where what is marked begins
 * @param to where it ends at the latest
 * @param box the box; null where it is marked in another way
 */
record Mark(ExtractionRule rule, int start, int from, int to, BoxFinder.Box box) {
    Mark(ExtractionRule rule, int start, int from, int to) {
        this(rule, start, from, to, null);
    }
}
