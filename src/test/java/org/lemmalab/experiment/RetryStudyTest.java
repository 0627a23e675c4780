package org.lemmalab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.experiment.WrittenTrajectory.Outcome;
import org.lemmalab.io.LabException;
import org.lemmalab.report.SelfCorrectionReport;
import org.lemmalab.report.TrajectoryView;
import org.lemmalab.transformer.Students;

/** The shipped twins: the one that read right solutions alone never looks back; those that read errors find and mend their own. */
class RetryStudyTest {
    private static final int PROBLEMS = 40;

    @Test
    void studentsThatReadErrorsMendTheirOwn(@TempDir Path folder) {
        List<Long> told = new ArrayList<>();
        SelfCorrectionStudy.Result result = RetryStudy.run(Students.twins(), new RetryStudy.Scale(PROBLEMS), told::add);
        assertEquals(
                List.of("plain", "retries", "masked"),
                List.copyOf(result.written().keySet()));
        assertEquals(List.of(40L, 80L, 120L), told);
        assertEquals(0, stops(result, "plain"));
        for (String name : List.of("retries", "masked")) {
            assertTrue(stops(result, name) > PROBLEMS / 4, name + ": " + stops(result, name));
            assertTrue(count(result, name, Outcome.CORRECTED) > 2, name);
            assertTrue(count(result, name, Outcome.RIGHT_AFTER_DOUBT) <= 2, name);
        }
        SelfCorrectionReport report = new SelfCorrectionReport(result);
        assertEquals(
                List.of("retries − plain", "masked − plain", "masked − retries"),
                report.differences().stringColumn("models").asList());
        assertEquals(
                List.of("metric", "plain", "retries", "masked"),
                report.reflections().columnNames());
        List<TrajectoryView.Role> roles = report.cases("masked", 1).get(0).parts().stream()
                .map(TrajectoryView.Part::role)
                .toList();
        int reflection = roles.indexOf(TrajectoryView.Role.REFLECTION);
        assertEquals(TrajectoryView.Role.ERROR, roles.get(reflection - 1), roles.toString());
        assertTrue(report.write(folder).stream().allMatch(Files::exists));
    }

    private static long stops(SelfCorrectionStudy.Result result, String name) {
        return result.written().get(name).stream()
                .map(WrittenTrajectory::judged)
                .map(JudgedTrajectory::stops)
                .mapToLong(List::size)
                .sum();
    }

    private static long count(SelfCorrectionStudy.Result result, String name, Outcome outcome) {
        return result.written().get(name).stream()
                .filter(each -> each.outcome() == outcome)
                .count();
    }

    @Test
    void noStudentOrTwoOfOneNameAreRefused() {
        RetryStudy.Scale one = new RetryStudy.Scale(1);
        assertThrows(LabException.class, () -> RetryStudy.run(List.of(), one, done -> {}));
        Path plain = Students.twins().get(0);
        String message = assertThrows(LabException.class, () -> RetryStudy.run(List.of(plain, plain), one, done -> {}))
                .getMessage();
        assertTrue(message.contains("two called plain"), message);
    }
}
