package org.lemmalab.synthetic.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lemmalab.evaluation.trajectory.JudgedLine;
import org.lemmalab.evaluation.trajectory.JudgedLine.Kind;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.evaluation.trajectory.TrajectoryJudge;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.synthetic.wordproblem.ErrorCorrection;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

/** Gold solutions of synthetic stories are right line by line; an error put into them is found where it was put. */
class StoryJudgeTest {
    private static final TrajectoryJudge JUDGE = StoryJudge.standard();

    private static JudgedTrajectory judge(Problem problem, String text) {
        return JUDGE.judge(problem, text, line -> line.split(" ").length);
    }

    private static Stream<ErrorCorrection> spoiltStories() {
        return ErrorCorrection.generate(200, Split.TRAIN, 5).stream()
                .filter(made -> !made.problem().instance().startsWith("relations")
                        && !made.problem().problem().goldSolution().contains(" minus "))
                .filter(made -> made.problem().problem().goldSolution().lines().allMatch(line -> line.contains("=")));
    }

    @Test
    void goldIsRightWholeOrCutShort() {
        WordProblemSet.STORIES.generate(60, Split.TRAIN, 3).forEach(made -> {
            Problem problem = made.problem();
            JudgedTrajectory whole =
                    judge(problem, StudentFormat.response(problem.goldSolution(), problem.goldAnswer()));
            assertTrue(whole.isRight() && whole.lines().stream().allMatch(JudgedLine::isRight), whole.toString());
            String first = problem.goldSolution().lines().findFirst().orElseThrow();
            JudgedTrajectory cut = judge(problem, first + "\nWait, let me check that.\n" + problem.goldSolution());
            assertTrue(cut.lines().get(0).isRight(), cut.toString());
            assertEquals(Kind.REFLECTION, cut.lines().get(1).kind());
            assertTrue(
                    cut.lines().stream().skip(2).allMatch(line -> line.right().isEmpty()), cut.toString());
        });
    }

    @Test
    void anErrorIsFoundWhereItWasPut() {
        List<ErrorCorrection> stories = spoiltStories().toList();
        assertTrue(stories.size() > 50, "stories: " + stories.size());
        long found = stories.stream()
                .filter(made -> {
                    String text = StudentFormat.response(made.attempt(), Long.toString(made.wrongAnswer()));
                    JudgedTrajectory judged = judge(made.problem().problem(), text);
                    return !judged.isRight() && judged.firstWrongStep().orElse(-1) == made.firstWrongStep() - 1;
                })
                .count();
        assertTrue(found >= 0.9 * stories.size(), found + " of " + stories.size());
    }

    @Test
    void aRightAnswerDoesNotVouchForFalseArithmetic() {
        Problem problem = new Problem("p", "Ann has 3 pears and gets 4. How many?", "She has 3+4=7.", "7");
        JudgedTrajectory judged = judge(problem, "She has 3+4=8.\nThe answer is: 7");
        assertEquals(Optional.of(ErrorType.CALCULATION), judged.lines().get(0).type());
        assertTrue(judged.isRight());
        assertEquals(3 + 4, judged.tokens());
        assertEquals(List.of(), judge(problem, "").lines());
    }
}
