package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Json;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.TinyCheckpoint;
import org.lemmalab.llm.endpoint.Fault;
import org.lemmalab.llm.endpoint.FaultyServer;
import org.lemmalab.llm.server.ModelServer;
import org.lemmalab.llm.server.ServerSettings;
import org.lemmalab.transformer.LocalModel;
import picocli.CommandLine;

/** {@code lab sample} and {@code lab ask}, from the command line to the files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleCommandTest {
    private Path folder;
    private Path checkpoint;
    private Path problems;

    /** What a command printed and its exit status. */
    private record Outcome(int status, String out, String err) {}

    @BeforeAll
    void write(@TempDir Path parent) throws IOException {
        folder = parent;
        checkpoint = TinyCheckpoint.write(parent, 200);
        problems = parent.resolve("problems.jsonl");
        Files.writeString(problems, """
                {"id":"p1","question":"Ann has 12 pears.\\n#### 12","answer":"She has 12.\\n#### 12"}
                {"id":"p2","question":"Ben has 3 pears.\\n#### 3","answer":"He has 4.\\n#### 4"}
                {"question":"How many pears?","answer":"None.\\n#### 0"}
                """);
    }

    @Test
    void aCheckpointsSolutionsAreThoseOfTheSameCheckpointServed() throws IOException {
        String[] draws = {
            "--prompt", "continue", "-k", "2", "--max-tokens", "12", "--temperature", "1", "--seed", "3", "--out"
        };
        Outcome local = lab("sample", problems, draws, folder.resolve("local"), "--checkpoint", checkpoint);
        assertEquals(0, local.status(), local.err());
        try (LocalModel model = LocalModel.open(checkpoint);
                ModelServer server = ModelServer.start(model, ServerSettings.onPort(0))) {
            Outcome served = lab(
                    "sample",
                    problems,
                    draws,
                    folder.resolve("served"),
                    "--url",
                    server.baseUrl(),
                    "--model",
                    "tiny",
                    "--plain");
            assertEquals(0, served.status(), served.err());
        }
        List<JsonNode> here = lines(folder.resolve("local/attempts.jsonl"));
        List<JsonNode> there = lines(folder.resolve("served/attempts.jsonl"));
        assertEquals(6, here.size());
        for (int i = 0; i < here.size(); i++) {
            assertEquals(here.get(i).get("solution"), there.get(i).get("solution"));
        }
        assertEquals("p1/tiny/1", here.get(0).get("id").asText());
        assertTrue(here.get(4).get("problem_id").asText().startsWith("question-"));
        assertTrue(local.out().contains("solutions"), local.out());
    }

    @Test
    void solutionsAreGradedAndTheSameCallChangesNothing() throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> Fault.NONE)) {
            Object[] call = {
                "sample",
                problems,
                "--out",
                folder.resolve("graded"),
                "-k",
                "1",
                "--prompt",
                "continue",
                "--url",
                server.baseUrl(),
                "--model",
                "m"
            };
            Outcome first = lab(call);
            assertEquals(0, first.status(), first.err());
            List<JsonNode> attempts = lines(folder.resolve("graded/attempts.jsonl"));
            assertTrue(attempts.get(0).get("is_correct").asBoolean());
            assertEquals("12", attempts.get(0).get("answer").asText());
            assertEquals(false, attempts.get(1).get("is_correct").asBoolean());
            assertEquals(3, server.count());
            byte[] output = Files.readAllBytes(folder.resolve("graded/output.jsonl"));
            assertEquals(0, lab(call).status());
            assertEquals(3, server.count());
            assertEquals(new String(output), Files.readString(folder.resolve("graded/output.jsonl")));
        }
    }

    @Test
    void aSpentBudgetStopsTheRunAndALargerOneResumesIt() throws IOException {
        Path prices =
                Files.writeString(folder.resolve("prices.json"), "{\"m\": {\"prompt\": 0, \"completion\": 1000000}}");
        try (FaultyServer server = new FaultyServer((prompt, number) -> Fault.NONE)) {
            Object[] call = {
                "sample",
                problems,
                "--out",
                folder.resolve("budget"),
                "-k",
                "1",
                "--url",
                server.baseUrl(),
                "--model",
                "m",
                "--max-tokens",
                "10",
                "--prices",
                prices,
                "--concurrency",
                "1",
                "--budget"
            };
            Outcome stopped = lab(call, "18");
            assertEquals(1, stopped.status());
            assertTrue(stopped.err().contains("budget: expected at most 18.0"), stopped.err());
            assertEquals(2, server.count());
            Outcome resumed = lab(call, "100");
            assertEquals(0, resumed.status(), resumed.err());
            assertEquals(3, server.count());
            assertEquals(3, lines(folder.resolve("budget/output.jsonl")).size());
        }
    }

    @Test
    void aDryRunShowsPromptsAndMoneyAndNeedsNoServer() throws IOException {
        Path prices =
                Files.writeString(folder.resolve("prices2.json"), "{\"m\": {\"prompt\": 1, \"completion\": 1000}}");
        Outcome dry = lab(
                "sample",
                problems,
                "--out",
                folder.resolve("dry"),
                "--dry-run",
                "--url",
                "http://127.0.0.1:9/v1",
                "--model",
                "m",
                "--prices",
                prices);
        assertEquals(0, dry.status(), dry.err());
        assertTrue(dry.out().contains("Ann has 12 pears."), dry.out());
        assertTrue(dry.out().contains("6.1"), dry.out());
        assertTrue(Files.notExists(folder.resolve("dry")));
    }

    @Test
    void askPrintsTheCompletionAndReplaysItFromTheRecord() {
        Object[] call = {
            "ask",
            "Ann has",
            "--checkpoint",
            checkpoint,
            "--temperature",
            "0",
            "--max-tokens",
            "5",
            "--record",
            folder.resolve("asked.jsonl")
        };
        Outcome asked = lab(call);
        assertEquals(0, asked.status(), asked.err());
        try (LocalModel model = LocalModel.open(checkpoint)) {
            String text = model.complete("Ann has", SamplingSettings.greedy(5)).text();
            assertEquals(text + System.lineSeparator(), asked.out());
        }
        assertTrue(asked.err().contains("5 written"), asked.err());
        Outcome replayed = lab(call, "--record-mode", "REPLAY");
        assertEquals(asked.out(), replayed.out());
    }

    @Test
    void optionsThatDoNotFitAreNamed() {
        assertTrue(lab("ask", "hello").err().contains("either --checkpoint or --url"));
        assertTrue(lab("ask", "hello", "--url", "http://localhost:1/v1").err().contains("--model"));
        assertTrue(lab("ask", "hello", "--checkpoint", checkpoint, "--budget", "1")
                .err()
                .contains("--prices"));
        assertTrue(lab("ask", "a", "--url", "http://localhost:1/v1", "--model", "m", "--key-variable", "NO_SUCH_KEY")
                .err()
                .contains("NO_SUCH_KEY"));
        assertTrue(lab("serve", folder.resolve("nothing")).err().contains("nothing"));
    }

    private static Outcome lab(Object... parts) {
        List<String> arguments = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Object[] several) {
                for (Object one : several) {
                    arguments.add(one.toString());
                }
            } else {
                arguments.add(part.toString());
            }
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status = command.execute(arguments.toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(Json::parse).toList();
    }
}
