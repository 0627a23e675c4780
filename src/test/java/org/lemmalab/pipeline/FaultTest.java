package org.lemmalab.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/** The disk breaks at every single operation of a small run, and of a retry; the resumed run always ends the same. */
@Timeout(120)
class FaultTest {
    private static final int RECORDS = 18;

    @TempDir
    private Path temporary;

    private Path input;
    private RunFolder reference;
    private final AtomicBoolean mended = new AtomicBoolean();

    @BeforeEach
    void makeTheReference() throws IOException {
        input = Samples.input(temporary.resolve("in.jsonl"), RECORDS);
        reference = new RunFolder(temporary.resolve("reference"));
        Samples.quietly(run(reference));
    }

    private StageRun<JsonNode, ObjectNode> run(RunFolder folder) {
        Stage<JsonNode, ObjectNode> stage = Samples.stage(node -> {
            int n = node.path("n").intValue();
            return n % 6 == 1 || n % 6 == 4 && !mended.get() ? Result.failure("no luck") : Samples.square(node);
        });
        return new StageRun<>(
                stage,
                List.of(input),
                folder.path(),
                RunSettings.standard().withWorkers(2).withDurability(new Durability(3, Duration.ofSeconds(1), 1000)));
    }

    @ParameterizedTest
    @EnumSource
    void aRunBrokenAtAnyOperationEndsAsAnUndisturbedOne(FaultyDisk.Fault fault) throws IOException {
        boolean broke = true;
        int at = 1;
        for (; broke; at++) {
            RunFolder folder = new RunFolder(temporary.resolve("run-" + at));
            broke = breaks(run(folder), false, new FaultyDisk(fault, at));
            assertEquals(
                    new Manifest.Counts(12, 6, 0), Samples.quietly(run(folder)).counts());
            assertSame(reference.output(), folder.output(), at);
            assertSame(reference.failed(), folder.failed(), at);
        }
        assertTrue(at > 30, "expected many operations, found " + at);
    }

    @ParameterizedTest
    @EnumSource
    void aRetryBrokenAtAnyOperationEndsAsAnUndisturbedOne(FaultyDisk.Fault fault) throws IOException {
        RunFolder retried = copy(reference, "retried");
        mended.set(true);
        run(retried).retryFailed(ProgressListener.silent());
        boolean broke = true;
        int at = 1;
        for (; broke; at++) {
            RunFolder folder = copy(reference, "retry-" + at);
            broke = breaks(run(folder), true, new FaultyDisk(fault, at));
            Manifest manifest = run(folder).work(true, ProgressListener.silent(), sound());
            assertEquals(new Manifest.Counts(15, 3, 0), manifest.counts());
            assertSame(retried.output(), folder.output(), at);
            assertEquals(numbers(retried), numbers(folder), "failed file, broken at operation " + at);
        }
        assertTrue(at > 15, "expected many operations, found " + at);
    }

    @Test
    void aFullDiskIsNamedAndTheRunGoesOnWhenThereIsSpace() throws IOException {
        RunFolder folder = new RunFolder(temporary.resolve("full"));
        LabException thrown = null;
        for (int at = 20; thrown == null; at++) {
            try {
                run(folder).work(false, ProgressListener.silent(), new FaultyDisk(FaultyDisk.Fault.FULL, at));
            } catch (LabException e) {
                thrown = e;
            }
        }
        assertTrue(thrown.getMessage().contains("No space left on device; all that was written before is kept"));
        assertTrue(thrown.getMessage().startsWith(folder.path().toString()), thrown.getMessage());
        Samples.quietly(run(folder));
        assertSame(reference.output(), folder.output(), 20);
    }

    @Test
    void tornLastLinesAreCutOff() throws IOException {
        RunFolder folder = new RunFolder(temporary.resolve("torn"));
        assertTrue(breaks(run(folder), false, new FaultyDisk(FaultyDisk.Fault.KILL, 20)));
        assertEquals(
                Phase.RUN,
                Journal.read(folder.journal()).orElseThrow().checkpoint().phase());
        for (Path file : List.of(folder.output(), folder.failed(), folder.journal())) {
            Files.writeString(file, "{\"sequence\":3,\"numb", StandardOpenOption.APPEND);
        }
        Samples.quietly(run(folder));
        assertSame(reference.output(), folder.output(), 20);
        assertSame(reference.failed(), folder.failed(), 20);
        assertFalse(Files.readString(folder.journal()).contains("numb\n"));
    }

    /** A disk that never breaks, and is quicker than a real one as it forces nothing. */
    private static Disk sound() {
        return new FaultyDisk(FaultyDisk.Fault.KILL, Long.MAX_VALUE);
    }

    private static boolean breaks(StageRun<JsonNode, ObjectNode> run, boolean retry, FaultyDisk disk) {
        try {
            run.work(retry, ProgressListener.silent(), disk);
        } catch (LabException e) {
            assertTrue(disk.isBroken(), e::getMessage);
        }
        return disk.isBroken();
    }

    private RunFolder copy(RunFolder from, String name) throws IOException {
        RunFolder to = new RunFolder(temporary.resolve(name));
        Files.createDirectories(to.path());
        for (Path file : List.of(from.output(), from.failed(), from.journal(), from.manifest())) {
            Files.copy(file, to.path().resolve(file.getFileName()));
        }
        return to;
    }

    private static List<String> numbers(RunFolder folder) throws IOException {
        return Files.readAllLines(folder.failed()).stream()
                .map(line ->
                        Json.parse(line).get("number") + " " + Json.parse(line).get("reason"))
                .toList();
    }

    private static void assertSame(Path expected, Path found, int at) throws IOException {
        assertEquals(-1, Files.mismatch(expected, found), () -> found + ", broken at operation " + at);
    }
}
