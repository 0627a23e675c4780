package org.lemmalab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lemmalab.pipeline.Manifest;
import org.lemmalab.pipeline.Progress;
import org.lemmalab.pipeline.TaskProgress;
import org.lemmalab.pipeline.Usage;

class LiveProgressTest {
    private final FakeKernels.Direct kernel = new FakeKernels.Direct();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long nanos;

    private LiveProgress inANotebook() {
        return new LiveProgress(
                () -> new LiveDisplay(Optional.of(FakeKernels.display(kernel)), System.out, () -> nanos));
    }

    private LiveProgress elsewhere() {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new LiveProgress(() -> new LiveDisplay(Optional.empty(), out, () -> nanos));
    }

    private static Progress progress(Progress.State state, long done) {
        return new Progress(
                "analyse <b>",
                state,
                done,
                OptionalLong.of(5000),
                new Manifest.Counts(done - 3, 3, 0),
                new Usage(100_000, 20_000, 0.42),
                new Progress.Pace(Duration.ofSeconds(34), 35.2, Optional.of(Duration.ofSeconds(108))));
    }

    @Test
    void aCellShowsDoneRateTimeLeftFailuresTokensAndMoney() {
        inANotebook().update(progress(Progress.State.RUNNING, 1200));
        String html = html(0);
        for (String part :
                List.of("1,200 of 5,000 (24 %)", "35.2/s", "1 min 48 s left", "3 failed", "120,000 tokens", "0.4200")) {
            assertTrue(html.contains(part), part + " in " + html);
        }
        assertTrue(html.contains("width:24.0%"), html);
        assertFalse(html.contains("analyse <b>"), html);
    }

    @Test
    void theEndIsAlwaysShownAndWhatComesAfterItHasABarOfItsOwn() {
        LiveProgress live = inANotebook();
        live.update(progress(Progress.State.RUNNING, 1200));
        live.update(progress(Progress.State.COMPLETE, 5000));
        live.update(progress(Progress.State.STOPPED, 7));
        assertEquals(2, kernel.outputs.size());
        assertTrue(html(0).contains("complete after 34 s"), html(0));
        assertTrue(html(1).contains("stopped after 34 s"), html(1));
    }

    @Test
    void elsewhereTheFirstAndTheLastLineArePrinted() {
        try (TaskProgress task = TaskProgress.of("grade", 1000, elsewhere())) {
            for (int i = 0; i < 999; i++) {
                task.step();
            }
            task.at(1000, 2, new Usage(30, 12, 0));
        }
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("grade: 1 of 1,000"), lines.get(0));
        assertTrue(lines.get(1).startsWith("grade: 1,000 of 1,000 (100 %)"), lines.get(1));
        assertTrue(lines.get(1).endsWith("2 failed, 42 tokens"), lines.get(1));
    }

    @Test
    void aModelsCompletionsAreATaskToo() {
        CompletionProgress completions = new CompletionProgress("student", elsewhere());
        completions.onProgress(new org.lemmalab.llm.Progress(1, 2, 10, 1));
        completions.onProgress(new org.lemmalab.llm.Progress(2, 2, 25, 2));
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(1).contains("2 of 2 (100 %)"), lines.get(1));
        assertTrue(lines.get(1).endsWith("25 tokens"), lines.get(1));
    }

    @Test
    void workThatEndsEarlyIsStopped() {
        TaskProgress task = TaskProgress.of("grade", 10, elsewhere());
        task.at(4);
        task.close();
        assertTrue(bytes.toString(StandardCharsets.UTF_8).contains("4 of 10 (40 %)"));
        assertTrue(bytes.toString(StandardCharsets.UTF_8).contains("stopped after"));
    }

    @Test
    void workThatWasLessThanThoughtIsComplete() {
        TaskProgress task = TaskProgress.of("grade", 10, elsewhere());
        task.at(4);
        task.complete();
        task.close();
        assertTrue(bytes.toString(StandardCharsets.UTF_8).contains("4 of 4 (100 %)"));
        assertTrue(bytes.toString(StandardCharsets.UTF_8).contains("complete after"));
    }

    private String html(int output) {
        return String.valueOf(List.copyOf(kernel.outputs.values()).get(output).get("text/html"));
    }
}
