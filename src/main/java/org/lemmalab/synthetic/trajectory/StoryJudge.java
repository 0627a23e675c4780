package org.lemmalab.synthetic.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.lemmalab.evaluation.trajectory.JudgedLine;
import org.lemmalab.evaluation.trajectory.JudgedLine.Kind;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.evaluation.trajectory.TrajectoryJudge;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Evidence;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;
import org.lemmalab.synthetic.student.StudentFormat;

/**
 * Judges solutions of problems with one equation a line, such as the synthetic stories, by the gold program. What stands before the first
 * reflection is held against the program: right up to the first wrong step, that step wrong, and not decided after it, since later
 * steps go on from the error. Steps after a reflection are not decided.
 *
 * @param analyst finds the first wrong step
 */
public record StoryJudge(Analyst analyst) implements TrajectoryJudge {
    /** Says that there is an answer, and none that could be right; text that stops early is then not held to be finished. */
    private static final Optional<String> NOT_YET = Optional.of("not yet");

    /**
     * @return the judge that needs no model
     */
    public static StoryJudge standard() {
        return new StoryJudge(new ProgramAnalyst());
    }

    @Override
    public JudgedTrajectory judge(Problem problem, String text, ToIntFunction<String> tokens) {
        List<WrittenLine> lines = WrittenLine.of(text);
        Verdict verdict = verdict(problem, lines, text);
        List<JudgedLine> judged = new ArrayList<>();
        int step = 0;
        for (WrittenLine line : lines) {
            step += line.kind() == Kind.STEP ? 1 : 0;
            int size = tokens.applyAsInt(line.text());
            judged.add(
                    switch (line.kind()) {
                        case REFLECTION -> JudgedLine.reflection(line.text(), size);
                        case ANSWER -> JudgedLine.answer(line.text(), line.answers(problem), size);
                        case STEP -> verdict.on(step, line.text(), size);
                    });
        }
        return new JudgedTrajectory(problem.id(), judged, StudentFormat.isRight(text, problem));
    }

    /** How many steps are right, and what is wrong with the one after them, if that is known to be wrong. */
    private record Verdict(int right, Optional<ErrorType> wrong) {
        JudgedLine on(int step, String text, int tokens) {
            if (step <= right) {
                return holds(text)
                        ? JudgedLine.right(text, tokens)
                        : JudgedLine.wrong(text, ErrorType.CALCULATION, tokens);
            }
            return step == right + 1 && wrong.isPresent()
                    ? JudgedLine.wrong(text, wrong.get(), tokens)
                    : JudgedLine.undecided(text, tokens);
        }
    }

    /** A right answer vouches for the way to it, but not for an equation that does not hold. */
    private static boolean holds(String text) {
        return EquationReader.read(text).stream().noneMatch(equation -> equation.check() == Equation.Check.WRONG);
    }

    private Verdict verdict(Problem problem, List<WrittenLine> lines, String text) {
        List<String> steps = lines.stream()
                .takeWhile(line -> line.kind() != Kind.REFLECTION)
                .filter(line -> line.kind() == Kind.STEP)
                .map(WrittenLine::text)
                .toList();
        if (steps.isEmpty()) {
            return new Verdict(0, Optional.empty());
        }
        boolean reflects = lines.stream().anyMatch(line -> line.kind() == Kind.REFLECTION);
        Optional<String> answer =
                reflects ? NOT_YET : StudentFormat.answer(text).or(() -> NOT_YET);
        Analysis analysis = analyst.analyse(problem, new Solution(StepSplitter.numbered(steps), answer));
        boolean open = answer.equals(NOT_YET) && isWithoutEvidence(analysis);
        if (!open && analysis instanceof Analysis.Wrong wrong && wrong.firstWrongStep() <= steps.size()) {
            return new Verdict(wrong.firstWrongStep() - 1, Optional.of(wrong.type()));
        }
        if (analysis instanceof Analysis.Undecided undecided
                && undecided.firstWrongStep().isPresent()) {
            OptionalInt first = undecided.firstWrongStep();
            return new Verdict(first.getAsInt() - 1, Optional.empty());
        }
        boolean agrees = analysis instanceof Analysis.Correct || answer.equals(NOT_YET);
        return new Verdict(agrees ? steps.size() : 0, Optional.empty());
    }

    /** Text that is not finished has no wrong answer, so that a step is wrong only where something speaks against it. */
    private static boolean isWithoutEvidence(Analysis analysis) {
        return analysis.evidence().kind() == Evidence.Kind.NONE
                && analysis.evidence().confidence().isPresent();
    }
}
