package org.lemmalab.problem.program;

import org.lemmalab.io.LabException;

/**
 * A stretch of a text.
 *
 * @param start its first character
 * @param end one after its last
 */
public record Stretch(int start, int end) {
    /** Checks that it is not empty. */
    public Stretch {
        if (start < 0 || end <= start) {
            throw new LabException("stretch: expected a start from 0 and an end after it, found " + start + ", " + end);
        }
    }

    /**
     * @param text the text
     * @return what stands there
     */
    public String in(String text) {
        return text.substring(start, end);
    }

    /**
     * @param other another stretch of the same text
     * @return whether the two share a character
     */
    public boolean overlaps(Stretch other) {
        return start < other.end && other.start < end;
    }

    static Stretch of(Token token) {
        return new Stretch(token.start(), token.start() + token.text().length());
    }
}
