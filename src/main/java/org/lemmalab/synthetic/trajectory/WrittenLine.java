package org.lemmalab.synthetic.trajectory;

import java.util.List;
import org.lemmalab.evaluation.trajectory.JudgedLine.Kind;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.synthetic.student.StudentFormat;

/**
 * A line of a student's text before it is judged.
 *
 * @param text the line
 * @param kind what it does
 */
record WrittenLine(String text, Kind kind) {
    /** The lines of a text that are not blank. */
    static List<WrittenLine> of(String text) {
        return ReflectionFinder.lines(text).stream()
                .map(line -> new WrittenLine(line.text(), kind(line)))
                .toList();
    }

    private static Kind kind(ReflectionFinder.Line line) {
        if (line.reflects()) {
            return Kind.REFLECTION;
        }
        boolean isStep = !StudentFormat.read(line.text()).steps().isEmpty();
        return isStep ? Kind.STEP : Kind.ANSWER;
    }

    /** Of an answer line: whether it is the gold answer. */
    boolean answers(Problem problem) {
        return StudentFormat.isRight(text, problem);
    }
}
