package org.lemmalab.experiment;

import java.util.Optional;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.evaluation.trajectory.TrajectoryJudge;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.student.StudentFormat;

/**
 * What a student wrote about a problem, and whether it corrected itself.
 *
 * @param problem the problem
 * @param text what was written
 * @param judged the same line by line
 */
public record WrittenTrajectory(Problem problem, String text, JudgedTrajectory judged) {
    /** What came of it. */
    public enum Outcome {
        /** Right, without a reflection. */
        RIGHT_AT_ONCE("right at once"),
        /** A wrong step, a reflection after it, the right answer. */
        CORRECTED("corrected itself"),
        /** A reflection where nothing was seen to be wrong, the right answer. */
        RIGHT_AFTER_DOUBT("right, reflection without an error"),
        /** A reflection, and a wrong answer all the same. */
        WRONG_AFTER_REFLECTION("wrong, with a reflection"),
        /** Wrong, without a reflection. */
        WRONG("wrong, without a reflection");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        /**
         * @return the words for people
         */
        public String title() {
            return title;
        }
    }

    static WrittenTrajectory of(TrajectoryJudge judge, Problem problem, String text) {
        return new WrittenTrajectory(problem, text.strip(), judge.judge(problem, text, StudentFormat::words));
    }

    /**
     * @return whether its final answer is right
     */
    public boolean isRight() {
        return judged.isRight();
    }

    /**
     * @return what came of it; an error is seen where the line before a reflection is known to be wrong
     */
    public Outcome outcome() {
        if (judged.stops().isEmpty()) {
            return isRight() ? Outcome.RIGHT_AT_ONCE : Outcome.WRONG;
        }
        if (!isRight()) {
            return Outcome.WRONG_AFTER_REFLECTION;
        }
        boolean hasReason = judged.stops().stream()
                .map(JudgedTrajectory.Stop::isPlaced)
                .flatMap(Optional::stream)
                .anyMatch(placed -> placed);
        return hasReason ? Outcome.CORRECTED : Outcome.RIGHT_AFTER_DOUBT;
    }
}
