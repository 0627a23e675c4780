package org.lemmalab.pipeline;

import org.lemmalab.io.LabException;

/** Thrown by a stage when further calls make no sense. The run stops, keeps all that is done, and can be resumed. */
public final class StopRunException extends LabException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message why the run should stop
     */
    public StopRunException(String message) {
        super(message);
    }
}
