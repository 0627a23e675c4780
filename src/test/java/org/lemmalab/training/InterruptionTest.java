package org.lemmalab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.Precision;

/** Runs that end otherwise than planned: processes killed or asked to end, numbers gone wrong, data that cannot be learnt. */
class InterruptionTest {
    private static final int STEPS = 30;
    private static final TrainingSettings SAVING =
            TinyRuns.SETTINGS.withMaxSteps(STEPS).withSaving(new TrainingSettings.Saving(3, 2, Precision.FLOAT32));

    @TempDir
    Path parent;

    @AfterAll
    static void threads() {
        TinyRuns.asManyThreadsAsBefore();
    }

    /** The process that is killed: resumes the run in the folder that it is given and tells its steps. */
    static final class Child {
        public static void main(String[] arguments) {
            try (NDManager manager = NDManager.newBaseManager();
                    Decoder decoder = TinyRuns.decoder(manager, 1)) {
                new SupervisedTrainer(decoder, SAVING)
                        .withListener(progress -> {
                            System.out.println("step " + progress.step());
                            pause();
                        })
                        .resume(TinyRuns.examples(22), Path.of(arguments[0]));
            }
        }

        /** So that the test can end the process before it is through. */
        private static void pause() {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void aRunKilledAtRandomStepsEndsWithTheSameWeights() throws IOException, InterruptedException {
        Path whole = parent.resolve("whole");
        TinyRuns.trained(SAVING, TinyRuns.examples(22), whole);
        Path killed = parent.resolve("killed");
        Random random = new Random();
        List<Integer> killedAt = new ArrayList<>();
        for (int from = 2; from < 20; from += 6) {
            int step = from + random.nextInt(6);
            killedAt.add(step);
            Process child = child(killed);
            waitForStep(child, step);
            child.destroyForcibly();
            assertTrue(child.waitFor(10, TimeUnit.SECONDS));
        }
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = TinyRuns.decoder(manager, 1)) {
            TrainingResult result = new SupervisedTrainer(decoder, SAVING).resume(TinyRuns.examples(22), killed);
            assertTrue(result.complete());
            assertTrue(result.losses().size() < STEPS, "nothing was kept of the killed runs");
        }
        for (String folder : List.of("model", "checkpoint-000030", "checkpoint-000027")) {
            try {
                EquivalenceTest.assertSameFiles(whole.resolve(folder), killed.resolve(folder));
            } catch (AssertionError different) {
                fail("killed at " + killedAt + "; trained whole once more it is " + likeness(whole), different);
            }
        }
        assertEquals(withoutTime(whole), withoutTime(killed), "killed at " + killedAt);
        try (Stream<Path> files = Files.list(killed)) {
            assertEquals(4, files.count(), "something half-written is left");
        }
    }

    /** Tells a run that does not resume well from a machine that does not compute alike. */
    private String likeness(Path whole) throws IOException {
        Path again = parent.resolve("again");
        TinyRuns.trained(SAVING, TinyRuns.examples(22), again);
        String weights = "model/model.safetensors";
        return Files.mismatch(whole.resolve(weights), again.resolve(weights)) < 0 ? "the same" : "another one, too";
    }

    @Test
    void aProcessAskedToEndWritesACheckpoint() throws IOException, InterruptedException {
        Path folder = parent.resolve("asked");
        Process child = child(folder);
        waitForStep(child, 4);
        child.destroy();
        assertTrue(child.waitFor(20, TimeUnit.SECONDS));
        int steps = Files.readAllLines(folder.resolve("training.jsonl")).size();
        assertTrue(steps >= 4 && steps < STEPS, "took " + steps);
        assertTrue(Files.isDirectory(folder.resolve("checkpoint-%06d".formatted(steps))), "no checkpoint of " + steps);
    }

