package org.lemmalab.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineOutputTest {
    @TempDir
    private Path folder;

    @Test
    void aFileTakesItsNameWhenItIsWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("out.jsonl"), "before");
        try (LineOutput output = LineOutput.to(file)) {
            output.add(Map.of("a", "é"));
            output.finish();
            assertEquals("before", Files.readString(file));
        }
        assertEquals("{\"a\":\"é\"}\n", Files.readString(file));
        assertFalse(Files.exists(LineOutput.partOf(file)));
    }

    @Test
    void aFileThatIsNotFinishedLeavesTheOneBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("out.jsonl"), "before");
        try (LineOutput output = LineOutput.to(file)) {
            output.add(1);
        }
        assertEquals("before", Files.readString(file));
        assertFalse(Files.exists(LineOutput.partOf(file)));
    }

    @Test
    void foldersAreMadeLinksAreFollowedAndGzipIsByName() throws IOException {
        Path file = folder.resolve("new/out.jsonl.gz");
        write(file, "a");
        try (JsonRows rows = JsonRows.open(file)) {
            assertEquals("\"a\"", rows.next().map(JsonRow::value).orElseThrow().toString());
            assertEquals(Optional.empty(), rows.next());
        }
        Path plain = Files.writeString(folder.resolve("plain.jsonl"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), plain);
        write(link, "b");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("\"b\"\n", Files.readString(plain));
        assertThrows(LabException.class, () -> LineOutput.to(folder));
    }

    private static void write(Path file, Object value) {
        try (LineOutput output = LineOutput.to(file)) {
            output.add(value);
            output.finish();
        }
    }

    @Test
    void onlyWholeLinesAreHandedOn() {
        List<String> pieces = new ArrayList<>();
        OutputStream system = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int count) {
                pieces.add(new String(bytes, from, count, StandardCharsets.UTF_8));
            }
        };
        try (LineOutput output = LineOutput.to("test", system)) {
            for (int i = 0; i < 1000; i++) {
                output.add("x".repeat(500));
            }
            output.finish();
        }
        assertTrue(pieces.size() > 2, pieces::toString);
        assertTrue(pieces.stream().allMatch(piece -> piece.endsWith("\"\n")));
    }
}
