package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Json;
import picocli.CommandLine;

class GradeCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("answers.jsonl"), List.of(lines));
    }

    @Test
    void writesAVerdictForEachLineAndASummary() throws IOException {
        Path file = file(
                "{\"id\": \"a\", \"prediction\": \"\\\\frac12\", \"gold\": \"0.5\"}",
                "{\"id\": \"b\", \"prediction\": \"7\", \"gold\": 8}");
        assertEquals(0, run("grade", file.toString()), err.toString());
        List<JsonNode> verdicts = Files.readAllLines(folder.resolve("answers.graded.jsonl")).stream()
                .map(Json::parse)
                .toList();
        assertEquals("a", verdicts.get(0).path("id").asText());
        assertEquals("equal", verdicts.get(0).path("verdict").asText());
        assertEquals("exact number", verdicts.get(0).path("rule").asText());
        assertEquals("unequal", verdicts.get(1).path("verdict").asText());
        assertTrue(out.toString().lines().anyMatch(line -> line.matches("equal +1 +50.00%")), out.toString());
    }

    @Test
    void extractsFromWholeTexts() throws IOException {
        Path file = file(
                "{\"text\": \"So it is \\\\boxed{\\\\frac{3}{4}}.\", \"solution\": \"3/4\\n#### 0.75\"}",
                "{\"text\": \"I do not know.\", \"solution\": \"#### 4\"}",
                "{\"text\": \"It costs 4\", \"solution\": \"#### 4\"}");
        Path target = folder.resolve("verdicts.jsonl");
        List<String> arguments = List.of(
                "grade",
                file.toString(),
                "--extract",
                "--extract-gold",
                "--prediction-field",
                "text",
                "--gold-field",
                "solution",
                "--out",
                target.toString());
        assertEquals(0, run(arguments.toArray(String[]::new)), err.toString());
        assertEquals(List.of("equal", "no_answer", "equal"), verdicts(target));
        List<String> strict = new java.util.ArrayList<>(arguments);
        strict.add("--strict");
        assertEquals(0, run(strict.toArray(String[]::new)), err.toString());
        assertEquals(List.of("equal", "no_answer", "no_answer"), verdicts(target));
    }

    private static List<String> verdicts(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> Json.parse(line).path("verdict").asText())
                .toList();
    }

    @Test
    void keepsBadLinesApartAndSaysSo() throws IOException {
        Path file = file("{\"prediction\": \"1\", \"gold\": \"1\"}", "no json", "{\"gold\": \"1\"}");
        assertEquals(1, run("grade", file.toString()));
        assertEquals(
                2,
                Files.readAllLines(folder.resolve("answers.graded.rejected.jsonl"))
                        .size());
        assertTrue(err.toString().contains("line 3: field 'prediction' is missing"), err.toString());
        assertEquals(0, run("grade", file.toString(), "--keep-going"));
    }

    @Test
    void aMissingFileAndAWrongOptionAreNamed() throws IOException {
        assertEquals(1, run("grade", folder.resolve("none.jsonl").toString()));
        assertTrue(err.toString().contains("no such file"), err.toString());
        Path file = file("{\"prediction\": \"25%\", \"gold\": \"0.25\"}");
        assertEquals(1, run("grade", file.toString(), "--percent", "both"));
        assertTrue(err.toString().contains("expected unit or hundredth"), err.toString());
        assertEquals(0, run("grade", file.toString(), "--percent", "hundredth"));
        assertEquals(List.of("equal"), verdicts(folder.resolve("answers.graded.jsonl")));
        assertEquals(1, run("grade", file.toString(), "--out", file.toString()));
    }
}
