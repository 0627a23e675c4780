package org.lemmalab.pipeline;

import org.lemmalab.io.LabException;

/** A run was stopped before its end. All that was done is kept; the same call goes on from there. */
public final class InterruptedRunException extends LabException {
    private static final long serialVersionUID = 1L;

    InterruptedRunException(String message) {
        super(message);
    }
}
