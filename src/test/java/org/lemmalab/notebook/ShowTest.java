package org.lemmalab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lemmalab.report.study.StudyReport;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class ShowTest {
    @Test
    void outsideANotebookThePlainFormIsPrinted() {
        assertTrue(KernelDisplay.ofRunningKernel().isEmpty());
        assertEquals(
                "counts\n n\n12\n\n",
                printed(() -> Show.table(Table.create("counts", IntColumn.create("n", new int[] {12})))));
    }

    @Test
    void anExperimentWithoutOutcomeTellsHowToRunItAndWhatThePaperPrints() {
        Path nowhere = Surroundings.study(Map.of("LEMMA_STUDY", "target/nowhere"), "root");
        String text = printed(() -> Show.experiment(StudyReport.open(nowhere).section("T5/T11")));
        assertTrue(text.contains("environment/lab study --budget standard --experiments T5/T11"), text);
        assertTrue(text.contains("w/o Truncation"), text);
        assertEquals(Path.of("root/figures/study"), Surroundings.study(Map.of(), "root"));
    }

    private static String printed(Runnable shows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            shows.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r", "");
    }
}
