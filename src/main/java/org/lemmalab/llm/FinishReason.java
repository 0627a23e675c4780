package org.lemmalab.llm;

/** Why a completion ended. */
public enum FinishReason {
    /** The model ended its text. */
    END,
    /** A stop text came up. */
    STOP,
    /** The most tokens asked for, or the model's context, was reached. */
    LENGTH
}
