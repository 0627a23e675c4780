package org.lemmalab.grading;

/** An expression has no value at a point, or none that can be computed. */
final class Undefined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undefined(String reason) {
        super(reason, null, false, false);
    }
}
