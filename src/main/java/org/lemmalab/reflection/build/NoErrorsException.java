package org.lemmalab.reflection.build;

import org.lemmalab.io.LabException;

/** Nothing can be made, since there is no error to correct: the student made none, and none can be injected. */
public final class NoErrorsException extends LabException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message with what was refused, and how often
     */
    public NoErrorsException(String message) {
        super(message);
    }
}
