package org.lemmalab;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lemmalab.cli.Main;
import org.lemmalab.io.Json;

/** The index of the record does not lie: what it names is there, and every experiment of the paper has its place. */
class NotebookIndexTest {
    private static final Path FOLDER = Path.of("notebooks");
    private static final List<String> HEAD = List.of("experiment", "what", "notebook", "section", "file", "command");

    /** The paper's experiments, by table and figure; {@code new}, {@code tokens} and {@code rates} are those that it lacks. */
    private static final Set<String> EXPERIMENTS = Set.of(
            "F3/F7", "F4", "T2/T9", "T3", "T4", "T5/T11", "T6", "T7", "T8", "T10", "F5", "F6/F8", "F10/F11", "new",
            "tokens", "rates");

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)]+)\\)");

    private record Row(String experiment, String notebook, String section, String file, String command) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        boolean inIndex = false;
        for (String line : Files.readAllLines(FOLDER.resolve("README.md"))) {
            List<String> cells = cells(line);
            if (cells.equals(HEAD)) {
                inIndex = true;
            } else if (cells.isEmpty()) {
                inIndex = false;
            } else if (inIndex && !cells.get(0).startsWith("---")) {
                assertEquals(HEAD.size(), cells.size(), line);
                rows.add(new Row(cells.get(0), target(cells.get(2)), cells.get(3), target(cells.get(4)), cells.get(5)));
            }
        }
        assertFalse(rows.isEmpty(), "expected rows in notebooks/README.md");
        return rows;
    }

    private static List<String> cells(String line) {
        return line.startsWith("|") && line.endsWith("|")
                ? Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toList()
                : List.of();
    }

    private static String target(String cell) {
        Matcher link = LINK.matcher(cell);
        assertTrue(link.matches(), "expected a link, found " + cell);
        return link.group(2);
    }

    private static List<JsonNode> cellsOf(Path notebook) throws IOException {
        List<JsonNode> cells = new ArrayList<>();
        Json.parse(Files.readString(notebook)).path("cells").forEach(cells::add);
        return cells;
    }

    private static String source(JsonNode cell) {
        StringBuilder source = new StringBuilder();
        JsonNode text = cell.path("source");
        if (text.isArray()) {
            text.forEach(line -> source.append(line.asText()));
            return source.toString();
        }
        return text.asText();
    }

    private static Set<String> headings(Path notebook) throws IOException {
        return cellsOf(notebook).stream()
                .filter(cell -> cell.path("cell_type").asText().equals("markdown"))
                .flatMap(cell -> source(cell).lines())
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").strip())
                .collect(Collectors.toSet());
    }

    @Test
    void everyExperimentHasAPlace() throws IOException {
        Set<String> placed = rows().stream().map(Row::experiment).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(EXPERIMENTS), placed);
    }

    @Test
    void whatARowNamesIsThere() throws IOException {
        for (Row row : rows()) {
            Path notebook = FOLDER.resolve(row.notebook());
            assertTrue(Files.isRegularFile(notebook), row + ": no such notebook");
            assertTrue(headings(notebook).contains(row.section()), row + ": no such heading in " + headings(notebook));
            assertTrue(Files.isRegularFile(FOLDER.resolve(row.file())), row + ": no such file");
        }
    }

    @Test
    void commandsAreOnesThatTheLauncherTakes() throws IOException {
        for (Row row : rows()) {
            String command = row.command().replace("`", "");
            assertTrue(command.startsWith("environment/lab "), row + ": expected a command of environment/lab");
            List<String> words =
                    List.of(command.substring("environment/lab ".length()).split(" "));
            if (words.get(0).equals("execute")) {
                words.stream().skip(1).forEach(file -> assertTrue(Files.exists(Path.of(file)), row + ": " + file));
            } else {
                assertDoesNotThrow(() -> Main.commandLine().parseArgs(words.toArray(String[]::new)), row::toString);
            }
        }
    }

    @Test
    void everyNotebookOfTheRecordIsInTheIndex() throws IOException {
        String index = Files.readString(FOLDER.resolve("README.md"));
        for (Path notebook : record()) {
            assertTrue(index.contains("(" + notebook.getFileName() + ")"), notebook + " is not in notebooks/README.md");
        }
    }

    @Test
    void everyNotebookOfTheRecordEndsWithItsProvenance() throws IOException {
        for (Path notebook : record()) {
            List<JsonNode> cells = cellsOf(notebook);
            JsonNode last = cells.get(cells.size() - 1);
            assertTrue(source(last).startsWith("Show.provenance("), notebook + " ends with: " + source(last));
            // That it has an output at all is checked with all other outputs, by environment/notebooks.py.
            String shown = last.path("outputs").toString();
            for (String fact : List.of("toolkit", "java", "library, djl", "seed", "data, ", "machine", "duration")) {
                assertTrue(
                        last.path("outputs").isEmpty() || shown.contains(fact),
                        notebook + ": expected '" + fact + "' in the last output");
            }
        }
    }

    private static List<Path> record() throws IOException {
        try (var files = Files.list(FOLDER)) {
            List<Path> notebooks = files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
            assertFalse(notebooks.isEmpty(), "expected notebooks");
            return notebooks;
        }
    }
}
