package org.lemmalab.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed (SIGKILL), twenty times in one run, and asked to end (SIGTERM), as Ctrl-C does. */
@Timeout(120)
class KillTest {
    private static final int RECORDS = 5000;
    private static final int KILLS = 20;
    private static final int DELAY_MILLIS = 30;

    @TempDir
    private Path temporary;

    @Test
    void twentyKillsLeaveTheBytesOfAnUndisturbedRun() throws IOException, InterruptedException {
        Path in = Samples.input(temporary.resolve("in.jsonl"), RECORDS);
        Path reference = temporary.resolve("reference");
        Samples.quietly(Child.run(in, reference, 0));
        Path killed = temporary.resolve("killed");
        Random random = new Random(20);
        for (int i = 0; i < KILLS; i++) {
            Process child = Child.start(in, killed, DELAY_MILLIS);
            if (i % 4 != 0) {
                awaitWork(child);
            }
            assertTrue(
                    !child.waitFor(random.nextInt(250), TimeUnit.MILLISECONDS), "the run ended before the last kill");
            child.destroyForcibly().waitFor();
        }
        RunOverview before = RunOverview.of(killed).orElseThrow();
        assertEquals(RunState.RESUMABLE, before.state());
        assertTrue(before.counts().settled() > 100, before.counts()::toString);
        Manifest manifest = Samples.quietly(Child.run(in, killed, 0));
        assertEquals(new Manifest.Counts(RECORDS - RECORDS / 50, RECORDS / 50, 0), manifest.counts());
        assertSame(new RunFolder(reference), new RunFolder(killed));
        Manifest undisturbed = new RunFolder(reference).readManifest().orElseThrow();
        assertEquals(undisturbed.usage().tokens(), manifest.usage().tokens());
        assertEquals(undisturbed.usage().dollars(), manifest.usage().dollars(), 1e-6);
    }

    @Test
    void aProcessAskedToEndMakesACheckpoint() throws IOException, InterruptedException {
        Path in = Samples.input(temporary.resolve("in.jsonl"), RECORDS);
        Path folder = temporary.resolve("ended");
        Process child = Child.start(in, folder, DELAY_MILLIS);
        awaitWork(child);
        Thread.sleep(300);
        child.toHandle().destroy();
        String said = new String(child.getErrorStream().readAllBytes());
        assertTrue(child.waitFor(20, TimeUnit.SECONDS));
        RunOverview overview = RunOverview.of(folder).orElseThrow();
        assertEquals(RunState.RESUMABLE, overview.state());
        Journal.Content content = Journal.read(new RunFolder(folder).journal()).orElseThrow();
        assertEquals(
                content.checkpoint().tally().succeeded(),
                overview.manifest().counts().succeeded(),
                said);
        assertEquals(
                content.checkpoint().lengths().output(), Files.size(new RunFolder(folder).output()), "nothing torn");
    }

    private static void awaitWork(Process child) throws IOException {
        String line = new String(child.getInputStream().readNBytes("at work\n".length()));
        assertEquals("at work\n", line, () -> {
            try {
                return new String(child.getErrorStream().readAllBytes());
            } catch (IOException e) {
                return e.toString();
            }
        });
    }

    private static void assertSame(RunFolder expected, RunFolder found) throws IOException {
        assertEquals(-1, Files.mismatch(expected.output(), found.output()), "output");
        assertEquals(-1, Files.mismatch(expected.failed(), found.failed()), "failed file");
    }
}
