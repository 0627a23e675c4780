package org.lemmalab.synthetic.student;

import java.util.List;
import org.lemmalab.evaluation.Dialogue;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.wordproblem.ErrorCorrection;
import org.lemmalab.synthetic.wordproblem.FollowUp;

/** Synthetic conversations in the form of MathChat's. */
public final class SyntheticDialogues {
    private static final String OBJECTION = "The solution is wrong. Solve the problem again.";

    private SyntheticDialogues() {}

    /**
     * @param story a story that goes on
     * @return the conversation
     */
    public static Dialogue of(FollowUp story) {
        return new Dialogue(
                story.id(),
                story.turns().stream()
                        .map(turn -> new Dialogue.Turn(turn.question(), turn.goldAnswer()))
                        .toList());
    }

    /**
     * @param correction a problem with a wrong attempt
     * @return the conversation: one turn with question, attempt, its answer, and that it is wrong
     */
    public static Dialogue of(ErrorCorrection correction) {
        Problem problem = correction.problem().problem();
        String attempt = StudentFormat.response(correction.attempt(), Long.toString(correction.wrongAnswer()));
        String question = problem.question() + "\n" + attempt + "\n" + OBJECTION;
        return new Dialogue(problem.id(), List.of(new Dialogue.Turn(question, problem.goldAnswer())));
    }
}
