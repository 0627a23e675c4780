package org.lemmalab.mistake.injection;

/** Why a mistake cannot be injected soundly. Unwinds the attempt; never leaves this package. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason, null, false, false);
    }
}
