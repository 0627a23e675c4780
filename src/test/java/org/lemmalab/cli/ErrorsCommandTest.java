package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.JsonLines;
import org.lemmalab.llm.ScriptedServer;
import org.lemmalab.llm.endpoint.Fault;
import org.lemmalab.llm.endpoint.FaultyServer;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.problem.Samples;
import picocli.CommandLine;

class ErrorsCommandTest {
    private static final String GOLD = """
            {"id":"p1","question":"Ana has 4 bags of 6 nuts and eats 5 nuts. How many are left?","answer":"She has 4*6=<<4*6=24>>24 nuts.\\n24-5=<<24-5=19>>19 are left.\\n#### 19"}
            """;
    private static final String RIGHT = """
            {"id":"a1","problem_id":"p1","model":"m","solution":"4*6=24 nuts\\n24-5=19\\nA: 19"}
            """;
    private static final String WRONG = """
            {"id":"a2","problem_id":"p1","model":"m","solution":"4*6=26 nuts\\n26-5=21\\nA: 21"}
            """;

    @TempDir
    private Path folder;

    private record Outcome(int status, String out, String err) {}

    private Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        StringWriter messages = new StringWriter();
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(messages, true));
            int status = commandLine.execute(arguments);
            return new Outcome(
                    status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8) + messages);
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    private Outcome errors(String attempts, String... more) throws IOException {
        Path solutions = Files.writeString(folder.resolve("attempts.jsonl"), attempts);
        Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);
        List<String> arguments = new ArrayList<>(List.of(
                "errors",
                "--solutions",
                solutions.toString(),
                "--gold",
                gold.toString(),
                "--out",
                folder.resolve("out.jsonl").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private List<JsonNode> output() {
        return JsonLines.readAll(folder.resolve("out.jsonl"), node -> node);
    }

    @Test
    void halfOfASurrogatePairIsWrittenAgainAsItCame() throws IOException {
        String cut = RIGHT.replace("A: 19", "\\ud83d A: 19");
        Outcome outcome = errors(cut + WRONG);
        assertEquals(0, outcome.status(), outcome.err());
        assertEquals(2, output().size());
        assertTrue(output().get(0).toString().contains("\uD83D A: 19"));
    }

    @Test
    void attemptsAreLabelledInOrderAndSummedUp() throws IOException {
        Outcome outcome = errors(RIGHT + WRONG);
        assertEquals(0, outcome.status(), outcome.err());
        assertEquals(
                List.of("correct", "wrong"),
                output().stream().map(line -> line.get("verdict").textValue()).toList());
        assertEquals(1, output().get(1).get("first_wrong_step").intValue());
        assertEquals("calculation", output().get(1).get("error_type").textValue());
        assertTrue(outcome.out().contains("calculation"), outcome.out());
        assertFalse(Files.exists(folder.resolve("out.rejected.jsonl")));
    }

    @Test
    void badLinesAreKeptGoodOnesAreLabelledAndTheStatusTells() throws IOException {
        String bad = "{not json\n{\"id\":\"a3\",\"problem_id\":\"p9\",\"model\":\"m\",\"solution\":\"1\"}\n"
                + "{\"id\":\"a4\",\"problem_id\":\"p1\",\"model\":\"m\"}\n";
        Outcome outcome = errors(RIGHT + bad + WRONG);
        assertEquals(1, outcome.status());
        assertEquals(2, output().size());
        List<JsonNode> kept = JsonLines.readAll(folder.resolve("out.rejected.jsonl"), node -> node);
        assertEquals(
                List.of(2, 3, 4),
                kept.stream().map(line -> line.get("line").intValue()).toList());
        assertTrue(kept.get(1).get("reason").textValue().contains("no problem 'p9'"));
        assertTrue(kept.get(2).get("reason").textValue().contains("field 'solution' is missing"));
        assertTrue(outcome.err().contains("3 lines rejected"), outcome.err());
        assertEquals(0, errors(RIGHT + bad + WRONG, "--keep-going").status());
    }

    @Test
    void aMissingFileIsNamed() {
        Outcome outcome = run(
                "errors",
                "--solutions",
                folder.resolve("none.jsonl").toString(),
                "--out",
                folder.resolve("out.jsonl").toString());
        assertEquals(1, outcome.status());
        assertTrue(outcome.err().contains("none.jsonl: no such file"), outcome.err());
    }

    @Test
    void anOutputFolderThatIsNotThereIsMade() throws IOException {
        Path solutions = Files.writeString(folder.resolve("attempts.jsonl"), RIGHT);
        Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);
        Path out = folder.resolve("no/such/out.jsonl");
        Outcome outcome =
                run("errors", "--solutions", solutions.toString(), "--gold", gold.toString(), "--out", out.toString());
        assertEquals(0, outcome.status(), outcome.err());
        assertEquals(1, Files.readAllLines(out).size());
    }

    @Test
    void theSamplesGoThroughWhole() {
        Outcome outcome = run(
                "errors",
                "--solutions",
                Samples.attempts().toString(),
                "--gold",
                Samples.problems().toString(),
                "--out",
                folder.resolve("out.jsonl").toString());
        assertEquals(0, outcome.status(), outcome.err());
        assertEquals(JsonLines.countLines(Samples.attempts()), output().size());
    }

    private static final String SAYS_WRONG =
            "{\"explanation\": \"4*6 is 24.\", \"verdict\": \"wrong\", \"first_wrong_step\": 1,"
                    + " \"error_type\": \"calculation\"}";
    private static final String SAYS_CORRECT = "{\"explanation\": \"All steps are sound.\", \"verdict\": \"correct\","
            + " \"first_wrong_step\": null, \"error_type\": null}";

    /** Asked of a server on this machine: what cannot be used is counted, what can be used is labelled. */
    @Test
    void aPromptedTeacherLabelsAndItsFailuresAreCounted() throws IOException {
        String third = RIGHT.replace("a1", "a3").replace("24-5=19\\nA: 19", "so many");
        ScriptedServer.Text cut = new ScriptedServer.Text(SAYS_WRONG, "length");
        try (ScriptedServer server = new ScriptedServer(request -> {
            boolean right = request.prompt().endsWith("Answer of the attempt: 19");
            boolean wrong = request.prompt().endsWith("Answer of the attempt: 21");
            ScriptedServer.Text first = new ScriptedServer.Text(right ? SAYS_CORRECT : SAYS_WRONG, "stop");
            return right || wrong ? List.of(first, first, cut) : List.of(cut, cut, cut);
        })) {
            Outcome outcome = errors(
                    RIGHT + WRONG + third,
                    "--teacher",
                    "prompted",
                    "--votes",
                    "3",
                    "--url",
                    server.baseUrl(),
                    "--model",
                    "scripted");
            assertEquals(0, outcome.status(), outcome.err());
            assertTrue(outcome.out().contains("the reply was cut at the token limit      5"), outcome.out());
            assertTrue(outcome.out().contains("mean agreement of the replies 0.444"), outcome.out());
        }
        assertEquals(
                List.of("correct", "wrong", "undecided"),
                output().stream().map(line -> line.get("verdict").textValue()).toList());
        assertEquals("scripted", output().get(0).get("analyst").textValue());
        assertEquals(
                PromptTemplate.bundled("teacher-analyse").hash(),
                output().get(0).get("prompt_hash").textValue());
        assertEquals(2.0 / 3, output().get(1).get("agreement").doubleValue(), 1e-12);
        assertEquals(
                "No usable reply: the reply was cut at the token limit.",
                output().get(2).get("explanation").textValue());
    }

    @Test
    void aRecordedTeacherSaysTheSameWithoutItsServer() throws IOException {
        String record = folder.resolve("exchanges.jsonl").toString();
        String first;
        String url;
        try (ScriptedServer server = ScriptedServer.saying(SAYS_WRONG, SAYS_WRONG, SAYS_CORRECT)) {
            url = server.baseUrl();
            assertEquals(0, prompted(url, "--record", record).status());
            first = Files.readString(folder.resolve("out.jsonl"));
        }
        Outcome replayed = prompted(url, "--record", record, "--record-mode", "REPLAY");
        assertEquals(0, replayed.status(), replayed.err());
        assertEquals(first, Files.readString(folder.resolve("out.jsonl")));
        assertEquals("wrong", output().get(0).get("verdict").textValue());
    }

    private Outcome prompted(String url, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--teacher", "prompted", "--votes", "3", "--url", url, "--model", "scripted"));
        arguments.addAll(List.of(more));
        return errors(WRONG, arguments.toArray(String[]::new));
    }

    @Test
    void severalVotesAtTemperatureZeroAreRefused() throws IOException {
        Outcome outcome = prompted("http://127.0.0.1:9/v1", "--temperature", "0");
        assertEquals(1, outcome.status());
        assertTrue(outcome.err().contains("a temperature above 0 for 3 analyses"), outcome.err());
    }

    @Test
    void aModelWithoutAPromptedTeacherAndATeacherWithoutAModelAreNamed() throws IOException {
        assertTrue(errors(RIGHT, "--url", "http://127.0.0.1:9/v1").err().contains("--teacher: expected 'prompted'"));
        assertTrue(errors(RIGHT, "--teacher", "prompted").err().contains("expected either --checkpoint or --url"));
    }

    @Test
    void aServerThatRefusesTheKeyEndsTheWork() throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> Fault.STATUS_401)) {
            Outcome outcome =
                    errors(RIGHT + WRONG, "--teacher", "prompted", "--url", server.baseUrl(), "--model", "closed");
            assertEquals(1, outcome.status());
            assertTrue(outcome.err().contains("401"), outcome.err());
        }
    }

    @Test
    void theSummaryMayBeByTemperature() throws IOException {
        Outcome outcome = errors(
                RIGHT.replace("}", ",\"temperature\":0.3}") + WRONG.replace("}", ",\"temperature\":1.1}"),
                "--by",
                "TEMPERATURE");
        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(outcome.out().contains("0.3") && outcome.out().contains("1.1"), outcome.out());
        assertEquals(1.1, output().get(1).get("temperature").doubleValue());
    }

    @Test
    void twoLabelledFilesAreCompared() throws IOException {
        errors(RIGHT + WRONG);
        Path program = Files.move(folder.resolve("out.jsonl"), folder.resolve("program.jsonl"));
        String other = Files.readString(program).replace("\"calculation\"", "\"operator\"");
        Path changed = Files.writeString(folder.resolve("changed.jsonl"), other);
        StringWriter out = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute("agree", program.toString(), changed.toString());
        assertEquals(0, status);
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.get(1).matches("verdict +2 +100.0% +1.000 +1.000 +1.000"), out.toString());
        assertTrue(lines.get(3).matches("error type +2 +50.0% +0.333 .*"), out.toString());
        assertTrue(lines.stream().anyMatch(line -> line.matches("calculation +0 +1 +0")), out.toString());
    }

    /** Nothing is decided without evidence, unless everything is asked for; what was not decided is explained. */
    @Test
    void theProgramAbstainsBelowItsLeastConfidence() throws IOException {
        Outcome sure = errors(RIGHT + WRONG, "--least-confidence", "1");
        assertEquals(0, sure.status(), sure.err());
        assertEquals("undecided", output().get(1).get("verdict").textValue());
        assertTrue(sure.out().contains("undecided because"), sure.out());
        assertTrue(sure.out().contains("which is below 1.00"), sure.out());
        assertEquals(0, errors(RIGHT + WRONG, "--least-confidence", "0").status());
        JsonNode wrong = output().get(1);
        assertEquals("wrong", wrong.get("verdict").textValue());
        assertEquals("refuted", wrong.get("evidence").textValue());
        assertTrue(wrong.get("confidence").doubleValue() > 0.5);
        assertEquals("0.0", wrong.get("least_confidence").textValue());
        Outcome none = errors(RIGHT, "--least-confidence", "2");
        assertEquals(1, none.status());
        assertTrue(none.err().contains("from 0 to 1, found 2"), none.err());
    }

    @Test
    void anArrayOfGivenStepsIsJoinedWithProblemsInTheFormOfMath() throws IOException {
        Path gold = Files.writeString(
                folder.resolve("math.json"),
                "[{\"problem\": \"What is $4 \\\\cdot 6 - 5$?\", \"level\": \"Level 1\", \"type\": \"Prealgebra\","
                        + " \"solution\": \"$4 \\\\cdot 6 = 24$ and $24 - 5 = \\\\boxed{19}$.\"}]");
        Path solutions = Files.writeString(
                folder.resolve("bench.json"),
                "[{\"id\": \"b1\", \"generator\": \"g\", \"problem\": \"What is $4 \\\\cdot 6 - 5$?\", \"label\": 0,"
                        + " \"final_answer_correct\": false,"
                        + " \"steps\": [\"$4 \\\\cdot 6 = 26$.\", \"$26 - 5 = \\\\boxed{21}$.\"]}]");
        String out = folder.resolve("out.jsonl").toString();
        Outcome outcome = run("errors", "--solutions", solutions.toString(), "--gold", gold.toString(), "--out", out);
        assertEquals(0, outcome.status(), outcome.err());
        assertEquals(1, output().get(0).get("first_wrong_step").intValue());
        assertEquals("19", output().get(0).get("gold_answer").textValue());
        assertEquals("21", output().get(0).get("answer").textValue());
        assertTrue(outcome.out().contains("95 % interval"), outcome.out());
    }

    @Test
    void repliesOfWhichNoneIsAVerdictEndWithAStatus() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer(request -> List.of(new ScriptedServer.Text("I cannot say.", "stop")))) {
            Outcome outcome =
                    errors(RIGHT + WRONG, "--teacher", "prompted", "--url", server.baseUrl(), "--model", "scripted");
            assertEquals(1, outcome.status());
            assertTrue(outcome.err().contains("none of the teacher's replies was a verdict"), outcome.err());
        }
        assertEquals(2, output().size());
    }

    /** The attempts before are kept, those after are not asked; which those are depends on the order of the replies. */
    @Test
    void aTeacherThatGivesNoReplyIsAskedNoMore() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            many.append(WRONG.replace("a2", "a" + i));
        }
        try (FaultyServer server = new FaultyServer((prompt, number) -> Fault.STATUS_400)) {
            Outcome outcome =
                    errors(many.toString(), "--teacher", "prompted", "--url", server.baseUrl(), "--model", "dead");
            assertEquals(1, outcome.status());
            assertTrue(outcome.err().contains("no reply to 8 attempts in a row"), outcome.err());
            assertTrue(outcome.err().contains("labelled before that: "), outcome.err());
        }
        assertFalse(Files.exists(folder.resolve("out.jsonl")));
        long lines = Files.readString(folder.resolve("out.jsonl.part")).lines().count();
        assertTrue(lines < 40, lines + " lines");
    }

    /** The program's direct evidence decides; the model is asked for the rest alone, and is shown what the program found. */
    @Test
    void aMixedTeacherAsksTheModelForTheRest() throws IOException {
        String vague = WRONG.replace("a2", "a3")
                .replace("4*6=26 nuts\\n26-5=21", "We think about the bags.\\nSo there are 21 nuts");
        List<String> prompts = new ArrayList<>();
        try (ScriptedServer server = new ScriptedServer(request -> {
            prompts.add(request.prompt());
            return List.of(new ScriptedServer.Text(SAYS_WRONG, "stop"));
        })) {
            Outcome outcome = errors(
                    RIGHT + WRONG + vague,
                    "--teacher",
                    "mixed",
                    "--least-confidence",
                    "0.5",
                    "--url",
                    server.baseUrl(),
                    "--model",
                    "scripted");
            assertEquals(0, outcome.status(), outcome.err());
        }
        assertEquals(1, prompts.size());
        assertTrue(prompts.get(0).contains("We think about the bags."), prompts.get(0));
        assertEquals(
                List.of("correct", "wrong", "wrong"),
                output().stream().map(line -> line.get("verdict").textValue()).toList());
        assertEquals(
                "mixed: program and scripted", output().get(2).get("analyst").textValue());
    }
}
