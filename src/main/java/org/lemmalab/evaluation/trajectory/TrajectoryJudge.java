package org.lemmalab.evaluation.trajectory;

import java.util.function.ToIntFunction;
import org.lemmalab.problem.Problem;

/** Judges every line of a student's solution. */
@FunctionalInterface
public interface TrajectoryJudge {
    /**
     * @param problem question and gold solution
     * @param text what the student wrote
     * @param tokens how many tokens a line takes
     * @return the lines with their verdicts
     */
    JudgedTrajectory judge(Problem problem, String text, ToIntFunction<String> tokens);
}
