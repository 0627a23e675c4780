package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.corpus.recipe.Recipes;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.problem.Samples;
import picocli.CommandLine;

class CorpusCommandTest {
    @TempDir
    private Path folder;

    private record Outcome(int status, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Outcome(commandLine.execute(arguments), out.toString(), err.toString());
    }

    private Outcome corpus(String recipe, String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "corpus",
                "--recipe",
                recipe,
                "--problems",
                Samples.problems().toString(),
                "--out",
                folder.resolve(out).toString(),
                "--per-problem",
                "2"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void everyRecipeIsListed() {
        Outcome outcome = run("corpus", "list");
        Recipes.all().forEach(recipe -> assertTrue(outcome.out().contains(recipe.name()), outcome.out()));
    }

    @Test
    void aCorpusHasExamplesFactsAndAManifest() throws IOException {
        Outcome outcome = corpus("sft", "a", "--prompt-form", "bare");
        assertEquals(0, outcome.status(), outcome.err());
        List<JsonNode> lines = JsonLines.readAll(folder.resolve("a/train.jsonl"), line -> line);
        assertEquals(JsonLines.countLines(Samples.problems()), lines.size());
        assertTrue(lines.get(0).get("output").asText().contains("The answer is: "));
        JsonNode manifest = Json.parse(Files.readString(folder.resolve("a/manifest.json")));
        assertEquals(lines.size(), manifest.get("statistics").get("samples").asInt());
        assertEquals(1, manifest.get("provenance").get("seed").asLong());
        assertEquals(lines.size(), JsonLines.countLines(folder.resolve("a/facts.jsonl")));
        assertTrue(outcome.out().contains("SFT") && outcome.out().contains("14,970"), outcome.out());
    }

    @Test
    void attemptsGoInAndTheSameSeedGivesTheSameBytes() throws IOException {
        String attempts = Samples.attempts().toString();
        assertEquals(0, corpus("lema", "a", "--attempts", attempts).status());
        assertEquals(0, corpus("lema", "b", "--attempts", attempts).status());
        String first = Files.readString(folder.resolve("a/train.jsonl"));
        assertEquals(first, Files.readString(folder.resolve("b/train.jsonl")));
        assertTrue(first.contains("This solution has an error:"), first);
        corpus("gptaug", "c", "--seed", "1");
        corpus("gptaug", "d", "--seed", "2");
        assertNotEquals(
                Files.readString(folder.resolve("c/train.jsonl")), Files.readString(folder.resolve("d/train.jsonl")));
    }

    @Test
    void whatTheModelNeedsAtInferenceIsSaid() {
        Outcome outcome = corpus("refaug", "a");
        assertTrue(outcome.out().contains("at inference, stop at: Reflection:"), outcome.out() + outcome.err());
    }

    @Test
    void whatIsMissingIsNamed() {
        assertTrue(run("corpus", "--recipe", "sft").err().contains("--problems is missing"));
        assertTrue(corpus("rft", "a").err().contains("expected a student's attempts"));
        assertTrue(corpus("nothing", "a").err().contains("recipe: expected one of sft, rft"));
    }

    @Test
    void rowsAreSplitAndTheRestIsCountedByReason() throws IOException {
        Path rows = folder.resolve("rows.jsonl");
        Files.writeString(rows, """
                {"instruction":"q","input":"","output":"3 + 4 = 8.\\nWait, that is off.\\n3 + 4 = 7.\\nThe answer is: 7"}
                {"instruction":"q","input":"","output":"3 + 4 = 7.\\nThe answer is: 7"}
                {"instruction":"q"}
                """);
        Outcome outcome = run(
                "corpus",
                "import",
                rows.toString(),
                "--out",
                folder.resolve("parts.jsonl").toString());
        assertEquals(1, outcome.status());
        assertTrue(outcome.out().contains("1 of 2 rows split"), outcome.out());
        assertTrue(outcome.out().contains("no sentence turns round"), outcome.out());
        assertTrue(outcome.err().contains("1 lines rejected"), outcome.err());
        List<JsonNode> parts = JsonLines.readAll(folder.resolve("parts.jsonl"), line -> line);
        assertEquals("Wait, that is off.", parts.get(0).get("reflection").asText());
        assertTrue(parts.get(1).has("not_split"));
    }
}
