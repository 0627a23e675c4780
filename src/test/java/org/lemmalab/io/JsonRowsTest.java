package org.lemmalab.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {
    /** Each row as its line and its value, or "!" for a bad one. */
    private static List<String> rows(byte[] content) {
        List<String> rows = new ArrayList<>();
        try (JsonRows read = JsonRows.of("input", new ByteArrayInputStream(content))) {
            for (Optional<JsonRow> row = read.next(); row.isPresent(); row = read.next()) {
                boolean good = row.get() instanceof JsonRow.Good;
                rows.add(row.get().line() + " " + (good ? row.get().value() : "!"));
            }
        }
        return rows;
    }

    private static List<String> rows(String content) {
        return rows(content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zipped(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void linesComeWithTheirNumbersAndBlankOnesAreSkipped() {
        assertEquals(List.of("1 {\"a\":1}", "3 {\"a\":2}", "4 !"), rows("{\"a\":1}\n\n{\"a\":2}\r\n{\"a\":\n"));
        assertEquals(List.of(), rows(" \n\n"));
        assertEquals(List.of("1 {\"a\":1}"), rows("\uFEFF{\"a\":1}"));
    }

    @Test
    void anArrayIsReadElementByElementWithTheLineThatEachBeginsOn() {
        String array = "\n[\n  {\"a\": [1, {\"b\": 2}]},\n  {\"a\":\n    \"],[\\\"}\"}, 7\n, []\n]\n";
        assertEquals(List.of("3 {\"a\":[1,{\"b\":2}]}", "4 {\"a\":\"],[\\\"}\"}", "5 7", "6 []"), rows(array));
        assertEquals(List.of(), rows("[]"));
        assertEquals(List.of("1 {\"a\":1}"), rows("\uFEFF [{\"a\":1}]"));
    }

    @Test
    void anElementThatIsNoJsonDoesNotKeepTheOthersFromBeingRead() {
        assertEquals(List.of("1 {\"a\":1}", "2 !", "3 {\"a\":3}"), rows("[{\"a\":1},\n{\"a\":nan},\n{\"a\":3}]"));
        byte[] latin = "[{\"a\":\"caf\u00e9\"}, 2]".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of("1 !", "1 2"), rows(latin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\":1}, {\"a\":", "[{\"a\":1}, {\"a\":2}", "[1, \"x]", "[1] [2]", "["})
    void anArrayThatIsBrokenOffIsNotTakenForWhole(String content) {
        String message = assertThrows(LabException.class, () -> rows(content)).getMessage();
        assertTrue(message.startsWith("input line 1: expected "), message);
    }

    @Test
    void gzipIsKnownByItsFirstBytes() throws IOException {
        assertEquals(List.of("1 {\"a\":1}", "2 {\"a\":2}"), rows(zipped("{\"a\":1}\n{\"a\":2}\n")));
        assertEquals(List.of("1 1", "1 2"), rows(zipped("[1, 2]")));
        byte[] whole = zipped("{\"a\":1}\n".repeat(1000));
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertTrue(
                assertThrows(LabException.class, () -> rows(cut)).getMessage().contains("reading failed"));
    }

    @Test
    void numbersAreExact() {
        String row = "{\"a\":1.10,\"b\":123456789012345678901234567890.123}";
        assertEquals(List.of("1 " + row), rows(row));
        assertEquals(List.of("1 !", "2 1"), rows("1e99999999999\n1"));
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("none.jsonl");
        assertEquals(
                file + ": no such file",
                assertThrows(LabException.class, () -> JsonRows.open(file)).getMessage());
    }

    @Property(tries = 300)
    void anyStringIsReadBackFromLinesAndArrays(@ForAll List<String> texts) {
        List<String> lines = texts.stream().map(Json::line).toList();
        List<String> expected =
                lines.stream().map(line -> Json.line(Json.parse(line))).toList();
        for (String content : List.of(String.join("\n", lines), "[" + String.join(",\n", lines) + "]")) {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            List<String> read = new ArrayList<>();
            try (JsonRows rows = JsonRows.of("input", new ByteArrayInputStream(bytes))) {
                rows.next().ifPresent(row -> read.add(Json.line(row.value())));
                for (Optional<JsonRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                    read.add(Json.line(row.get().value()));
                }
            }
            assertEquals(expected, read);
        }
    }
}
