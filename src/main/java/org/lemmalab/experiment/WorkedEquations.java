package org.lemmalab.experiment;

import java.util.List;
import java.util.Optional;
import org.lemmalab.evaluation.trajectory.JudgedLine;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.synthetic.wordproblem.PlanProgress;
import org.lemmalab.synthetic.wordproblem.RelationQuestion;
import org.lemmalab.synthetic.wordproblem.WordProblem;

/**
 * How a solution's equations with the right operands were worked out. After the first error none are right: a line that goes on from a
 * wrong value may ask for what no right solution does, a difference below zero for one.
 *
 * @param count equations with the operands of a right solution
 * @param holding how many of them hold
 */
record WorkedEquations(long count, long holding) {
    static WorkedEquations of(JudgedTrajectory trajectory, WordProblem problem) {
        List<JudgedLine> steps = trajectory.steps().toList();
        return RelationQuestion.read(problem.problem().question()).isPresent()
                ? planned(steps)
                : written(steps, PlanProgress.start(problem.plan()));
    }

    private static WorkedEquations planned(List<JudgedLine> steps) {
        long right = steps.stream()
                .takeWhile(JudgedLine::isRight)
                .filter(line -> line.text().contains("="))
                .count();
        boolean slips = steps.stream()
                .dropWhile(JudgedLine::isRight)
                .findFirst()
                .flatMap(JudgedLine::type)
                .equals(Optional.of(ErrorType.CALCULATION));
        return new WorkedEquations(right + (slips ? 1 : 0), right);
    }

    private static WorkedEquations written(List<JudgedLine> steps, PlanProgress start) {
        PlanProgress now = start;
        for (JudgedLine line : steps) {
            Optional<PlanProgress> next = now.after(line.text());
            if (next.isEmpty()) {
                int right = now.done().size();
                return new WorkedEquations(right + (now.isMiscalculated(line.text()) ? 1 : 0), right);
            }
            now = next.get();
        }
        return new WorkedEquations(now.done().size(), now.done().size());
    }
}
