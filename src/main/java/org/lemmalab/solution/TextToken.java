package org.lemmalab.solution;

/**
 * A control token or tag in a model's text.
 *
 * @param kind what it does
 * @param start where it begins
 * @param end one after its last character
 */
record TextToken(Kind kind, int start, int end) {
    /** What a token does to the text around it. */
    enum Kind {
        /** A thought begins. */
        THOUGHT_OPENS,
        /** A thought ends. */
        THOUGHT_CLOSES,
        /** A text or a turn ends. */
        TEXT_ENDS,
        /** Another speaker's turn begins. */
        OTHER_TURN,
        /** It only wraps what is said, such as the beginning of a turn or of a solution. */
        WRAPPING
    }

    int length() {
        return end - start;
    }
}
