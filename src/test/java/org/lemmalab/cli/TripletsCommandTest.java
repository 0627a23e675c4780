package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Json;
import org.lemmalab.problem.Samples;
import org.lemmalab.reflection.build.TripletConfig;
import picocli.CommandLine;

class TripletsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void theWholeConfigurationIsPrinted() {
        assertEquals(0, lab("triplets", "--print-config"));
        assertEquals(TripletConfig.DEFAULT, TripletConfig.of(Json.parse(out.toString())));
    }

    @Test
    void samplesBecomeTripletsAndExports() throws IOException {
        Path config = config(
                "{\"problems\": \"" + Samples.problems() + "\", \"attempts\": \"" + Samples.attempts()
                        + "\", \"output\": \"run\", \"errors\": {\"teacher_errors\": 1}, \"filters\": {\"contamination_words\": 0}}");
        assertEquals(0, lab("triplets", "--config", config.toString()), errors.toString());
        assertTrue(out.toString().contains("triplets, type calculation"), out.toString());
        long triplets = Files.readAllLines(folder.resolve("run/triplets.jsonl")).size();
        assertEquals(
                triplets,
                Files.readAllLines(folder.resolve("run/export/messages.jsonl")).size());
        assertTrue(Json.parse(Files.readString(folder.resolve("run/export/dataset_info.json")))
                .has("triplets"));
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertEquals(1, lab("triplets"));
        assertTrue(errors.toString().contains("--config"), errors.toString());
        assertEquals(
                1,
                lab(
                        "triplets",
                        "--config",
                        config("{\"problems\": \"nowhere\"}").toString()));
        assertTrue(errors.toString().contains("nowhere"), errors.toString());
        assertEquals(1, lab("triplets", "--config", config("{\"sed\": 1}").toString()));
        assertTrue(errors.toString().contains("'sed'"), errors.toString());
    }

    private Path config(String text) throws IOException {
        return Files.writeString(folder.resolve("config.json"), text);
    }

    private int lab(String... arguments) {
        CommandLine lab = Main.commandLine();
        lab.setOut(new PrintWriter(out, true));
        lab.setErr(new PrintWriter(errors, true));
        return lab.execute(arguments);
    }
}
