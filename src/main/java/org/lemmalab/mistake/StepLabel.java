package org.lemmalab.mistake;

import java.util.OptionalInt;
import org.lemmalab.io.LabException;
import org.lemmalab.solution.ProblemAttempt;

/**
 * An attempt, given in steps, of which people have said where it first goes wrong.
 *
 * @param subject problem and attempt
 * @param firstWrongStep the first wrong step, from 1; empty where people found none
 */
public record StepLabel(ProblemAttempt subject, OptionalInt firstWrongStep) {
    /** Checks that the step is there. */
    public StepLabel {
        if (subject == null || firstWrongStep == null) {
            throw new LabException("step label: expected an attempt and a first wrong step or none");
        }
        int steps = subject.attempt().solution().steps().size();
        if (firstWrongStep.isPresent() && (firstWrongStep.getAsInt() < 1 || firstWrongStep.getAsInt() > steps)) {
            throw new LabException("step label " + subject.attempt().id() + ": expected a first wrong step from 1 to "
                    + steps + ", found " + firstWrongStep.getAsInt());
        }
    }

    /**
     * @param error a labelled error
     * @return its label without the type
     * @throws LabException if the attempt has no such step
     */
    public static StepLabel of(KnownError error) {
        return new StepLabel(error.subject(), OptionalInt.of(error.firstWrongStep()));
    }
}
