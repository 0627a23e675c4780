package org.lemmalab.experiment;

import java.util.List;
import java.util.Optional;
import org.lemmalab.evaluation.trajectory.JudgedLine;
import org.lemmalab.evaluation.trajectory.JudgedLine.Kind;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.wordproblem.WordProblemSet;

/**
 * How a trajectory's equations were worked out.
 *
 * @param count equations with the right operands; where those cannot be told, as in stories, all
 * @param holding how many of them hold
 */
record WorkedEquations(long count, long holding) {
    static WorkedEquations of(JudgedTrajectory trajectory, WordProblemSet set) {
        return set == WordProblemSet.RELATIONS ? planned(trajectory) : written(trajectory);
    }

    /** Of working lines that are right, or wrong in their result alone. */
    private static WorkedEquations planned(JudgedTrajectory trajectory) {
        List<JudgedLine> working = trajectory
                .steps()
                .filter(line -> line.text().contains("="))
                .filter(line -> line.isRight() || line.type().equals(Optional.of(ErrorType.CALCULATION)))
                .toList();
        return new WorkedEquations(
                working.size(), working.stream().filter(JudgedLine::isRight).count());
    }

    private static WorkedEquations written(JudgedTrajectory trajectory) {
        List<Equation> equations = trajectory.lines().stream()
                .filter(line -> line.kind() == Kind.STEP)
                .flatMap(line -> EquationReader.read(line.text()).stream())
                .toList();
        return new WorkedEquations(
                equations.size(),
                equations.stream()
                        .filter(equation -> equation.check() == Equation.Check.EXACT)
                        .count());
    }
}
