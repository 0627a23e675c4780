package org.lemmalab.synthetic.trajectory;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.lemmalab.evaluation.trajectory.JudgedLine;
import org.lemmalab.evaluation.trajectory.JudgedLine.Kind;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.evaluation.trajectory.TrajectoryJudge;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.plan.PlanError;
import org.lemmalab.synthetic.plan.PlanTrajectory;
import org.lemmalab.synthetic.student.StudentFormat;

/**
 * Judges solutions of synthetic relations problems exactly, after reflections too: every line is executed against the question and the
 * lines that stand, so that a step that goes on rightly from an earlier wrong value is right. An answer is right if it is the gold one.
 *
 * @param others judges all other problems
 */
public record RelationJudge(TrajectoryJudge others) implements TrajectoryJudge {
    /**
     * @return the judge of synthetic problems, which needs no model: relations by executing their lines, stories by their program
     */
    public static TrajectoryJudge standard() {
        return new RelationJudge(StoryJudge.standard());
    }

    /**
     * @param analyst finds the first wrong step of all problems but relations
     * @return the judge that executes the lines of relations and asks the analyst about the others
     */
    public static TrajectoryJudge with(Analyst analyst) {
        return new RelationJudge(new StoryJudge(analyst));
    }

    @Override
    public JudgedTrajectory judge(Problem problem, String text, ToIntFunction<String> tokens) {
        return PlanTrajectory.judge(problem.question(), text)
                .map(trajectory -> judged(problem, text, trajectory, tokens))
                .orElseGet(() -> others.judge(problem, text, tokens));
    }

    private static JudgedTrajectory judged(
            Problem problem, String text, PlanTrajectory trajectory, ToIntFunction<String> tokens) {
        List<JudgedLine> lines = trajectory.lines().stream()
                .map(line -> line(problem, line, tokens.applyAsInt(line.text())))
                .toList();
        return new JudgedTrajectory(problem.id(), lines, StudentFormat.isRight(text, problem));
    }

    private static JudgedLine line(Problem problem, PlanTrajectory.Line line, int tokens) {
        return switch (line.kind()) {
            case REFLECTION -> JudgedLine.reflection(line.text(), tokens);
            case ANSWER -> JudgedLine.answer(line.text(), StudentFormat.isRight(line.text(), problem), tokens);
            case STEP ->
                new JudgedLine(
                        line.text(),
                        Kind.STEP,
                        Optional.of(line.error().isEmpty()),
                        line.error().map(PlanError::type),
                        tokens);
        };
    }
}
