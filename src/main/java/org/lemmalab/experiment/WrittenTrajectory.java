package org.lemmalab.experiment;

import java.util.List;
import org.lemmalab.llm.prompt.StudentFormat;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.solution.StepSplitter;

/**
 * What a student wrote about a problem, and whether it corrected itself.
 *
 * @param problem the problem
 * @param text what was written
 * @param isRight whether its final answer is right
 * @param reflects whether it has a reflection
 * @param hasReason whether the line before the first reflection is wrong, as far as the analyst can tell, and none before it
 */
public record WrittenTrajectory(Problem problem, String text, boolean isRight, boolean reflects, boolean hasReason) {
    /** What came of it. */
    public enum Outcome {
        /** Right, without a reflection. */
        RIGHT_AT_ONCE("right at once"),
        /** A wrong step, a reflection behind it, the right answer. */
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

    static WrittenTrajectory judged(Analyst analyst, Problem problem, String text) {
        List<String> before = ReflectionFinder.lines(text).stream()
                .takeWhile(line -> !line.reflects())
                .map(ReflectionFinder.Line::text)
                .toList();
        boolean reflects = ReflectionFinder.count(text) > 0;
        return new WrittenTrajectory(
                problem,
                text.strip(),
                StudentFormat.isRight(text, problem),
                reflects,
                reflects && endsInError(analyst, problem, before));
    }

    /** A text that breaks off before its answer lacks a step in any case; that is no error of the line it ends with. */
    private static boolean endsInError(Analyst analyst, Problem problem, List<String> lines) {
        return !lines.isEmpty()
                && analyst.analyse(problem, StepSplitter.split(String.join("\n", lines)))
                        instanceof Analysis.Wrong wrong
                && wrong.firstWrongStep() == lines.size()
                && wrong.type() != ErrorType.MISSING_STEP;
    }

    /**
     * @return what came of it
     */
    public Outcome outcome() {
        if (!reflects) {
            return isRight ? Outcome.RIGHT_AT_ONCE : Outcome.WRONG;
        }
        return !isRight ? Outcome.WRONG_AFTER_REFLECTION : hasReason ? Outcome.CORRECTED : Outcome.RIGHT_AFTER_DOUBT;
    }
}
