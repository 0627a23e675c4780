package org.lemmalab.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.LabException;

class ErrorsBenchmarkTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void namesTheMissingFolderAndFile(@TempDir Path folder) {
        Benchmark benchmark = Benchmarks.named("errors");
        LabException noFolder = assertThrows(LabException.class, () -> benchmark.run(Optional.empty(), out));
        assertTrue(noFolder.getMessage().contains("--data DIR"));
        LabException noFile = assertThrows(LabException.class, () -> benchmark.run(Optional.of(folder), out));
        assertTrue(noFile.getMessage().contains("eic/gsm8k_labelled_errors.jsonl"), noFile.getMessage());
        assertTrue(noFile.getMessage().contains(folder.toString()));
    }

    @Test
    void measuresAccuracyAndSpeedOnRealData() {
        String data = System.getenv("LEMMA_DATA");
        assumeTrue(data != null, "LEMMA_DATA is not set: the errors benchmark is not run");
        ObjectNode figures = Benchmarks.named("errors").run(Optional.of(Path.of(data)), out);
        assertEquals(450, figures.get("labelled_cases").intValue());
        assertEquals(5276, figures.get("solutions").intValue());
        assertTrue(figures.get("solutions_per_second").doubleValue() > 0);
        assertTrue(bytes.toString(StandardCharsets.UTF_8).contains("held out"));
    }
}
