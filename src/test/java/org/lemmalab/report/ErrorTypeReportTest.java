package org.lemmalab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.experiment.ErrorTypeStudy;
import tech.tablesaw.api.Table;

class ErrorTypeReportTest {
    private static ErrorTypeStudy.Result result;
    private static ErrorTypeReport report;

    @TempDir
    private Path folder;

    @BeforeAll
    static void study() {
        result = ErrorTypeStudy.run(Optional.empty(), done -> {});
        report = new ErrorTypeReport(result);
    }

    @Test
    void sharesOfAModelSumToOne() {
        Table shares = report.errorTypeShares();
        for (String model : result.distribution().models()) {
            Table own = shares.where(shares.stringColumn("model").isEqualTo(model));
            assertEquals(1, own.doubleColumn("share").sum(), 1e-9, model);
            assertEquals(
                    own.longColumn("total").getLong(0), own.longColumn("count").sum(), 1e-9, model);
        }
    }

    @Test
    void theHazardOfTheFirstStepIsTheShareOfFirstStepErrors() {
        long decided = result.attempts().stream()
                .filter(each -> !each.verdict().equals("undecided"))
                .count();
        long atFirst = result.attempts().stream()
                .filter(each ->
                        each.errorType().isPresent() && each.firstWrongStep().orElse(0) == 1)
                .count();
        Table positions = report.positions();
        assertEquals(decided, positions.longColumn("sound before it").getLong(0));
        assertEquals(atFirst, positions.longColumn("wrong at it").getLong(0));
    }

    @Test
    void everythingIsKeptWithItsRecord() {
        assertEquals(
                7 * 2 + 4 * 2 + 1,
                report.write(folder).size(),
                "seven tables and four figures in two forms, one record");
        assertTrue(Files.exists(folder.resolve("record.json")));
        assertTrue(Files.exists(folder.resolve("confusion.svg")));
    }

    @Test
    void aTrajectoryMarksExactlyOneWrongStep() {
        for (ErrorTypeStudy.Example example : ErrorTypeStudy.sampleExamples(3)) {
            TrajectoryView view = ErrorTypeReport.trajectory(example);
            assertEquals(
                    1,
                    view.parts().stream()
                            .filter(part -> part.role() == TrajectoryView.Role.WRONG)
                            .count());
            assertEquals(
                    TrajectoryView.Role.ANSWER,
                    view.parts().get(view.parts().size() - 1).role());
        }
    }
}
