package org.lemmalab.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    @TempDir
    private Path folder;

    private static String question(JsonNode node) {
        return Fields.text(node, "question");
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("in.jsonl"), content);
    }

    private Path file(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void goodLinesComeInOrderAndBlankOnesAreSkipped() throws IOException {
        Path in = file("{\"question\":\"a\"}\n\n{\"question\":\"b\"}\r\n{\"question\":\"ç\"}");
        assertEquals(List.of("a", "b", "ç"), JsonLines.readAll(in, JsonLinesTest::question));
    }

    @Test
    void badLinesAreKeptWithFileLineAndReasonAndTheRestGoesOn() throws IOException {
        Path in = file("{\"question\":\"a\"}\nno json\n{\"answer\":1}\n{\"question\":7}\n{\"question\":\" \"}\n"
                + "{\"question\":\"b\"} x\n{\"question\":\"z\"}\n");
        List<String> good = new ArrayList<>();
        Path out = folder.resolve("out.jsonl");
        try (RejectedLines rejected = RejectedLines.beside(out)) {
            assertEquals(2, JsonLines.forEach(in, JsonLinesTest::question, good::add, rejected));
            assertEquals(5, rejected.count());
            assertTrue(rejected.messages().get(0).startsWith(in + " line 2: not JSON"), rejected.messages()::toString);
            assertEquals(
                    in + " line 3: field 'question' is missing",
                    rejected.messages().get(1));
            assertEquals(
                    in + " line 4: field 'question': expected text, found number 7",
                    rejected.messages().get(2));
        }
        assertEquals(List.of("a", "z"), good);
        List<JsonNode> kept = JsonLines.readAll(folder.resolve("out.rejected.jsonl"), node -> node);
        assertEquals(
                List.of(2, 3, 4, 5, 6),
                kept.stream().map(n -> n.get("line").intValue()).toList());
        assertEquals("no json", kept.get(0).get("content").textValue());
    }

    @Test
    void withoutBadLinesNoFileOfThemIsMadeAndAnOldOneGoes() throws IOException {
        Path old = Files.writeString(folder.resolve("out.rejected.jsonl"), "old");
        try (RejectedLines rejected = RejectedLines.beside(folder.resolve("out.jsonl"))) {
            JsonLines.forEach(file("{\"question\":\"a\"}"), JsonLinesTest::question, q -> {}, rejected);
            assertTrue(rejected.file().isEmpty());
        }
        assertFalse(Files.exists(old));
    }

    @Test
    void aMissingFileAFolderAndAnEmptyFileAreNamed() throws IOException {
        Path missing = folder.resolve("none.jsonl");
        assertEquals(missing + ": no such file", message(missing));
        assertEquals(folder + ": expected a JSON Lines file, found a folder", message(folder));
        Path empty = file("\n  \n");
        assertEquals(empty + ": expected JSON Lines (one object a line), found an empty file", message(empty));
    }

    @Test
    void wrongEncodingsAreNamed() throws IOException {
        Path latin = file("{\"question\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(latin + " line 1: expected UTF-8, found bytes that are none", message(latin));
        Path wide = file("\uFEFF{\"question\":\"a\"}".getBytes(StandardCharsets.UTF_16LE));
        assertTrue(message(wide).contains("line 1: expected UTF-8, found UTF-16"));
        Path marked = file("\uFEFF{\"question\":\"a\"}");
        assertEquals(List.of("a"), JsonLines.readAll(marked, JsonLinesTest::question));
    }

    @Test
    void aLineLongerThanAllowedIsRejectedAndTheNextIsRead() throws IOException {
        Path in = folder.resolve("long.jsonl");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(in)) {
            for (int i = 0; i < 17; i++) {
                out.write(block);
            }
            out.write("\n{\"question\":\"after\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        List<String> good = new ArrayList<>();
        RejectedLines rejected = RejectedLines.counting();
        JsonLines.forEach(in, JsonLinesTest::question, good::add, rejected);
        assertEquals(List.of("after"), good);
        assertTrue(rejected.messages().get(0).contains("expected a line of at most"));
    }

    @Test
    void whateverALineMakesTheParserThrowIsItsReasonAndTheRestGoesOn() throws IOException {
        Path in = file("{\"a\":[]}\n{\"a\":[5]}\n");
        List<Integer> good = new ArrayList<>();
        RejectedLines rejected = RejectedLines.counting();
        JsonLines.forEach(in, node -> List.of(node.get("a").get(0).intValue()).get(0), good::add, rejected);
        assertEquals(List.of(5), good);
        assertTrue(
                rejected.messages().get(0).contains("line 1: failed: java.lang.NullPointer"),
                rejected.messages()::toString);
    }

    @Test
    void aRejectedLineWithHalfASurrogatePairIsKept() throws IOException {
        Path in = file("{\"question\":1,\"b\":\"\\ud83d\"}\n");
        Path out = folder.resolve("out.jsonl");
        try (RejectedLines rejected = RejectedLines.beside(out)) {
            JsonLines.forEach(in, node -> question(Json.parse("{\"question\":\"\"}")), q -> {}, rejected);
            rejected.add(in, 2, "half \uD83D", "\uDE00");
        }
        List<JsonNode> kept = JsonLines.readAll(RejectedLines.fileBeside(out), node -> node);
        assertEquals("half \uD83D", kept.get(1).get("reason").textValue());
        assertEquals("\uDE00", kept.get(1).get("content").textValue());
    }

    private String message(Path file) {
        return assertThrows(LabException.class, () -> JsonLines.readAll(file, JsonLinesTest::question))
                .getMessage();
    }

    @Test
    void anArrayAndAZippedFileAreReadLikeLines() throws IOException {
        byte[] array = "[{\"question\":\"a\"},\n {\"question\":\"b\"}]".getBytes(StandardCharsets.UTF_8);
        Path plain = file(array);
        assertEquals(List.of("a", "b"), JsonLines.readAll(plain, JsonLinesTest::question));
        assertEquals(2, JsonLines.countLines(plain));
        Path zipped = folder.resolve("in.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(array);
        }
        assertEquals(List.of("a", "b"), JsonLines.readAll(zipped, JsonLinesTest::question));
        assertEquals(2, JsonLines.countLines(zipped));
    }
}
