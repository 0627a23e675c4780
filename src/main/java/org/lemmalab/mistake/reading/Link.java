package org.lemmalab.mistake.reading;

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
     * @return the link for people
     */
    public String shown() {
        return left.shown() + " = " + right.shown();
    }
}
