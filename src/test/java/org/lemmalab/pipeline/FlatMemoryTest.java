package org.lemmalab.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** 100,000 values of 1 kB, 100 MB in all, go through a heap of 40 MiB. */
@Timeout(120)
class FlatMemoryTest {
    private static final int RECORDS = 100_000;
    private static final String FILLER = "x".repeat(1000);

    @TempDir
    private Path temporary;

    @Test
    void theWholeOutputIsMuchLargerThanTheHeap() throws IOException, InterruptedException {
        Path in = Samples.input(temporary.resolve("in.jsonl"), RECORDS);
        Path folder = temporary.resolve("run");
        Process child = Child.start(FlatMemoryTest.class, "-Xmx40m", in.toString(), folder.toString());
        String said = new String(child.getErrorStream().readAllBytes());
        assertEquals(0, child.waitFor(), said);
        assertEquals(
                new Manifest.Counts(RECORDS, 0, 0),
                new RunFolder(folder).readManifest().orElseThrow().counts());
        assertTrue(Files.size(new RunFolder(folder).output()) > 100_000_000L);
    }

    public static void main(String[] arguments) {
        Stage<JsonNode, String> stage = Samples.stage(node -> Result.success(node.get("n") + FILLER));
        Samples.quietly(new StageRun<>(
                stage,
                List.of(Path.of(arguments[0])),
                Path.of(arguments[1]),
                RunSettings.standard().withWorkers(4)));
    }
}
