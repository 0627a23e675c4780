package org.lemmalab.synthetic.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.synthetic.wordproblem.RelationQuestion;

/**
 * A trajectory of a relations problem, judged line by line. A reflection takes back the line before it, or all lines where it says that
 * the solution starts over; what stands after it is judged by what is left.
 *
 * @param lines the judged lines, blank ones left out
 */
public record PlanTrajectory(List<Line> lines) {
    private static final Pattern ANSWER = Pattern.compile("The answer is: ?(.*)");

    /** What a line is. */
    public enum Kind {
        /** A step of the solution. */
        STEP,
        /** A reflection. */
        REFLECTION,
        /** The final answer. */
        ANSWER
    }

    /**
     * A judged line.
     *
     * @param text the line
     * @param kind what it is
     * @param error what is wrong with it, going by the question and by the lines that stand; a reflection is neither right nor wrong
     */
    public record Line(String text, Kind kind, Optional<PlanError> error) {}

    /** Copies the lines. */
    public PlanTrajectory {
        lines = List.copyOf(lines);
    }

    /**
     * @param question a question
     * @param text what a student wrote
     * @return the judged lines; empty where the question is none of the relations sets'
     */
    public static Optional<PlanTrajectory> judge(String question, String text) {
        return RelationQuestion.read(question).map(read -> judge(read, text));
    }

    private static PlanTrajectory judge(RelationQuestion question, String text) {
        List<Line> lines = new ArrayList<>();
        PlanState start = PlanState.start(question);
        PlanState before = start;
        PlanState state = start;
        for (ReflectionFinder.Line line : ReflectionFinder.lines(text)) {
            Matcher answer = ANSWER.matcher(line.text());
            if (line.reflects()) {
                lines.add(new Line(line.text(), Kind.REFLECTION, Optional.empty()));
                state = Restart.isIn(line.text()) ? start : before;
            } else if (answer.matches()) {
                lines.add(new Line(line.text(), Kind.ANSWER, state.answer(answer.group(1))));
            } else {
                PlanState.Judged judged = state.next(line.text());
                lines.add(new Line(line.text(), Kind.STEP, judged.error()));
                before = state;
                state = judged.after();
            }
        }
        return new PlanTrajectory(lines);
    }
}
