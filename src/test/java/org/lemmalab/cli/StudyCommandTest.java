package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
