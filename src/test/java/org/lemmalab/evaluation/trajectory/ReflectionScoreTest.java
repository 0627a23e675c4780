package org.lemmalab.evaluation.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lemmalab.evaluation.trajectory.JudgedLine.answer;
import static org.lemmalab.evaluation.trajectory.JudgedLine.reflection;
import static org.lemmalab.evaluation.trajectory.JudgedLine.right;
import static org.lemmalab.evaluation.trajectory.JudgedLine.undecided;
import static org.lemmalab.evaluation.trajectory.JudgedLine.wrong;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ErrorType;

/** Trajectories whose metrics can be counted by hand. */
class ReflectionScoreTest {
    private static final double EXACT = 1e-9;
    private static final Bootstrap BOOTSTRAP = new Bootstrap(500, 0.95, 7);

    /** Wrong, taken back at once, put right, right answer. */
    private static final JudgedTrajectory CAUGHT = trajectory(
            "caught",
            true,
            right("a", 4),
            wrong("b", ErrorType.OPERATOR, 5),
            reflection("Wait", 3),
            right("b", 5),
            answer("1", true, 3));

    /** Wrong, noticed one step too late: the step before the reflection is right in itself. */
    private static final JudgedTrajectory LATE = trajectory(
            "late",
            false,
            wrong("a", ErrorType.CALCULATION, 4),
            right("b", 6),
            reflection("Wait", 2),
            right("c", 4),
            answer("2", false, 4));

    /** Nothing noticed. */
    private static final JudgedTrajectory MISSED =
            trajectory("missed", false, right("a", 5), wrong("b", ErrorType.OPERATOR, 5), answer("3", false, 5));

    /** All right, taken back, then wrong. */
    private static final JudgedTrajectory SPOILT = trajectory(
            "spoilt",
            false,
            right("a", 6),
            reflection("Wait", 2),
            reflection("Hmm", 2),
            wrong("a", ErrorType.CONTEXT_VALUE, 6),
            answer("4", false, 4));

    /** All right, taken back for nothing and said again. */
    private static final JudgedTrajectory KEPT =
            trajectory("kept", true, right("a", 4), reflection("Wait", 4), right("a", 4), answer("5", true, 4));

    private static final List<JudgedTrajectory> ALL = List.of(CAUGHT, LATE, MISSED, SPOILT, KEPT);

    private static JudgedTrajectory trajectory(String problem, boolean isRight, JudgedLine... lines) {
        return new JudgedTrajectory(problem, List.of(lines), isRight);
    }

    private static double value(ReflectionScore score, ReflectionMetric metric) {
        return score.interval(metric).map(Interval::estimate).orElseThrow();
    }

    @Test
    void everyMetricIsWhatCountingGives() {
        ReflectionScore score = ReflectionScore.of(ALL, BOOTSTRAP);
        Map<ReflectionMetric, Double> byHand = Map.ofEntries(
                Map.entry(ReflectionMetric.REFLECTING, 4 / 5.0),
                Map.entry(ReflectionMetric.REFLECTIONS, 4 / 5.0),
                // After a wrong step: CAUGHT alone; LATE, SPOILT and KEPT stand after right ones.
                Map.entry(ReflectionMetric.PRECISION, 1 / 4.0),
                // First wrong steps: CAUGHT, LATE, MISSED, SPOILT.
                Map.entry(ReflectionMetric.RECALL_AT_ONCE, 1 / 4.0),
                Map.entry(ReflectionMetric.RECALL, 2 / 4.0),
                Map.entry(ReflectionMetric.NEXT_STEP_RIGHT, 1.0),
                Map.entry(ReflectionMetric.ANSWER_RIGHT, 1.0),
                // MISSED and SPOILT do not reflect after their first wrong step.
                Map.entry(ReflectionMetric.ANSWER_RIGHT_WITHOUT, 0.0),
                // False alarms while no error stands: SPOILT and KEPT.
                Map.entry(ReflectionMetric.HARM, 1 / 2.0),
                Map.entry(ReflectionMetric.HARMED, 1 / 5.0),
                // 5+3, 6+2, 0, 6+2+2, 4+4 of 20, 20, 15, 20, 16.
                Map.entry(ReflectionMetric.TOKENS, 34 / 5.0),
                Map.entry(ReflectionMetric.TOKEN_SHARE, 34 / 91.0),
                // Right steps 2+2+1+1+2 of 3+3+2+2+2.
                Map.entry(ReflectionMetric.STEP_ACCURACY, 8 / 12.0),
                Map.entry(ReflectionMetric.ERROR_FREE, 1 / 5.0));
        assertEquals(ReflectionMetric.all().size(), byHand.size());
        byHand.forEach((metric, expected) -> assertEquals(expected, value(score, metric), EXACT, metric.title()));
        assertEquals(
                Map.of(ErrorType.OPERATOR, 2L, ErrorType.CALCULATION, 1L, ErrorType.CONTEXT_VALUE, 1L),
                score.firstErrors());
        assertEquals(4, score.values().get(ReflectionMetric.PRECISION).count());
        assertEquals(0, score.undecided());
    }

