package org.lemmalab.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.LabException;

class DataCatalogTest {
    private static final String ROWS = "{\"a\":1}\n\n{\"a\":2}\n";

    @TempDir
    private Path folder;

    @Test
    void theBundledCatalogParsesAndPinsEveryAddress() {
        DataCatalog catalog = DataCatalog.bundled();
        assertEquals(15, catalog.check(folder).size());
        assertEquals(7473, catalog.named("gsm8k").files().get(0).rows());
        for (CatalogSet set : catalog.sets()) {
            assertTrue(set.bytes() < DataFetcher.DEFAULT_LIMITS.bytes(), set.name());
            for (CatalogFile file : set.files()) {
                file.url()
                        .map(URI::toString)
                        .ifPresent(url -> assertTrue(
                                url.matches(
                                        "https://raw\\.githubusercontent\\.com/" + set.source() + "/[0-9a-f]{40}/.+"),
                                url));
            }
        }
    }

    @Test
    void anUnknownSetIsNamedWithThoseThatExist() {
        LabException e =
                assertThrows(LabException.class, () -> DataCatalog.bundled().named("gsm9k"));
        assertTrue(e.getMessage().contains("gsm8k") && e.getMessage().contains("'gsm9k'"), e.getMessage());
    }

    @Test
    void checkTellsPresentMissingAndDifferent() throws IOException {
        Files.createDirectories(folder.resolve("set"));
        Files.writeString(folder.resolve("set/same.jsonl"), ROWS);
        Files.writeString(folder.resolve("set/changed.jsonl"), ROWS + "{\"a\":3}\n");
        Files.writeString(folder.resolve("set/list.json"), "[{\"a\":[1,2]},{\"a\":[]},3]");
        Files.writeString(folder.resolve("set/broken.json"), "[{\"a\":1},");
        List<FileState> states = catalog("same.jsonl", "changed.jsonl", "absent.jsonl", "list.json", "broken.json")
                .check(folder);

        assertEquals(
                OptionalLong.of(2),
                assertInstanceOf(FileState.Present.class, states.get(0)).rows());
        FileState.Different changed = assertInstanceOf(FileState.Different.class, states.get(1));
        assertEquals(OptionalLong.of(3), changed.rows());
        assertEquals(Hashes.sha256(ROWS + "{\"a\":3}\n"), changed.sha256());
        assertEquals(
                "set/absent.jsonl",
                assertInstanceOf(FileState.Missing.class, states.get(2)).file().path());
        assertEquals(
                OptionalLong.of(3),
                assertInstanceOf(FileState.Different.class, states.get(3)).rows());
        assertEquals(
                OptionalLong.empty(),
                assertInstanceOf(FileState.Different.class, states.get(4)).rows());
    }

    @Test
    void bytesThatAreNoTextAreDifferentAndHaveNoRows() throws IOException {
        Files.createDirectories(folder.resolve("set"));
        Files.write(folder.resolve("set/same.jsonl"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 10});
        FileState.Different state = assertInstanceOf(
                FileState.Different.class, catalog("same.jsonl").check(folder).get(0));
        assertEquals(OptionalLong.empty(), state.rows());
    }

    @ParameterizedTest
    @CsvSource({
        "../outside.jsonl, a relative path",
        "/etc/passwd.json, a relative path",
        "set/../../up.jsonl, a relative path",
        "set/program.sh, a relative path"
    })
    void aPathThatLeavesTheFolderOrIsNoDataIsRefused(String path, String reason) {
        String json = json("x.jsonl").replace("set/x.jsonl", path);
        LabException e = assertThrows(LabException.class, () -> DataCatalog.parse(json));
        assertTrue(e.getMessage().contains(reason) && e.getMessage().contains(path), e.getMessage());
    }

    @Test
    void badCatalogsAreRefusedWithTheReason() {
        assertRefused("{}", "'sets'");
        assertRefused(json("x.jsonl", "x.jsonl"), "twice");
        assertRefused(json("x.jsonl").replace("\"licence\"", "\"license\""), "licence");
        assertRefused(json("x.jsonl").replaceAll("[0-9a-f]{64}", "abc"), "SHA-256");
        assertRefused(json("x.jsonl").replace("http:", "file:"), "http(s)");
        assertRefused(json("x.jsonl").replaceAll(",\"url\":\"[^\"]*\"", ""), "by_hand");
    }

    @Test
    void theDatasetsPageShowsTheCatalog() throws IOException {
        List<String> page = Files.readAllLines(Path.of("datasets", "README.md"));
        for (CatalogSet set : DataCatalog.bundled().sets()) {
            String rows = set.files().stream()
                    .map(file -> String.valueOf(file.rows()))
                    .collect(Collectors.joining(" + "));
            String line = "| `%s` | %s | %s | [%s](%s) | %s |"
                    .formatted(set.name(), set.what(), rows, set.source(), set.page(), set.licence());
            assertTrue(page.contains(line), "datasets/README.md should have: " + line);
        }
    }

    @Test
    void theRealFolderHoldsWhatTheCatalogSays() {
        String data = System.getenv("LEMMA_DATA");
        assumeTrue(data != null && !data.isBlank(), "skipped: LEMMA_DATA names no data folder");
        for (FileState state : DataCatalog.bundled().check(Path.of(data))) {
            if (state instanceof FileState.Present present) {
                assertEquals(
                        OptionalLong.of(present.file().rows()),
                        present.rows(),
                        present.file().path());
            } else {
                assertInstanceOf(FileState.Missing.class, state, "changed: " + state);
            }
        }
    }

    private static void assertRefused(String json, String reason) {
        LabException e = assertThrows(LabException.class, () -> DataCatalog.parse(json));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    private static DataCatalog catalog(String... names) {
        return DataCatalog.parse(json(names));
    }

    private static String json(String... names) {
        List<String> files = List.of(names).stream()
                .map(name -> ("{\"path\":\"set/%s\",\"rows\":2,\"bytes\":%d,\"sha256\":\"%s\",\"url\":"
                                + "\"http://localhost/%s\"}")
                        .formatted(name, ROWS.length(), Hashes.sha256(ROWS), name))
                .toList();
        return ("{\"sets\":[{\"name\":\"set\",\"what\":\"test\",\"source\":\"owner/name\",\"page\":\"http://localhost\","
                        + "\"licence\":\"none\",\"files\":[%s]}]}")
                .formatted(String.join(",", files));
    }
}
