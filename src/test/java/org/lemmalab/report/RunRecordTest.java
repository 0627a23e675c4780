package org.lemmalab.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class RunRecordTest {
    @TempDir
    private Path folder;

    private static Figure figure() {
        CategoryChart chart = new CategoryChartBuilder()
                .width(400)
                .height(300)
                .title("Bars")
                .xAxisTitle("x")
                .yAxisTitle("y")
                .build();
        ChartTheme.apply(chart.getStyler());
        chart.addSeries("s", List.of("a", "b"), List.of(1, 2));
        return new Figure("bars", "Two bars.", chart);
    }

    private List<Path> write(Path target) {
        return RunRecord.write(
                target,
                Map.of("counts", Table.create("counts", IntColumn.create("n", new int[] {1, 2}))),
                List.of(figure()),
                Provenance.of(7, Map.of("set", "test"), Map.of("in.jsonl", "00")));
    }

    @Test
    void everyFileIsHashedInTheRecord() throws IOException {
        List<Path> files = write(folder);
        assertEquals(
                List.of("bars.png", "bars.svg", "counts.csv", "counts.md", "record.json"),
                files.stream().map(file -> file.getFileName().toString()).toList());
        JsonNode record = Json.parse(Files.readString(folder.resolve("record.json")));
        for (Path file : files.subList(0, 4)) {
            assertEquals(
                    Hashes.sha256(file),
                    record.get("files_sha256")
                            .get(file.getFileName().toString())
                            .textValue());
        }
        assertEquals(7, record.get("provenance").get("seed").intValue());
        assertEquals(
                "00",
                record.get("provenance").get("data_sha256").get("in.jsonl").textValue());
    }

    @Test
    void theSameResultsGiveTheSameBytes() throws IOException {
        List<Path> first = write(folder.resolve("a"));
        List<Path> second = write(folder.resolve("b"));
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(
                    Files.readAllBytes(first.get(i)),
                    Files.readAllBytes(second.get(i)),
                    first.get(i).toString());
        }
    }

    @Test
    void filesOfAnEarlierRunGoUnlessTheyWereChanged() throws IOException {
        write(folder);
        Files.writeString(folder.resolve("counts.md"), "mine");
        Files.writeString(folder.resolve("notes.md"), "mine, too");
        RunRecord.write(folder, Map.of(), List.of(figure()), Provenance.of(7, Map.of(), Map.of()));
        assertTrue(Files.exists(folder.resolve("bars.svg")) && Files.exists(folder.resolve("notes.md")));
        assertTrue(Files.exists(folder.resolve("counts.md")), "changed since");
        assertFalse(Files.exists(folder.resolve("counts.csv")), "of the earlier run alone");
    }

    @Test
    void figuresAreDrawn() {
        byte[] png = figure().png();
        assertTrue(png.length > 1000 && png[1] == 'P' && png[2] == 'N' && png[3] == 'G');
        assertTrue(figure().svg().contains("<svg"));
        assertThrows(LabException.class, () -> new Figure("../up", "caption", figure().chart()));
    }
}
