package org.lemmalab.synthetic.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.trajectory.JudgedLine;
import org.lemmalab.evaluation.trajectory.JudgedLine.Kind;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.evaluation.trajectory.ReflectionMetric;
import org.lemmalab.evaluation.trajectory.ReflectionScore;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

/** Solutions of relations problems, judged line by line, also after reflections. */
class RelationJudgeTest {
    private static final Problem PROBLEM = new Problem(
            "p",
            "Owls: 10. Flags: 12. Wheels: 2. Lamps: flags plus owls."
                    + " Kites: lamps minus wheels. How many kites are there?",
            "Lamps: flags plus owls.",
            "20");

    private static final String LAMPS = "Lamps: flags plus owls.\n12+10=22 (Lamps: 22).\n";
    private static final String KITES = "Kites: lamps minus wheels.\n";

    private static JudgedTrajectory judge(Problem problem, String text) {
        return RelationJudge.standard().judge(problem, text, String::length);
    }

    @Test
    void goldIsRight() {
        WordProblemSet.RELATIONS.generate(40, Split.TRAIN, 4).forEach(made -> {
            Problem problem = made.problem();
            JudgedTrajectory judged =
                    judge(problem, StudentFormat.response(problem.goldSolution(), problem.goldAnswer()));
            assertTrue(judged.isRight() && judged.lines().stream().allMatch(JudgedLine::isRight), judged.toString());
        });
    }

    @Test
    void aCorrectionBehindAReflectionIsJudgedByWhatStands() {
        JudgedTrajectory caught = judge(
                PROBLEM,
                LAMPS + KITES + "22-2=21 (Kites: 21).\nWait, 22-2 is not 21.\n22-2=20 (Kites: 20).\nThe answer is: 20");
        assertEquals(
                List.of(Kind.STEP, Kind.STEP, Kind.STEP, Kind.STEP, Kind.REFLECTION, Kind.STEP, Kind.ANSWER),
                caught.lines().stream().map(JudgedLine::kind).toList());
        assertEquals(3, caught.firstWrongStep().orElseThrow());
        assertEquals(Optional.of(ErrorType.CALCULATION), caught.lines().get(3).type());
        assertTrue(caught.isRight() && caught.lines().get(5).isRight(), caught.toString());
        JudgedTrajectory spoilt = judge(
                PROBLEM,
                LAMPS + KITES + "22-2=20 (Kites: 20).\nWait, that is wrong.\n22-2=18 (Kites: 18).\nThe answer is: 18");
        ReflectionScore score = ReflectionScore.of(List.of(caught, spoilt), new Bootstrap(100, 0.95, 1));
        assertEquals(
                0.5, score.interval(ReflectionMetric.PRECISION).orElseThrow().estimate(), 1e-9);
        assertEquals(0.5, score.interval(ReflectionMetric.HARMED).orElseThrow().estimate(), 1e-9);
        assertEquals(
                1.0, score.interval(ReflectionMetric.ANSWER_RIGHT).orElseThrow().estimate(), 1e-9);
    }

    @Test
    void mendedAtOnceIsOneErrorThatIsTakenBackAndARightAnswer() {
        String wrong = LAMPS + KITES + "22-2=21 (Kites: 21).\n";
        String right = "22-2=20 (Kites: 20).\nThe answer is: 20";
        String wait = "Wait, 22-2 is not 21.\n";
        assertTrue(judge(PROBLEM, wrong + wait + right).isMendedAtOnce());
        assertFalse(judge(PROBLEM, LAMPS + KITES + right).isMendedAtOnce(), "there is nothing to mend");
        assertFalse(judge(PROBLEM, wrong + wait + wrong + wait + right).isMendedAtOnce(), "it erred twice");
        assertFalse(judge(PROBLEM, wrong + wait + "The answer is: 21").isMendedAtOnce(), "the answer stayed wrong");
        assertFalse(judge(PROBLEM, wrong + "The answer is: 20").isMendedAtOnce(), "it did not say so");
    }
}
