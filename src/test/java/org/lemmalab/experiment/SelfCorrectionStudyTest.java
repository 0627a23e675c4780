package org.lemmalab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.evaluation.trajectory.TrajectoryJudge;
import org.lemmalab.experiment.WrittenTrajectory.Outcome;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.report.SelfCorrectionReport;
import org.lemmalab.synthetic.trajectory.RelationJudge;
import org.lemmalab.training.TrainingProgress;
import org.lemmalab.transformer.Students;

class SelfCorrectionStudyTest {
    private static final Problem NUTS = new Problem(
            "nuts",
            "Ana has 4 bags of 6 nuts and eats 5 nuts. How many are left?",
            "4*6=24 nuts.\n24-5=19 nuts.",
            "19");

    private static final TrajectoryJudge JUDGE = RelationJudge.with(new ProgramAnalyst());

    @TempDir
    Path folder;

    @Test
    void aStudentMakesErrorsLearnsFromThemAndIsAskedBeforeAndAfter() {
        SelfCorrectionStudy study =
                SelfCorrectionStudy.of(Optional.of(Students.folder("small")), new SelfCorrectionStudy.Scale(8, 2, 4));
        List<Triplet> triplets = study.triplets(ConnectionStyle.SMOOTH);
        assertTrue(triplets.size() >= 8, "expected both corrections of most errors, found " + triplets.size());
        study.ask("before", study.student());
        List<TrainingProgress> steps = new ArrayList<>();
        Path tuned = study.fineTune(triplets, steps::add);
        assertEquals(2, steps.size());
        assertEquals(4, study.ask("after", tuned).size());
        SelfCorrectionReport report = new SelfCorrectionReport(study.result());
        assertEquals(List.of("outcome", "before", "after"), report.outcomes().columnNames());
        assertEquals(2, report.cases("after", 2).size());
        List<Path> files = report.write(folder);
        assertTrue(files.contains(folder.resolve("trajectory.md"))
                && files.stream().allMatch(Files::exists));
    }

    @Test
    void aReflectionBehindAWrongStepThatLeadsToTheRightAnswerIsACorrection() {
        String text = "4*6=22 nuts.\nWait, 4*6 is 24.\n4*6=24 nuts.\n24-5=19 nuts.\nThe answer is: 19";
        assertEquals(Outcome.CORRECTED, outcome(text));
    }

    /** A step that comes too early is an error, and what is taken back after it a correction. */
    @Test
    void aRelationTakenUpTooEarlyIsAnError() {
        Problem flags = new Problem(
                "flags",
                "Cups: 4.\nFlags: cups plus 3.\nKites: flags minus 2.\nHow many kites are there?",
                "Flags: cups plus 3.\n4+3=7 (Flags: 7).\nKites: flags minus 2.\n7-2=5 (Kites: 5).",
                "5");
        String early = "Kites: flags minus 2.\nWait, the flags are not known yet.\n" + flags.goldSolution()
                + "\nThe answer is: 5";
        assertEquals(
                Outcome.CORRECTED, WrittenTrajectory.of(JUDGE, flags, early).outcome());
    }

    @Test
    void aReflectionBehindASoundStepIsNone() {
        String text = "4*6=24 nuts.\nWait, let me check that.\n4*6=24 nuts.\n24-5=19 nuts.\nThe answer is: 19";
        assertEquals(Outcome.RIGHT_AFTER_DOUBT, outcome(text));
    }

    @Test
    void withoutAReflectionOnlyTheAnswerCounts() {
        assertEquals(Outcome.RIGHT_AT_ONCE, outcome("4*6=24 nuts.\n24-5=19 nuts.\nThe answer is: 19"));
        assertEquals(Outcome.WRONG, outcome("4*6=24 nuts.\n24-5=18 nuts.\nThe answer is: 18"));
        assertEquals(
                Outcome.WRONG_AFTER_REFLECTION, outcome("4*6=22 nuts.\nWait, that is not right.\nThe answer is: 22"));
        assertFalse(WrittenTrajectory.of(JUDGE, NUTS, "").isRight());
    }

    private static Outcome outcome(String text) {
        return WrittenTrajectory.of(JUDGE, NUTS, text).outcome();
    }
}
