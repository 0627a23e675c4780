package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.transformer.Students;
import picocli.CommandLine;

class StudyCommandTest {
    @TempDir
    private Path folder;

    private String refusal(String... arguments) {
        StringWriter errors = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(errors));
        assertEquals(1, line.execute(arguments));
        return errors.toString();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertTrue(refusal("study", "--out", folder.toString()).contains("--student is missing"));
        assertTrue(refusal("study", "--student", "x").contains("--out is missing"));
        assertTrue(refusal("study", "--student", "http://localhost:1/v1", "--out", folder.toString())
                .contains("--model is missing"));
    }

    @Test
    void anUnknownBudgetIsRefusedBeforeAnythingIsDone() {
        String message = refusal("study", "--student", "x", "--out", folder.toString(), "--budget", "huge");
        assertTrue(message.contains("quick, standard, full or a JSON file, found 'huge'"), message);
    }

    @Test
    void anEndpointIsRefusedForExperimentsThatTrain() {
        String message = refusal(
                "study",
                "--student",
                "http://localhost:1/v1",
                "--model",
                "m",
                "--out",
                folder.toString(),
                "--experiments",
                "T5");
        assertTrue(message.contains("experiment T5/T11") && message.contains("lab export"), message);
    }

    @Test
    void nothingCanBeRenderedWhereNothingWasFound() {
        assertTrue(refusal("study", "render", "--out", folder.toString()).contains("found no outcome.json"));
    }

    private static void run(Path out, Path budget, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "study",
                "--student",
                Students.folder("small").toString(),
                "--out",
                out.toString(),
                "--budget",
                budget.toString(),
                "--experiments",
                "T4"));
        arguments.addAll(List.of(more));
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(new StringWriter()));
        assertEquals(0, line.execute(arguments.toArray(String[]::new)));
    }

    private String study(String name, int workers, Path budget) throws IOException {
        Path out = folder.resolve(name);
        run(out, budget, "--workers", String.valueOf(workers), "--yes");
        Path found = out.resolve("difficulty-aware");
        return Files.readString(found.resolve("outcome.json")) + Files.readString(found.resolve("raw.jsonl"));
    }

    @Test
    void aHelperSharesTheWorkAndChangesNothing() throws IOException {
        Path budget = folder.resolve("tiny.json");
        Files.writeString(budget, """
                {"name": "tiny", "seeds": 2, "side_seeds": 1, "training_problems": 6, "samples": 2,
                 "training_tokens": 1000, "rate": 1e-3, "test_problems": 2, "side_problems": 1, "other_problems": 1,
                 "majority_samples": 1, "majority_problems": 1, "temperature_problems": 1, "dialogues": 1,
                 "data_shares": [1.0], "token_shares": [1.0], "other_rates": [], "development_problems": 1}
                """);
        assertEquals(study("alone", 1, budget), study("helped", 2, budget));
        String log = Files.readString(folder.resolve("helped/helper-1.log"));
        assertFalse(log.contains("Exception") || log.contains("Usage"), log);
        assertTrue(Files.exists(folder.resolve("helped/store/locks")));
    }

    @Test
    void aHelperThatIsAloneMakesWhatTheStudyNeeds() throws IOException {
        Path budget = folder.resolve("least.json");
        Files.writeString(budget, """
                {"name": "least", "seeds": 1, "side_seeds": 1, "training_problems": 8, "samples": 2,
                 "training_tokens": 500, "rate": 1e-3, "test_problems": 1, "side_problems": 1, "other_problems": 1,
                 "majority_samples": 1, "majority_problems": 1, "temperature_problems": 1, "dialogues": 1,
                 "data_shares": [1.0], "token_shares": [1.0], "other_rates": [], "development_problems": 1}
                """);
        Path out = folder.resolve("help");
        run(out, budget, "--helper");
        assertFalse(Files.exists(out.resolve("difficulty-aware")), "a helper does not say what was found");
        try (var tuned = Files.list(out.resolve("store/tuned"))) {
            assertTrue(tuned.count() >= 3);
        }
    }

    @Test
    void workersAreCountedFromOne() {
        assertTrue(refusal("study", "--student", "x", "--out", folder.toString(), "--workers", "0")
                .contains("--workers: expected a number from 1, found 0"));
    }
}