    @Test
    void whatCannotBeDividedIsUndefinedAndShownAsADash() {
        ReflectionScore score = ReflectionScore.of(
                List.of(trajectory("plain", true, right("a", 3), answer("1", true, 3)), trajectory("empty", false)),
                BOOTSTRAP);
        for (ReflectionMetric metric : List.of(
                ReflectionMetric.PRECISION,
                ReflectionMetric.RECALL,
                ReflectionMetric.RECALL_AT_ONCE,
                ReflectionMetric.NEXT_STEP_RIGHT,
                ReflectionMetric.ANSWER_RIGHT,
                ReflectionMetric.ANSWER_RIGHT_WITHOUT,
                ReflectionMetric.HARM)) {
            assertEquals(Optional.empty(), score.interval(metric), metric.title());
            assertEquals("–", score.shown(metric));
        }
        assertEquals(0, value(score, ReflectionMetric.REFLECTING), EXACT);
        assertEquals("0.00 [0.00, 0.00]", score.shown(ReflectionMetric.REFLECTIONS));
        assertEquals(1, value(score, ReflectionMetric.STEP_ACCURACY), EXACT);
    }

    @Test
    void whatNobodyCanJudgeCountsNeitherWay() {
        JudgedTrajectory story = trajectory(
                "story",
                true,
                right("a", 2),
                wrong("b", ErrorType.OPERATOR, 2),
                reflection("Wait", 2),
                undecided("b", 2),
                reflection("Wait", 2),
                undecided("c", 2),
                answer("1", true, 2));
        ReflectionScore score = ReflectionScore.of(List.of(story), BOOTSTRAP);
        assertEquals(1, value(score, ReflectionMetric.PRECISION), EXACT);
        assertEquals(1, score.values().get(ReflectionMetric.PRECISION).count());
        assertEquals(Optional.empty(), score.interval(ReflectionMetric.NEXT_STEP_RIGHT));
        assertEquals(1, value(score, ReflectionMetric.ANSWER_RIGHT), EXACT);
        assertEquals(0.5, value(score, ReflectionMetric.STEP_ACCURACY), EXACT);
        assertEquals(2, score.undecided());
    }

    @Test
    void aReflectionAtTheEdgesIsNoCorrection() {
        JudgedTrajectory first = trajectory("first", true, reflection("Wait", 1), right("a", 1), answer("1", true, 1));
        JudgedTrajectory last = trajectory("last", false, wrong("a", ErrorType.OPERATOR, 1), reflection("Wait", 1));
        ReflectionScore score = ReflectionScore.of(List.of(first, last), BOOTSTRAP);
        assertEquals(0.5, value(score, ReflectionMetric.PRECISION), EXACT);
        assertEquals(0, value(score, ReflectionMetric.NEXT_STEP_RIGHT), EXACT);
        assertEquals(Optional.empty(), score.interval(ReflectionMetric.HARM));
    }

    @Test
    void anErrorThatStandsMakesALaterAlarmNoHarm() {
        JudgedTrajectory takenBack = trajectory(
                "taken back",
                false,
                wrong("a", ErrorType.OPERATOR, 1),
                reflection("Wait", 1),
                right("a", 1),
                reflection("Wait", 1),
                wrong("b", ErrorType.OPERATOR, 1));
        ReflectionScore score = ReflectionScore.of(List.of(LATE, takenBack), BOOTSTRAP);
        assertEquals(1, score.values().get(ReflectionMetric.HARM).count());
        assertEquals(1, value(score, ReflectionMetric.HARM), EXACT);
        assertEquals(0.5, value(score, ReflectionMetric.HARMED), EXACT);
    }

    @Test
    void intervalsHoldTheValueAndSeedsAreTheSameProblems() {
        ReflectionScore score = ReflectionScore.ofSeeds(List.of(ALL, ALL), BOOTSTRAP);
        assertEquals(2, score.seeds());
        Interval harmed = score.interval(ReflectionMetric.HARMED).orElseThrow();
        assertEquals(1 / 5.0, harmed.estimate(), EXACT);
        assertTrue(harmed.low() <= 0.2 && harmed.high() >= 0.2 && harmed.high() > harmed.low(), harmed.toString());
        assertEquals(score, ReflectionScore.ofSeeds(List.of(ALL, ALL), BOOTSTRAP));
        assertThrows(
                LabException.class,
                () -> ReflectionScore.ofSeeds(List.of(ALL, List.of(KEPT, CAUGHT, LATE, MISSED, SPOILT)), BOOTSTRAP));
        assertThrows(LabException.class, () -> ReflectionScore.of(List.of(), BOOTSTRAP));
    }
}
