package org.lemmalab.solution;

/**
 * Something in a sentence that may be an answer.
 *
 * @param kind what it is
 * @param start where it begins
 * @param end one after its last character
 */
record Item(Kind kind, int start, int end) {
    /** What an item is. */
    enum Kind {
        /** A number with sign, money sign, percent sign, unit. */
        NUMBER,
        /** A number that only tells which or how large, such as the 3rd, a 5-mile walk. */
        ATTRIBUTE,
        /** An expression between delimiters or outside of them. */
        FORMULA,
        /** A point, an interval, a set. */
        GROUP,
        /** A letter of choice. */
        CHOICE,
        /** A word such as Monday. */
        WORD
    }
}
