package org.lemmalab.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lemmalab.pipeline.Samples.quietly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

@Timeout(60)
class StageRunTest {
    @TempDir
    private Path temporary;

    private Path folder;
    private RunFolder files;

    @BeforeEach
    void nameTheFolder() {
        folder = temporary.resolve("runs/one");
        files = new RunFolder(folder);
    }

    private Path input(int count) throws IOException {
        return Samples.input(temporary.resolve("in.jsonl"), count);
    }

    private static int n(JsonNode node) {
        return node.path("n").intValue();
    }

    @Test
    void theOutputKeepsTheInputsOrderWhateverTheDelays() throws IOException {
        Stage<JsonNode, ObjectNode> stage = Samples.stage(node -> {
            Thread.sleep(new Random(n(node)).nextInt(8));
            return Samples.square(node);
        });
        Manifest manifest = quietly(Samples.run(stage, input(500), folder));
        assertEquals(
                IntStream.range(0, 500).map(n -> n * n).boxed().toList(), Samples.numbers(files.output(), "square"));
        assertEquals(new Manifest.Counts(500, 0, 0), manifest.counts());
        assertEquals(500 * 499 / 2, manifest.usage().promptTokens());
        assertEquals(500, manifest.usage().completionTokens());
        assertEquals(0.5, manifest.usage().dollars(), 1e-9);
        assertEquals(Hashes.sha256(files.output()), manifest.outputSha256().orElseThrow());
        assertEquals(manifest, files.readManifest().orElseThrow());
        assertFalse(Files.exists(files.failed()));
        assertFalse(Files.exists(files.rejected()));
    }

    @Test
    void failuresStandApartWithTheirReasonAndARetryPutsThemInTheirPlaces() throws IOException {
        AtomicBoolean mended = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        Stage<JsonNode, ObjectNode> stage = Samples.stage(node -> {
            calls.incrementAndGet();
            boolean never = n(node) % 10 == 9;
            boolean notYet = n(node) % 10 < 3 && !mended.get();
            return never || notYet ? Result.failure("no luck with " + n(node)) : Samples.square(node);
        });
        StageRun<JsonNode, ObjectNode> run = Samples.run(stage, input(100), folder);
        assertEquals(new Manifest.Counts(60, 40, 0), quietly(run).counts());
        JsonNode first = Json.parse(Files.readAllLines(files.failed()).get(0));
        assertEquals(
                "{\"number\":0,\"id\":\"r0\",\"reason\":\"no luck with 0\",\"attempts\":1,\"record\":{\"id\":\"r0\",\"n\":0}}",
                first.toString());

        mended.set(true);
        calls.set(0);
        assertEquals(new Manifest.Counts(60, 40, 0), quietly(run).counts());
        assertEquals(0, calls.get(), "a complete run calls nothing");
        assertEquals(
                new Manifest.Counts(90, 10, 0),
                run.retryFailed(ProgressListener.silent()).counts());
        assertEquals(40, calls.get());
        List<Integer> expected = IntStream.range(0, 100)
                .filter(n -> n % 10 != 9)
                .map(n -> n * n)
                .boxed()
                .toList();
        assertEquals(expected, Samples.numbers(files.output(), "square"));
        assertEquals(
                IntStream.range(0, 10).map(i -> 10 * i + 9).boxed().toList(),
                Samples.numbers(files.failed(), "number"));
        assertEquals(2, Samples.numbers(files.failed(), "attempts").get(0));
    }

    @Test
    void whenARetryMendsAllTheFailedFileGoes() throws IOException {
        AtomicBoolean mended = new AtomicBoolean();
        Stage<JsonNode, ObjectNode> stage =
                Samples.stage(node -> mended.get() ? Samples.square(node) : Result.failure("later"));
        StageRun<JsonNode, ObjectNode> run = Samples.run(stage, input(20), folder);
        assertEquals(20, quietly(run).counts().failed());
        mended.set(true);
        assertEquals(20, run.retryFailed(ProgressListener.silent()).counts().succeeded());
        assertFalse(Files.exists(files.failed()));
        Path reference = temporary.resolve("runs/reference");
        quietly(Samples.run(Samples.squares(), input(20), reference));
        assertEquals(-1, Files.mismatch(files.output(), new RunFolder(reference).output()));
    }

