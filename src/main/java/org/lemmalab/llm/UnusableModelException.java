package org.lemmalab.llm;

import org.lemmalab.io.LabException;

/** The model cannot work at all, so further requests make no sense: its key is refused, its quota or the budget is spent. */
public class UnusableModelException extends LabException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and what to do
     */
    public UnusableModelException(String message) {
        super(message);
    }
}
