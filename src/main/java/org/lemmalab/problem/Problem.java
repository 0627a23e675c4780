package org.lemmalab.problem;

import org.lemmalab.io.LabException;

/**
 * A question with its gold solution.
 *
 * @param id name within its set, for example {@code gsm8k/test/17}
 * @param question the text put to a student
 * @param goldSolution the worked solution, one step a line, without the final-answer line
 * @param goldAnswer the final answer as written in the set, without its marker
 */
public record Problem(String id, String question, String goldSolution, String goldAnswer) {
    /** Checks that nothing is missing. */
    public Problem {
        requireText("id", id);
        requireText("question", question);
        requireText("gold answer", goldAnswer);
        if (goldSolution == null) {
            throw new LabException("problem " + id + ": the gold solution is missing");
        }
    }

    private static void requireText(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new LabException("problem: expected a text as " + name + ", found none");
        }
    }
}
