package org.lemmalab.mistake;

import java.util.List;
import java.util.OptionalInt;
import org.lemmalab.io.LabException;

/** What an analyst says of an attempt: it is correct, it goes wrong at a step, or the evidence does not decide. */
public sealed interface Analysis {
    /**
     * @return the reasons, worded for a reader who has question, gold solution and attempt at hand
     */
    String explanation();

    /**
     * @return what the verdict rests on; {@link Evidence#NONE} where the analyst does not say
     */
    Evidence evidence();

    /**
     * The attempt reaches the gold answer by sound steps, as far as the analyst can tell.
     *
     * @param explanation the reasons
     * @param unsoundSteps the numbers of steps that do not hold although the answer is right, in ascending order
     * @param evidence what the verdict rests on
     */
    record Correct(String explanation, List<Integer> unsoundSteps, Evidence evidence) implements Analysis {
        /** Checks the explanation and copies the steps. */
        public Correct {
            requireExplanation(explanation);
            requireEvidence(evidence);
            unsoundSteps = List.copyOf(unsoundSteps);
        }

        /**
         * @param explanation the reasons
         */
        public Correct(String explanation) {
            this(explanation, List.of(), Evidence.NONE);
        }
    }

    /**
     * The attempt goes wrong.
     *
     * @param firstWrongStep the number of the first wrong step, from 1
     * @param type its error type
     * @param explanation the reasons
     * @param evidence what the verdict rests on
     */
    record Wrong(int firstWrongStep, ErrorType type, String explanation, Evidence evidence) implements Analysis {
        /** Checks the step, the type, the explanation and the evidence. */
        public Wrong {
            if (firstWrongStep < 1) {
                throw new LabException("analysis: expected a first wrong step from 1, found " + firstWrongStep);
            }
            if (type == null) {
                throw new LabException("analysis of step " + firstWrongStep + ": the error type is missing");
            }
            requireExplanation(explanation);
            requireEvidence(evidence);
        }

        /**
         * @param firstWrongStep the number of the first wrong step, from 1
         * @param type its error type
         * @param explanation the reasons
         */
        public Wrong(int firstWrongStep, ErrorType type, String explanation) {
            this(firstWrongStep, type, explanation, Evidence.NONE);
        }
    }

    /**
     * The evidence does not decide.
     *
     * @param firstWrongStep the most probable first wrong step, where one is known or guessed
     * @param explanation what is missing
     * @param evidence what there is
     */
    record Undecided(OptionalInt firstWrongStep, String explanation, Evidence evidence) implements Analysis {
        /** Checks the explanation and the evidence. */
        public Undecided {
            requireExplanation(explanation);
            requireEvidence(evidence);
        }

        /**
         * @param firstWrongStep the first wrong step where that much is known
         * @param explanation what is missing
         */
        public Undecided(OptionalInt firstWrongStep, String explanation) {
            this(firstWrongStep, explanation, Evidence.NONE);
        }
    }

    private static void requireEvidence(Evidence evidence) {
        if (evidence == null) {
            throw new LabException("analysis: expected evidence, found none");
        }
    }

    private static void requireExplanation(String explanation) {
        if (explanation == null || explanation.isBlank()) {
            throw new LabException("analysis: expected an explanation, found none");
        }
    }
}
