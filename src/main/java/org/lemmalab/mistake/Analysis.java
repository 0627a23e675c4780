package org.lemmalab.mistake;

import java.util.OptionalInt;
import org.lemmalab.io.LabException;

/** What an analyst says of an attempt: it is correct, it goes wrong at a step, or the evidence does not decide. */
public sealed interface Analysis {
    /**
     * @return the reasons, worded for a reader who has question, gold solution and attempt at hand
     */
    String explanation();

    /**
     * The attempt reaches the gold answer by sound steps, as far as the analyst can tell.
     *
     * @param explanation the reasons
     */
    record Correct(String explanation) implements Analysis {
        /** Checks the explanation. */
        public Correct {
            requireExplanation(explanation);
        }
    }

    /**
     * The attempt goes wrong.
     *
     * @param firstWrongStep the number of the first wrong step, from 1
     * @param type its error type
     * @param explanation the reasons
     */
    record Wrong(int firstWrongStep, ErrorType type, String explanation) implements Analysis {
        /** Checks the step, the type and the explanation. */
        public Wrong {
            if (firstWrongStep < 1) {
                throw new LabException("analysis: expected a first wrong step from 1, found " + firstWrongStep);
            }
            if (type == null) {
                throw new LabException("analysis of step " + firstWrongStep + ": the error type is missing");
            }
            requireExplanation(explanation);
        }
    }

    /**
     * The evidence does not decide.
     *
     * @param firstWrongStep the first wrong step where that much is known
     * @param explanation what is missing
     */
    record Undecided(OptionalInt firstWrongStep, String explanation) implements Analysis {
        /** Checks the explanation. */
        public Undecided {
            requireExplanation(explanation);
        }
    }

    private static void requireExplanation(String explanation) {
        if (explanation == null || explanation.isBlank()) {
            throw new LabException("analysis: expected an explanation, found none");
        }
    }
}
