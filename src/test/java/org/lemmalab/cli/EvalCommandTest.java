package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Json;
import org.lemmalab.llm.TinyCheckpoint;
import picocli.CommandLine;

/** {@code lab eval} from the command line to results.json, with a tiny checkpoint in this process. */
class EvalCommandTest {
    @TempDir
    private Path folder;

    @Test
    void measuresResumesAndWritesTheHarnessLayout() throws IOException {
        Path checkpoint = TinyCheckpoint.write(folder, 2000);
        Path problems = folder.resolve("mine.jsonl");
        Files.writeString(problems, """
                {"id":"p1","question":"Ann has 12 pears.","answer":"She has 12.\\n#### 12"}
                {"id":"p2","question":"Ben has 3 pears.","answer":"He has 4.\\n#### 4"}
                {"id":"p3","question":"Cem has 5 pears.","answer":"He has 5.\\n#### 5"}
                """);
        Object[] call = {
            "eval",
            "--problems",
            problems,
            "--out",
            folder.resolve("out"),
            "-k",
            4,
            "--max-tokens",
            8,
            "--seed",
            5,
            "--checkpoint",
            checkpoint,
            "--prompt",
            "continue",
            "--shots",
            2,
            "--limit",
            2
        };
        String table = lab(call);
        assertTrue(table.contains("mine"), table);
        Path file = folder.resolve("out/results.json");
        byte[] first = Files.readAllBytes(file);
        JsonNode results = Json.parse(Files.readString(file));
        JsonNode result = results.path("results").path("mine");
        double accuracy = result.path("exact_match,none").asDouble(-1);
        assertTrue(accuracy >= 0 && accuracy <= 1, result.toString());
        assertEquals(accuracy, result.path("pass@1,none").asDouble(), 1e-12);
        assertTrue(result.path("pass@4,none").asDouble() >= accuracy);
        assertTrue(result.has("maj@4,none"), result.toString());
        assertEquals(2, results.path("n-shot").path("mine").asInt());
        assertEquals(3, results.path("n-samples").path("mine").path("original").asInt());
        assertEquals(2, results.path("n-samples").path("mine").path("effective").asInt());
        String asked = results.path("configs").path("mine").path("doc_to_text").asText();
        assertTrue(asked.contains("The answer is: 14") && asked.endsWith("Answer:"), asked);
        assertEquals(table, lab(call));
        assertTrue(Arrays.equals(first, Files.readAllBytes(file)));
    }

    @Test
    void madeSetsAreProblemsAndConversations() throws IOException {
        Path checkpoint = TinyCheckpoint.write(folder, 4000);
        Object[] call = {
            "eval",
            "--sets",
            "relations,stories-unseen,follow-up,error-correction",
            "--limit",
            3,
            "--max-tokens",
            4,
            "--out",
            folder.resolve("out"),
            "--checkpoint",
            checkpoint
        };
        String table = lab(call);
        JsonNode results = Json.parse(Files.readString(folder.resolve("out/results.json")));
        for (String set : List.of(
                "relations",
                "stories-unseen",
                "follow-up/turn-1",
                "follow-up/turn-2",
                "follow-up/turn-3",
                "error-correction")) {
            assertTrue(table.lines().anyMatch(line -> line.startsWith(set + " ")), table);
            assertEquals(
                    3, results.path("n-samples").path(set).path("effective").asInt(), set);
        }
        assertEquals(
                "{{question}}\n",
                results.path("configs").path("relations").path("doc_to_text").asText());
        JsonNode held = Json.parse(Files.readAllLines(folder.resolve("out/error-correction/problems.jsonl"))
                .get(0));
        assertTrue(held.path("turns").path(0).path("question").asText().endsWith("Solve the problem again."));
        assertEquals(table, lab(call));
        assertTrue(fails("eval", "--sets", "follow-up", "-k", 2, "--out", folder, "--checkpoint", checkpoint)
                .contains("expected 1 for conversations"));
    }

    @Test
    void missingSetsAndDoubleOnesAreNamed() throws IOException {
        Path problems = folder.resolve("mine.jsonl");
        Files.writeString(problems, "{\"id\":\"p1\",\"question\":\"One?\",\"answer\":\"#### 1\"}\n");
        Path checkpoint = TinyCheckpoint.write(folder, 200);
        assertTrue(fails("eval", "--out", folder, "--checkpoint", checkpoint).contains("--sets or --problems"));
        assertTrue(fails(
                        "eval",
                        "--out",
                        folder,
                        "--checkpoint",
                        checkpoint,
                        "--problems",
                        problems,
                        "--problems",
                        problems)
                .contains("each set once"));
        assertTrue(fails("eval", "--out", folder, "--checkpoint", checkpoint, "--sets", "gsm9k")
                .contains("found 'gsm9k'"));
    }

    private static String lab(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = run(out, err, arguments);
        assertEquals(0, status, err.toString());
        return out.toString();
    }

    private static String fails(Object... arguments) {
        StringWriter err = new StringWriter();
        assertTrue(run(new StringWriter(), err, arguments) != 0);
        return err.toString();
    }

    private static int run(StringWriter out, StringWriter err, Object... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
    }
}
