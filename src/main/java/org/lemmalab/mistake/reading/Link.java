package org.lemmalab.mistake.reading;

import java.util.Set;
import java.util.TreeSet;

/**
 * Two neighbours of a chain of equalities.
 *
 * @param left the left side
 * @param right the right side
 * @param exact whether the sign claims exact equality; an arrow and ≈ do not
 * @param simplifies whether the chain has further members with letters, so that it claims an identity
 * @param supposed whether the clause supposes rather than concludes: "let", "if", "suppose"
 */
public record Link(Term left, Term right, boolean exact, boolean simplifies, boolean supposed) {
    /**
     * @return whether neither side has letters
     */
    public boolean isClosed() {
        return left.isClosed() && right.isClosed();
    }

    /**
     * @return the letters of both sides, in alphabetical order
     */
    public Set<String> letters() {
        Set<String> letters = new TreeSet<>(left.letters());
        letters.addAll(right.letters());
        return letters;
    }

    /**
     * @return the link for people
     */
    public String shown() {
        return left.shown() + " = " + right.shown();
    }
}
