package org.lemmalab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lemmalab.corpus.DataStatistics;
import tech.tablesaw.api.Table;

class CorpusReportTest {
    @Test
    void ownCorporaStandBesideThePapers() {
        Table table = CorpusReport.dataStatistics(List.of(
                new DataStatistics("RFT", 120, 60, 75.5, 0, "words"),
                new DataStatistics("w/o Truncation", 7, 7, 9, 0, "words")));
        assertEquals(11, table.rowCount());
        assertEquals(86520, table.longColumn("samples in the paper").get(0));
        assertEquals(172.96, table.doubleColumn("mean tokens in the paper").get(0));
        assertTrue(table.column("samples in the paper").isMissing(1));
        Table s3c = table.where(table.stringColumn("method").isEqualTo("S3C-Math (w/ MetaMath)"));
        assertTrue(s3c.column("mean tokens in the paper").isMissing(0));
        assertTrue(s3c.column("samples here").isMissing(0));
        assertTrue(new TableView(table).text().contains("86,520"));
    }

    @Test
    void refusalsAreSortedByHowOften() {
        Table table = CorpusReport.refusals(Map.of("rare", 1L, "often", 9L));
        assertEquals("often", table.stringColumn(0).get(0));
    }
}