    @Test
    void whateverACallThrowsIsItsRecordsFailure() throws IOException {
        Stage<JsonNode, Object> stage = Samples.stage(node -> switch (n(node)) {
            case 0 -> throw new IllegalStateException("broken");
            case 1 -> throw new LabException("model: expected an answer, found none");
            case 2 -> recurse(node);
            case 3 -> Result.success(new Object[] {new int[Integer.MAX_VALUE], new int[Integer.MAX_VALUE]});
            case 4 -> null;
            case 5 -> Result.success(new Object());
            default -> Result.success(n(node));
        });
        assertEquals(
                new Manifest.Counts(4, 6, 0),
                quietly(Samples.run(stage, input(10), folder)).counts());
        List<String> reasons = Files.readAllLines(files.failed()).stream()
                .map(line -> Json.parse(line).get("reason").textValue())
                .toList();
        assertEquals("java.lang.IllegalStateException: broken", reasons.get(0));
        assertEquals("model: expected an answer, found none", reasons.get(1));
        assertEquals("java.lang.StackOverflowError", reasons.get(2));
        assertTrue(reasons.get(3).startsWith("java.lang.OutOfMemoryError"), reasons.get(3));
        assertEquals("expected a result of the stage, found none", reasons.get(4));
        assertTrue(reasons.get(5).startsWith("the value cannot be written as JSON: Object"), reasons.get(5));
    }

    private static Result<Object> recurse(JsonNode node) {
        Result<Object> deeper = recurse(node);
        return Result.success(List.of(deeper));
    }

    @Test
    void aCallOverTheTimeLimitIsGivenUpEvenIfItDoesNotListen() throws IOException {
        AtomicBoolean end = new AtomicBoolean();
        Stage<JsonNode, Integer> stage = Samples.stage(node -> {
            if (n(node) % 5 == 1) {
                while (!end.get()) {
                    Thread.onSpinWait();
                }
            } else if (n(node) % 5 == 2) {
                Thread.sleep(60_000);
            }
            return Result.success(n(node));
        });
        StageRun<JsonNode, Integer> run = new StageRun<>(
                stage,
                List.of(input(10)),
                folder,
                RunSettings.standard().withWorkers(2).withTimeLimit(Duration.ofMillis(300)));
        assertEquals(new Manifest.Counts(6, 4, 0), quietly(run).counts());
        end.set(true);
        assertEquals(List.of(1, 2, 6, 7), Samples.numbers(files.failed(), "number"));
        assertTrue(Files.readString(files.failed())
                .contains("expected a result within 0.3 s, found the call still running"));
    }

    @Test
    void badLinesAndSecondUsesOfAnIdAreRejectedWithTheirReason() throws IOException {
        Path first = Files.writeString(
                temporary.resolve("a.jsonl"),
                "{\"id\":\"r1\",\"n\":1}\nno json\n\n{\"n\":2}\n{\"id\":\"r3\",\"n\":3}\n");
        Path second =
                Files.writeString(temporary.resolve("b.jsonl"), "{\"id\":\"r1\",\"n\":4}\n{\"id\":\"r5\",\"n\":5}\n");
        StageRun<JsonNode, ObjectNode> run =
                new StageRun<>(Samples.squares(), List.of(first, second), folder, RunSettings.standard());
        List<Progress> told = new ArrayList<>();
        Manifest manifest = run.run(told::add);
        assertEquals(new Manifest.Counts(3, 0, 3), manifest.counts());
        assertEquals(6, manifest.total());
        assertEquals(List.of(1, 9, 25), Samples.numbers(files.output(), "square"));
        List<JsonNode> rejected =
                Files.readAllLines(files.rejected()).stream().map(Json::parse).toList();
        assertTrue(rejected.get(0).get("reason").textValue().startsWith("not JSON"));
        assertEquals("field 'id' is missing", rejected.get(1).get("reason").textValue());
        assertEquals(
                "id 'r1': expected each id once, found it before, in record 0 (counted from 0)",
                rejected.get(2).get("reason").textValue());
        assertEquals("b.jsonl", rejected.get(2).get("file").textValue());
        assertEquals(1, rejected.get(2).get("line").intValue());
        Progress last = told.get(told.size() - 1);
        assertEquals(Progress.State.COMPLETE, last.state());
        assertEquals(6, last.done());
        assertEquals(6, last.total().orElseThrow());
    }

