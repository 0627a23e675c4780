package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Json;
import org.lemmalab.solution.Sureness;
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
        List<String> strict = new ArrayList<>(arguments);
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
        assertTrue(err.toString().contains("line 3: field 'prediction' is missing; found: gold"), err.toString());
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

    private JsonNode only(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertEquals(1, lines.size());
        return Json.parse(lines.get(0));
    }

    private Path graded() {
        return folder.resolve("answers.graded.jsonl");
    }

    @Test
    void everyFieldIsKeptAsItIsAndInItsOrder() throws IOException {
        String line = "{\"z\":1.10, \"e\":1e5,\"m\":-0.0,\"s\": \"\\ud83d\\u00e9\","
                + "\"prediction\":\"So x is 12.\",\"a\":{\"b\":[null,\"é\"]},\"gold\":12,"
                + "\"n\":123456789012345678901234567890.5";
        assertEquals(0, run("grade", file(line + "}").toString(), "--extract"), err.toString());
        String result = Files.readString(graded()).strip();
        assertTrue(result.startsWith(line + ", "), result);
        JsonNode json = Json.parse(result);
        assertEquals("12", json.path("extracted").asText());
        assertEquals("[8,10]", json.path("span").toString());
        assertEquals("equal", json.path("verdict").asText());
        assertTrue(Sureness.titled(json.path("sureness").asText()).isPresent());
        assertTrue(json.path("reason").isNull());
        assertEquals(0, json.path("thought_characters").asInt(-1));
    }

    @Test
    void theSpanCountsCodePoints() throws IOException {
        String line = "{\"prediction\":\"\uD83D\uDE00\uD83D\uDE00 \\\\boxed{7}\",\"gold\":7}";
        assertEquals(0, run("grade", file(line).toString(), "--extract"), err.toString());
        assertEquals("[3,12]", only(graded()).path("span").toString());
    }

    @Test
    void aLineWithFieldsNamedLikeResultsKeepsThem() throws IOException {
        Path file = file(
                "{\"prediction\":1,\"gold\":1,\"verdict\":\"mine\"}",
                "{\"prediction\":1,\"gold\":2,\"rule\":9,\"graded_rule\":8}",
                "{\"prediction\":1,\"gold\":2}");
        assertEquals(0, run("grade", file.toString()));
        assertEquals(List.of("mine", "", "unequal"), verdicts(graded()));
        List<String> lines = Files.readAllLines(graded());
        assertEquals("equal", Json.parse(lines.get(0)).path("graded_verdict").asText());
        assertEquals(
                "exact number",
                Json.parse(lines.get(1)).path("graded_graded_rule").asText());
        assertEquals(8, Json.parse(lines.get(1)).path("graded_rule").asInt());
        assertTrue(out.toString().contains("note: 2 lines have fields named like results"), out.toString());
    }

    @Test
    void severalGoldsAreEachRight() throws IOException {
        Path file = file(
                "{\"prediction\":\"0.5\",\"gold\":[\"3\",\"1/2\"]}",
                "{\"prediction\":\"7\",\"gold\":[\"3\",\"1/2\"]}",
                "{\"prediction\":\"7\",\"gold\":[]}");
        assertEquals(0, run("grade", file.toString(), "--keep-going"));
        assertEquals(List.of("equal", "unequal"), verdicts(graded()));
        List<String> lines = Files.readAllLines(graded());
        assertEquals(1, Json.parse(lines.get(0)).path("gold_index").asInt());
        assertTrue(Json.parse(lines.get(1)).path("gold_index").isNull());
        assertTrue(err.toString().contains("field 'gold': expected at least one element"), err.toString());
    }

    @Test
    void severalSamplesHaveAVerdictEach() throws IOException {
        Path file = file(
                "{\"prediction\":[\"4\",\"five\",\"It is 5\"],\"gold\":5}",
                "{\"prediction\":[\"no\"],\"gold\":5}",
                "{\"prediction\":[\"5\",null],\"gold\":5}");
        assertEquals(1, run("grade", file.toString(), "--extract"));
        JsonNode first = Json.parse(Files.readAllLines(graded()).get(0));
        assertEquals(3, first.path("verdict").size());
        assertEquals("unequal", first.path("verdict").get(0).asText());
        assertEquals("equal", first.path("verdict").get(2).asText());
        assertEquals("5", first.path("extracted").get(2).asText());
        assertEquals(3, first.path("span").size());
        assertTrue(first.path("pass_at_1").asDouble() >= 1.0 / 3);
        assertTrue(first.path("any_equal").asBoolean());
        assertTrue(
                err.toString().contains("line 3: field 'prediction.1': expected text or a number, found null"),
                err.toString());
        assertTrue(out.toString().contains("2 lines with 4 samples: pass@1 "), out.toString());
        assertTrue(out.toString().contains("at least one equal 50.00% (95 % interval"), out.toString());
    }

    @Test
    void nestedFieldsAreNamedWithDots() throws IOException {
        Path file = file("{\"choices\":[{\"message\":{\"content\":\"3\"}},{\"message\":{\"content\":\"4\"}}],"
                + "\"doc\":{\"a\":4},\"doc.b\":3}");
        String prediction = "choices.-1.message.content";
        assertEquals(0, run("grade", file.toString(), "--prediction-field", prediction, "--gold-field", "doc.a"));
        assertEquals(List.of("equal"), verdicts(graded()));
        String every = "choices.*.message.content";
        assertEquals(0, run("grade", file.toString(), "--prediction-field", every, "--gold-field", "doc.b"));
        assertEquals("[\"equal\",\"unequal\"]", only(graded()).path("verdict").toString());
    }

    @Test
    void gzipArraysAndStandardStreamsAreRead() throws IOException {
        Path array = Files.writeString(
                folder.resolve("a.json"), "[\n{\"prediction\":1,\n\"gold\":1},\n{\"prediction\":1,\"gold\":2}]");
        assertEquals(
                0,
                run(
                        "grade",
                        array.toString(),
                        "--out",
                        folder.resolve("b.jsonl.gz").toString()),
                err.toString());
        Path again = folder.resolve("c.jsonl");
        assertEquals(
                0, run("grade", folder.resolve("b.jsonl.gz").toString(), "--out", again.toString()), err.toString());
        assertEquals(List.of("equal", "unequal"), verdicts(again));
        assertEquals(0, run("grade", array.toString()));
        assertEquals(List.of("equal", "unequal"), verdicts(folder.resolve("a.graded.jsonl")));
    }

    @Test
    void standardInputGoesToStandardOutputAndTheTableToStandardError() {
        InputStream in = System.in;
        PrintStream stdout = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream(
                    "{\"prediction\":\"é\",\"gold\":1}\nx\n".getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(written, true, StandardCharsets.US_ASCII));
            assertEquals(1, run("grade", "-"));
        } finally {
            System.setIn(in);
            System.setOut(stdout);
        }
        String result = written.toString(StandardCharsets.UTF_8);
        assertEquals(1, result.lines().count(), result);
        assertEquals("é", Json.parse(result).path("prediction").asText());
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("unequal"), err.toString());
        assertTrue(err.toString().contains("standard input line 2: not JSON"), err.toString());
    }

    @Test
    void aWrongFieldNameIsAnsweredOnce() throws IOException {
        Path file = file("{\"id\":1,\"solution\":\"4\",\"gold\":4}", "{\"solution\":\"4\",\"gold\":4}", "no json");
        Files.writeString(graded(), "before");
        assertEquals(1, run("grade", file.toString()));
        assertEquals(
                "lab: " + file + " line 1: field 'prediction' is missing; found: id, solution, gold. Name it with"
                        + " --prediction-field (nested: a.b.0.c)",
                err.toString().strip());
        assertEquals("before", Files.readString(graded()));
        assertFalse(Files.exists(folder.resolve("answers.graded.rejected.jsonl")));
    }

    @Test
    void aFieldThatOnlyTheFirstLinesLackRejectsThose() throws IOException {
        List<String> lines = new ArrayList<>(Collections.nCopies(99, "{\"gold\":4}"));
        lines.add("{\"prediction\":4,\"gold\":4}");
        Path file = file(lines.toArray(String[]::new));
        assertEquals(0, run("grade", file.toString(), "--keep-going"), err.toString());
        assertEquals(List.of("equal"), verdicts(graded()));
        assertTrue(err.toString().contains("99 lines rejected"), err.toString());
    }

    @Test
    void strictWithoutExtractAndAToleranceOutOfRangeAreRefused() throws IOException {
        Path file = file("{\"prediction\":\"3.1\",\"gold\":3}");
        assertEquals(1, run("grade", file.toString(), "--strict"));
        assertTrue(err.toString().contains("--strict: expected --extract too"), err.toString());
        assertEquals(1, run("grade", file.toString(), "--tolerance", "2"));
        assertTrue(err.toString().contains("tolerance"), err.toString());
        assertEquals(0, run("grade", file.toString(), "--tolerance", "0.05"));
        assertEquals(List.of("equal"), verdicts(graded()));
        assertEquals(0, run("grade", file.toString()));
        assertEquals(List.of("unequal"), verdicts(graded()));
    }

    @Test
    void halvesOfSurrogatePairsNeitherBreakTheRunNorChange() throws IOException {
        String long400 = "x".repeat(399) + "\uD83D\uDE00";
        Path file = file(
                "{\"prediction\":\"a \\ud83d 12\",\"gold\":\"12\"}",
                "{\"prediction\":\"\\ude00\\ud83d\",\"gold\":\"\\ud83d\"}",
                "{\"prediction\":\"" + "1".repeat(99) + "\uD83D\uDE00\uD83D\uDE00 7\",\"gold\":\"7\"}",
                "{\"prediction\":\"" + long400 + " 7 " + long400 + "\",\"gold\":\"" + "y ".repeat(5000) + "\"}",
                "{\"prediction\":\"12\",\"gold\":\"12\"}");
        for (String option : List.of("--extract", "--keep-going")) {
            assertEquals(0, run("grade", file.toString(), option), err.toString());
            List<String> lines = Files.readAllLines(graded());
            assertEquals(5, lines.size());
            assertEquals(
                    "a \uD83D 12", Json.parse(lines.get(0)).path("prediction").asText());
            assertEquals(
                    "\uDE00\uD83D", Json.parse(lines.get(1)).path("prediction").asText());
            assertEquals("equal", Json.parse(lines.get(4)).path("verdict").asText());
        }
    }

    @Test
    void whatALineHoldsDoesNotStopTheOthers() throws IOException {
        byte[] latin = "{\"prediction\":\"caf\u00e9\",\"gold\":1}\n".getBytes(StandardCharsets.ISO_8859_1);
        String rest = String.join(
                "\n",
                "{\"prediction\":1e99999999999,\"gold\":1}",
                "{\"prediction\":" + "[".repeat(5000) + ",\"gold\":1}",
                "7",
                "{\"prediction\":{\"a\":1},\"gold\":1}",
                "{\"prediction\":\"" + "(".repeat(100_000) + "\",\"gold\":1}",
                "{\"prediction\":1e999999999,\"gold\":1}",
                "{\"prediction\":true,\"gold\":\"true\"}",
                "{\"prediction\":1,\"gold\":1}");
        Path file = Files.write(folder.resolve("answers.jsonl"), latin);
        Files.writeString(file, rest, StandardOpenOption.APPEND);
        assertEquals(1, run("grade", file.toString()));
        List<String> verdicts = verdicts(graded());
        assertEquals(4, verdicts.size());
        assertEquals(List.of("equal", "equal"), verdicts.subList(2, 4));
        assertTrue(err.toString().contains("5 lines rejected"), err.toString());
    }

    @Test
    void anOutputIsReplacedOnlyByAWholeOne() throws IOException {
        Files.writeString(graded(), "before");
        assertEquals(1, run("grade", file("no json", "none").toString()));
        assertTrue(err.toString().contains("none of its 2 lines can be graded; the first reason: "), err.toString());
        Path array = Files.writeString(folder.resolve("answers.json"), "[{\"prediction\":1,\"gold\":1}, {\"predic");
        assertEquals(1, run("grade", array.toString()));
        assertEquals(1, run("grade", file("").toString()));
        assertEquals("before", Files.readString(graded()));
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(path -> path.toString().endsWith(".part")));
        }
    }

    @Test
    void whatIsReadIsNeverWrittenOver() throws IOException {
        Path file = file("{\"prediction\":1,\"gold\":1}");
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), file);
        Path part = Files.copy(file, folder.resolve("x.jsonl.part"));
        Path rejected = Files.copy(file, folder.resolve("y.rejected.jsonl"));
        assertEquals(1, run("grade", file.toString(), "--out", link.toString()));
        assertEquals(1, run("grade", link.toString(), "--out", file.toString()));
        assertEquals(1, run("grade", file.toString(), "--out", folder + "/./answers.jsonl"));
        assertEquals(
                1,
                run("grade", part.toString(), "--out", folder.resolve("x.jsonl").toString()));
        assertEquals(
                1,
                run(
                        "grade",
                        rejected.toString(),
                        "--out",
                        folder.resolve("y.jsonl").toString()));
        assertEquals(
                5,
                err.toString()
                        .lines()
                        .filter(line -> line.contains("expected another file"))
                        .count());
        for (Path kept : List.of(file, part, rejected)) {
            assertEquals("{\"prediction\":1,\"gold\":1}\n", Files.readString(kept));
        }
    }

    @Test
    void theSummaryHasAnIntervalAndSaysWhereAnswersAreGuesses() throws IOException {
        Path file = file(
                "{\"prediction\":\"\\\\boxed{4}\",\"gold\":4}",
                "{\"prediction\":\"3 7 5 6 4 and more\",\"gold\":4}",
                "{\"prediction\":\"3 7 4 6 5 and more\",\"gold\":4}");
        assertEquals(0, run("grade", file.toString(), "--extract"), err.toString());
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.contains("equal: 66.67% (95 % interval 20.77% to 93.85%)"), out.toString());
        assertTrue(
                lines.stream().anyMatch(line -> line.matches("\\\\boxed\\{…} +marked +1 +33.33% +100.00%")),
                out.toString());
        assertTrue(out.toString().contains("warning: 2 of 3 answers are guesses"), out.toString());
    }

    @Test
    void manyLinesComeOutInTheirOrder() throws IOException {
        int count = 3000;
        Path file = file(IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":" + i + ",\"prediction\":\"" + i + "\",\"gold\":\"" + i % 7 + "\"}")
                .toArray(String[]::new));
        assertEquals(0, run("grade", file.toString()), err.toString());
        List<String> lines = Files.readAllLines(graded());
        for (int i = 0; i < count; i++) {
            JsonNode line = Json.parse(lines.get(i));
            assertEquals(i, line.path("id").asInt());
            assertEquals(i < 7 ? "equal" : "unequal", line.path("verdict").asText());
        }
    }

    @Test
    void unitsAreKeptConvertedOrIgnored() throws IOException {
        Path file = file(
                "{\"prediction\":\"5000 m\",\"gold\":\"5 km\"}",
                "{\"prediction\":\"5\",\"gold\":\"5 km\"}",
                "{\"prediction\":\"5 kg\",\"gold\":\"5 km\"}");
        Map<String, List<String>> expected = Map.of(
                "keep", List.of("unequal", "unequal", "unequal"),
                "convert", List.of("equal", "equal", "unequal"),
                "ignore", List.of("unequal", "equal", "equal"));
        for (Map.Entry<String, List<String>> policy : expected.entrySet()) {
            assertEquals(0, run("grade", file.toString(), "--units", policy.getKey()), err.toString());
            assertEquals(policy.getValue(), verdicts(graded()), policy.getKey());
        }
        assertEquals(0, run("grade", file.toString()));
        assertEquals(expected.get("convert"), verdicts(graded()));
        assertEquals(1, run("grade", file.toString(), "--units", "drop"));
        assertTrue(err.toString().contains("expected keep, convert or ignore"), err.toString());
    }
}
