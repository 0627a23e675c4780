package org.lemmalab.grading;

/** The text cannot be read as mathematics. */
final class NoMathematics extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoMathematics(String reason) {
        super(reason, null, false, false);
    }
}