    @Test
    void aReaderThatThrowsRejectsTheLine() throws IOException {
        Stage<JsonNode, Integer> stage = Stage.of(
                Samples.identity(Map.of()),
                node -> node,
                node -> node.get("name").textValue(),
                node -> Result.success(1));
        Path in = Files.writeString(
                temporary.resolve("in.jsonl"), "{\"name\":\"a\"}\n{}\n{\"name\":\" \"}\n{\"name\":2}\n");
        assertEquals(
                new Manifest.Counts(1, 0, 3),
                quietly(Samples.run(stage, in, folder)).counts());
        List<String> reasons = Files.readAllLines(files.rejected()).stream()
                .map(line -> Json.parse(line).get("reason").textValue())
                .toList();
        assertTrue(
                reasons.get(0).startsWith("expected an id, found that the stage cannot read this line"),
                reasons::toString);
        assertEquals("expected an id, found it blank", reasons.get(1));
        assertEquals("expected an id, found that the stage reads none here", reasons.get(2));
    }

    @Test
    void otherSettingsVersionsOrInputsAreRefusedFieldByField() throws IOException {
        Path in = input(5);
        quietly(Samples.run(Samples.squares(), in, folder));
        byte[] before = Files.readAllBytes(files.output());
        Stage<JsonNode, ObjectNode> other = Stage.of(
                new StageIdentity("square", "2", Map.of("seed", "2", "model", "m")),
                node -> node,
                node -> node.path("id").textValue(),
                Samples::square);
        Files.writeString(in, Files.readString(in) + "{\"id\":\"r5\",\"n\":5}\n");
        String message = assertThrows(LabException.class, () -> quietly(Samples.run(other, in, folder)))
                .getMessage();
        assertTrue(message.startsWith(folder + ": expected the stage and inputs"), message);
        assertTrue(message.contains("version: was '1', now '2'"), message);
        assertTrue(message.contains("setting model: was not set, now 'm'"), message);
        assertTrue(message.contains("setting seed: was '1', now '2'"), message);
        assertTrue(message.contains("input 1: was in.jsonl (5 lines, sha256 "), message);
        assertFalse(message.contains("stage: was"), message);
        assertArrayEquals(before, Files.readAllBytes(files.output()));
    }

