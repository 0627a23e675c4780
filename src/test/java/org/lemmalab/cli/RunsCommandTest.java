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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.pipeline.ProgressListener;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.RunSettings;
import org.lemmalab.pipeline.Stage;
import org.lemmalab.pipeline.StageIdentity;
import org.lemmalab.pipeline.StageRun;
import org.lemmalab.pipeline.Usage;
import picocli.CommandLine;

class RunsCommandTest {
    @TempDir
    private Path temporary;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int lab(String... arguments) {
        CommandLine lab = Main.commandLine();
        lab.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        return lab.execute(arguments);
    }

    private void makeRun(String name, boolean failing) throws IOException {
        Path input = Files.writeString(temporary.resolve("in.jsonl"), "{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        Stage<JsonNode, String> stage = Stage.of(
                new StageIdentity("analyse", "3", Map.of("model", "student-7b")),
                node -> node,
                node -> node.get("id").textValue(),
                node -> failing && node.get("id").textValue().equals("b")
                        ? Result.failure("no answer")
                        : new Result.Success<>("right", new Usage(1200, 34, 0.5)));
        new StageRun<>(stage, List.of(input), temporary.resolve("runs").resolve(name), RunSettings.standard())
                .run(ProgressListener.silent());
    }

    @Test
    void everyRunInAFolderIsShown() throws IOException {
        makeRun("good", false);
        makeRun("some-failed", true);
        assertEquals(0, lab("runs", temporary.resolve("runs").toString()), err::toString);
        String[] lines = out.toString().split("\\R");
        assertTrue(lines[2].matches("good +analyse 3 +complete +2 +0 +0 +2 +\\S+ s +2,468 +\\$1\\.00"), out::toString);
        assertTrue(
                lines[3].matches("some-failed +analyse 3 +failed records +1 +1 +0 +2 +\\S+ s +1,234 +\\$0\\.5000"),
                out::toString);
        assertTrue(out.toString().contains("model=student-7b"), out::toString);
    }

    @Test
    void oneRunFolderIsShownToo() throws IOException {
        makeRun("good", false);
        assertEquals(0, lab("runs", temporary.resolve("runs/good").toString()), err::toString);
        assertTrue(out.toString().contains("complete"), out::toString);
    }

    @Test
    void whereThereIsNoneItSaysSo() {
        assertEquals(1, lab("runs", temporary.toString()));
        assertTrue(err.toString().contains("expected a run folder (with a manifest.json)"), err::toString);
        assertEquals(1, lab("runs", temporary.resolve("nowhere").toString()));
        assertTrue(err.toString().contains("found nothing there"), err::toString);
    }
}
