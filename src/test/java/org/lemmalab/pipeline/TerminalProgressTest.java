package org.lemmalab.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private static Progress progress(Progress.State state, long done) {
        return new Progress(
                "analyse",
                state,
                done,
                OptionalLong.of(5000),
                new Manifest.Counts(done - 5, 3, 2),
                new Usage(100_000, 20_000, 0.42),
                new Progress.Pace(Duration.ofSeconds(34), 35.2, Optional.of(Duration.ofSeconds(108))));
    }

    @Test
    void withoutATerminalThereAreAFewPlainLines() {
        TerminalProgress plain = new TerminalProgress(out, false);
        plain.update(progress(Progress.State.RUNNING, 1200));
        plain.update(progress(Progress.State.RUNNING, 1300));
        plain.update(progress(Progress.State.COMPLETE, 5000));
        assertEquals(
                "analyse: 1,200 of 5,000 (24 %), 35.2/s, 1 min 48 s left, 3 failed, 2 rejected, 120,000 tokens, $0.4200\n"
                        + "analyse: 5,000 of 5,000 (100 %), 35.2/s, complete after 34 s, 3 failed, 2 rejected, "
                        + "120,000 tokens, $0.4200\n",
                bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void inATerminalThereIsABar() {
        TerminalProgress bar = new TerminalProgress(out, true);
        bar.update(progress(Progress.State.RUNNING, 1200));
        bar.update(progress(Progress.State.STOPPED, 2500));
        String drawn = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(drawn.contains("analyse"), drawn);
        assertTrue(drawn.contains("2500/5000"), drawn);
        assertTrue(drawn.contains("3 failed"), drawn);
    }
}