    @Test
    void foreignMissingAndChangedOutputsAreRefused() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(files.output(), "mine\n");
        StageRun<JsonNode, ObjectNode> run = Samples.run(Samples.squares(), input(5), folder);
        String foreign = assertThrows(LabException.class, () -> quietly(run)).getMessage();
        assertTrue(foreign.contains("found output.jsonl without a manifest.json"), foreign);
        assertEquals("mine\n", Files.readString(files.output()));
        Files.delete(files.output());
        quietly(run);
        Files.writeString(files.output(), "mine\n");
        String changed = assertThrows(LabException.class, () -> quietly(run)).getMessage();
        assertTrue(changed.contains("expected the output of this run, sha256 "), changed);
    }

    @Test
    void emptyAndMissingInputsAreNamed() throws IOException {
        Path empty = Files.writeString(temporary.resolve("empty.jsonl"), "");
        String none = assertThrows(LabException.class, () -> quietly(Samples.run(Samples.squares(), empty, folder)))
                .getMessage();
        assertEquals(empty + ": expected JSON Lines (one object a line), found an empty file", none);
        Path missing = temporary.resolve("missing.jsonl");
        String gone = assertThrows(LabException.class, () -> quietly(Samples.run(Samples.squares(), missing, folder)))
                .getMessage();
        assertTrue(gone.startsWith(missing + ": expected an input file, found none"), gone);
    }

    @Test
    void anInterruptedRunKeepsWhatIsDoneAndGoesOn() throws IOException, InterruptedException {
        CountDownLatch enough = new CountDownLatch(60);
        AtomicBoolean free = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        Stage<JsonNode, ObjectNode> stage = Samples.stage(node -> {
            calls.incrementAndGet();
            enough.countDown();
            if (n(node) == 5 && !free.get() || n(node) >= 100 && !free.get()) {
                Thread.sleep(60_000);
            }
            return Samples.square(node);
        });
        StageRun<JsonNode, ObjectNode> run = Samples.run(stage, input(200), folder);
        List<LabException> thrown = new ArrayList<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            thrown.add(assertThrows(InterruptedRunException.class, () -> quietly(run)));
            flag.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        enough.await();
        thread.interrupt();
        thread.join();
        assertTrue(thrown.get(0).getMessage().contains("stopped (interrupted) after 5 records"), thrown::toString);
        assertTrue(flag.get(), "the thread stays interrupted");
        assertEquals(RunState.RESUMABLE, RunOverview.of(folder).orElseThrow().state());
        long kept = RunOverview.of(folder).orElseThrow().counts().succeeded();
        assertTrue(kept >= 40, "results behind the slow record are kept, found " + kept);
        calls.set(0);
        free.set(true);
        assertEquals(200, quietly(run).counts().succeeded());
        assertEquals(200 - kept, calls.get(), "only what was not done is done");
        assertEquals(
                IntStream.range(0, 200).map(n -> n * n).boxed().toList(), Samples.numbers(files.output(), "square"));
        assertEquals(2, files.readManifest().orElseThrow().times().starts());
        assertEquals(200 * 199 / 2, files.readManifest().orElseThrow().usage().promptTokens());
    }

    @Test
    void aStageCanStopTheRun() throws IOException {
        AtomicBoolean money = new AtomicBoolean();
        Stage<JsonNode, ObjectNode> stage = Samples.stage(node -> {
            if (n(node) >= 30 && !money.get()) {
                throw new StopRunException("budget: expected at least $1, found $0");
            }
            return Samples.square(node);
        });
        StageRun<JsonNode, ObjectNode> run = Samples.run(stage, input(100), folder);
        String message =
                assertThrows(StopRunException.class, () -> quietly(run)).getMessage();
        assertEquals("budget: expected at least $1, found $0", message);
        assertEquals(RunState.RESUMABLE, RunOverview.of(folder).orElseThrow().state());
        money.set(true);
        assertEquals(new Manifest.Counts(100, 0, 0), quietly(run).counts());
    }

    @Test
    void aSecondRunInTheSameFolderIsRefused() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Stage<JsonNode, ObjectNode> stage = Samples.stage(node -> {
            started.countDown();
            release.await();
            return Samples.square(node);
        });
        Path in = input(5);
        Thread first = new Thread(() -> quietly(Samples.run(stage, in, folder)));
        first.start();
        started.await();
        assertEquals(RunState.RUNNING, RunOverview.of(folder).orElseThrow().state());
        String message = assertThrows(LabException.class, () -> quietly(Samples.run(stage, in, folder)))
                .getMessage();
        assertTrue(
                message.contains(
                        "found one that process " + ProcessHandle.current().pid() + " works on"),
                message);
        Process other = Child.start(in, folder, 0);
        String said = new String(other.getErrorStream().readAllBytes());
        assertEquals(1, other.waitFor());
        assertTrue(said.contains("expected a run that nobody works on"), said);
        release.countDown();
        first.join();
        assertEquals(RunState.COMPLETE, RunOverview.of(folder).orElseThrow().state());
    }

    @Test
    void aListenerThatThrowsDoesNotStopTheRun() throws IOException {
        Manifest manifest = Samples.run(Samples.squares(), input(50), folder).run(progress -> {
            throw new IllegalStateException("the display is gone");
        });
        assertEquals(50, manifest.counts().succeeded());
    }

    @Test
    void aStageTravels() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Samples.squares());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            @SuppressWarnings("unchecked")
            Stage<JsonNode, ObjectNode> arrived = (Stage<JsonNode, ObjectNode>) in.readObject();
            assertEquals(Samples.squares().identity(), arrived.identity());
            JsonNode record = arrived.read(Json.parse("{\"id\":\"a\",\"n\":12}"));
            assertEquals(Samples.square(record), arrived.apply(record));
        }
    }
}
