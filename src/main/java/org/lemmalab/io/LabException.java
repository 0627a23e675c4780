package org.lemmalab.io;

/**
 * A failure that the user can mend. The message names the thing, what was expected and what was found; it is printed as it
 * stands, without a stack trace.
 */
public class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong, with what, and what was expected
     */
    public LabException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, with what, and what was expected
     * @param cause the failure underneath
     */
    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
