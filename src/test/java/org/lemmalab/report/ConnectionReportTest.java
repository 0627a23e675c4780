package org.lemmalab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.experiment.ConnectionExamples;
import org.lemmalab.experiment.ConnectionStudy;
import org.lemmalab.pipeline.ProgressListener;
import org.lemmalab.reflection.Triplet;
import tech.tablesaw.api.Table;

class ConnectionReportTest {
    private static ConnectionStudy.Result result;
    private static ConnectionReport report;

    @TempDir
    private Path folder;

    @BeforeAll
    static void study() {
        result = ConnectionStudy.run(
                Optional.empty(), Optional.empty(), new ConnectionStudy.Scale(1, 40), ProgressListener.silent());
        report = new ConnectionReport(result);
    }

    @Test
    void everyCountHasItsStage() {
        Table stages = report.stages();
        assertEquals(result.counts().size(), stages.rowCount());
        Table kept = stages.where(stages.stringColumn("stage").isEqualTo("5 kept"));
        assertTrue(kept.stringColumn("what").asList().stream().allMatch(name -> name.startsWith("triplets")));
    }

    @Test
    void theStrategiesAreAllTriplets() {
        assertEquals(
                result.triplets().size(),
                report.lengths().longColumn("triplets").sum());
    }

    @Test
    void likelihoodsAreOfEveryConnectionAndEveryTypeWithEnoughErrors() {
        assertEquals(
                List.of("abrupt", "phrase", "smooth", "model-aware"),
                report.likelihoods().stringColumn("connection").asList());
        Table byType = report.likelihoodsByType();
        assertTrue(byType.rowCount() > 1);
        assertTrue(byType.longColumn("errors").min() >= 5);
    }

    @Test
    void aLinkStandsBetweenTheWrongStepAndTheRightOne() {
        List<Triplet> byType = new ConnectionExamples().byType();
        Table links = ConnectionReport.links(byType);
        assertEquals(byType.size(), links.rowCount());
        assertEquals(
                byType.get(0).reflection().text(), links.stringColumn("link").get(0));
    }

    @Test
    void everythingIsKeptWithItsRecord() {
        assertEquals(
                4 * 2 + 3 * 2 + 1,
                report.write(folder).size(),
                "four tables and three figures in two forms, one record");
        assertTrue(Files.exists(folder.resolve("record.json")));
    }
}