    @Test
    void anInterruptedThreadStopsWithACheckpointAndStaysInterrupted() {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = TinyRuns.decoder(manager, 1)) {
            TrainingResult result = new SupervisedTrainer(decoder, SAVING)
                    .withListener(progress -> {
                        if (progress.step() == 2) {
                            Thread.currentThread().interrupt();
                        }
                    })
                    .train(TinyRuns.examples(22), parent.resolve("run"));
            assertTrue(Thread.interrupted());
            assertFalse(result.complete());
            assertEquals(parent.resolve("run/checkpoint-000002"), result.folder());
        }
    }

    @Test
    void aLossThatIsNoNumberStopsTheRunNamingWhatWasTrained() {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = TinyRuns.decoder(manager, 1)) {
            SupervisedTrainer trainer = new SupervisedTrainer(decoder, SAVING).withListener(progress -> {
                if (progress.step() == 5) {
                    NDArray norm = decoder.parameters().get("norm");
                    norm.setRequiresGradient(false);
                    norm.muli(Float.NaN);
                    norm.setRequiresGradient(true);
                }
            });
            LabException failure =
                    assertThrows(LabException.class, () -> trainer.train(TinyRuns.examples(22), parent.resolve("run")));
            String message = failure.getMessage();
            assertTrue(message.contains("step 6: expected a finite loss, found NaN"), message);
            assertTrue(
                    message.matches(
                            "(?s).*examples of the batch: e\\d+, e\\d+; last good checkpoint: .*checkpoint-00000[35]"),
                    message);
        }
    }

    @Test
    void whatCannotBeLearntIsRefusedBeforeTheFirstStep() {
        assertRefused(List.of(), "expected at least one example");
        Example masked = new Example("m", new int[] {1}, new int[] {4, 2}, new boolean[] {false, false});
        assertRefused(List.of(masked), "left out: 1 (m)");
        assertRefused(List.of(Example.of("big", new int[] {1, 40}, 2)), "example big: expected tokens from 0 to 39");
    }

    @Test
    void otherSettingsExamplesOrFoldersInUseAreRefused() {
        Path folder = parent.resolve("run");
        TinyRuns.trained(TinyRuns.SETTINGS, TinyRuns.examples(22), folder);
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = TinyRuns.decoder(manager, 1)) {
            SupervisedTrainer same = new SupervisedTrainer(decoder, TinyRuns.SETTINGS);
            SupervisedTrainer other = new SupervisedTrainer(decoder, TinyRuns.SETTINGS.withSeed(9));
            assertMessage("expected no checkpoint", () -> same.train(TinyRuns.examples(22), folder));
            assertMessage("expected the examples of the run", () -> same.resume(TinyRuns.examples(21), folder));
            assertMessage("expected the settings of the run", () -> other.resume(TinyRuns.examples(22), folder));
            assertMessage(
                    "computes in BFLOAT16",
                    () -> new SupervisedTrainer(decoder, TinyRuns.SETTINGS.withPrecision(Precision.BFLOAT16)));
            assertTrue(same.resume(TinyRuns.examples(22), folder).complete());
        }
    }

    private void assertRefused(List<Example> examples, String reason) {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = TinyRuns.decoder(manager, 1)) {
            SupervisedTrainer trainer = new SupervisedTrainer(decoder, TinyRuns.SETTINGS);
            assertMessage(reason, () -> trainer.train(examples, parent.resolve("refused")));
        }
    }

    private static void assertMessage(String reason, Runnable action) {
        LabException failure = assertThrows(LabException.class, action::run);
        assertTrue(failure.getMessage().contains(reason), failure.getMessage());
    }

    private static Process child(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dai.djl.offline=true",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void waitForStep(Process child, int step) throws IOException {
        BufferedReader out = child.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("step " + step)) {
                return;
            }
        }
        throw new AssertionError("the process ended before step " + step);
    }

    private static List<String> withoutTime(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("training.jsonl")).stream()
                .map(line -> line.replaceAll("\"seconds\":[0-9.E-]+", ""))
                .toList();
    }
}
