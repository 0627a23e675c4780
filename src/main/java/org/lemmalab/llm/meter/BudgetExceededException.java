package org.lemmalab.llm.meter;

import org.lemmalab.llm.UnusableModelException;

/** The next request might cost more than the budget has left; it was not sent. */
public final class BudgetExceededException extends UnusableModelException {
    private static final long serialVersionUID = 1L;

    BudgetExceededException(String message) {
        super(message);
    }
}
