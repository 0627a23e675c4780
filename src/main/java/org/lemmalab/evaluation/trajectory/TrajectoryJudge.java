package org.lemmalab.evaluation.trajectory;

import java.util.function.ToIntFunction;
import org.lemmalab.mistake.Analyst;
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

    /**
     * @return the judge of made problems, which needs no model: relations by executing their lines, stories by their program
     */
    static TrajectoryJudge standard() {
        return new RelationJudge(StoryJudge.standard());
    }

    /**
     * @param analyst finds the first wrong step of all problems but relations
     * @return the judge that executes the lines of relations and asks the analyst about the others
     */
    static TrajectoryJudge with(Analyst analyst) {
        return new RelationJudge(new StoryJudge(analyst));
    }
}
