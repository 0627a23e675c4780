package org.lemmalab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.TokenBatch;
import org.lemmalab.transformer.TokenSequence;

/** Different ways to the same numbers. */
class EquivalenceTest {
    private final List<Example> examples = TinyRuns.examples(22);

    @TempDir
    Path parent;

    @AfterAll
    static void threads() {
        TinyRuns.asManyThreadsAsBefore();
    }

    @Test
    void severalSmallBatchesAreOneLargeBatch() {
        Map<String, float[]> large = TinyRuns.trained(batching(8, 1), examples, parent.resolve("large"));
        for (int rows : new int[] {4, 2, 1}) {
            Map<String, float[]> small =
                    TinyRuns.trained(batching(rows, 8 / rows), examples, parent.resolve("small" + rows));
            large.forEach((name, values) -> assertArrayEquals(values, small.get(name), 2e-5f, rows + " " + name));
        }
    }

    @Test
    void packedExamplesHaveTheLossesThatTheyHaveAlone() {
        List<TokenSequence> sequences = examples.stream().map(Example::sequence).toList();
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = TinyRuns.decoder(manager, 3)) {
            TrainingSettings packing = TinyRuns.SETTINGS.withBatching(
                    new TrainingSettings.Batching(3, 1, 40, TrainingSettings.Batching.Layout.PACKED));
            int compared = 0;
            for (List<List<List<Integer>>> step :
                    BatchPlan.of(examples, packing, 0).steps()) {
                for (List<List<Integer>> batch : step) {
                    List<List<TokenSequence>> rows = batch.stream()
                            .map(row -> row.stream().map(sequences::get).toList())
                            .toList();
                    float[] together =
                            decoder.losses(TokenBatch.packed(manager, rows)).toFloatArray();
                    int at = 0;
                    for (TokenSequence alone :
                            rows.stream().flatMap(List::stream).toList()) {
                        float[] losses = decoder.losses(TokenBatch.of(manager, List.of(alone)))
                                .toFloatArray();
                        for (float loss : losses) {
                            assertEquals(loss, together[at++], 1e-5f);
                        }
                    }
                    assertEquals(together.length, at);
                    compared += at;
                }
            }
            assertEquals(examples.stream().mapToInt(Example::learnedTokens).sum(), compared);
        }
    }

    @Test
    void packedStepsLearnWhatUnpackedOnesDo() {
        TrainingSettings unpacked = batching(22, 1);
        TrainingSettings packed = TinyRuns.SETTINGS.withBatching(
                new TrainingSettings.Batching(22, 1, 40, TrainingSettings.Batching.Layout.PACKED));
        Map<String, float[]> expected = TinyRuns.trained(unpacked, examples, parent.resolve("unpacked"));
        Map<String, float[]> found = TinyRuns.trained(packed, examples, parent.resolve("packed"));
        expected.forEach((name, values) -> assertArrayEquals(values, found.get(name), 2e-5f, name));
    }

    @ParameterizedTest
    @EnumSource(TrainingSettings.Batching.Layout.class)
    void everyExampleIsTrainedOnceAnEpochAndOrderFollowsFromTheSeed(TrainingSettings.Batching.Layout layout) {
        TrainingSettings settings = TinyRuns.SETTINGS.withBatching(new TrainingSettings.Batching(2, 3, 40, layout));
        List<Integer> order = order(settings, 0);
        assertEquals(
                IntStream.range(0, examples.size()).boxed().toList(),
                order.stream().sorted().toList());
        assertEquals(order, order(settings, 0));
        assertFalse(order.equals(order(settings, 1)));
        assertFalse(order.equals(order(settings.withSeed(2), 0)));
        for (List<List<List<Integer>>> step :
                BatchPlan.of(examples, settings, 0).steps()) {
            for (List<Integer> row : step.stream().flatMap(List::stream).toList()) {
                int length = row.stream()
                        .mapToInt(number -> examples.get(number).length())
                        .sum();
                assertFalse(length > 40, "a row of " + length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 11})
    void aResumedRunEndsBitForBitAsOneThatWasNotStopped(int stopAfter) throws IOException {
        assertResumes(TinyRuns.SETTINGS, stopAfter);
    }

    @Test
    void aResumedRunOfAdaptersWithDropoutEndsBitForBitToo() throws IOException {
        assertResumes(TinyRuns.SETTINGS.withLora(new LoraSettings(2, 4, 0.3, List.of("query", "value", "down"))), 5);
    }

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "BFLOAT16"})
    void layersComputedTwiceGiveTheGradientsOfLayersKept(Precision precision) {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder tied = TinyRuns.decoder(manager, 1);
                Decoder decoder = new Decoder(manager, tied.config(), tied.parameters(), precision)) {
            LoraSettings lora = new LoraSettings(2, 4, 0, List.of("query", "value", "up"));
            assertSameGradients(decoder, Learner.of(decoder, TinyRuns.SETTINGS, Map.of()));
            assertSameGradients(decoder, Learner.of(decoder, TinyRuns.SETTINGS.withLora(lora), Map.of()));
        }
    }

    @Test
    void layersComputedTwiceDropOutTheSameBothTimes() {
        LoraSettings lora = new LoraSettings(2, 4, 0.5, List.of("query", "value", "up"));
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = TinyRuns.decoder(manager, 1);
                Learner learner = Learner.of(decoder, TinyRuns.SETTINGS.withLora(lora), Map.of())) {
            randomise(learner);
            NDArray matrix = learner.parameters().get("layers.1.up.lora_B");
            double slope = 0;
            for (float gradient : gradients(decoder, learner, 7).get("layers.1.up.lora_B")) {
                slope += gradient;
            }
            double above = shifted(decoder, learner, matrix, 1e-2f);
            double below = shifted(decoder, learner, matrix, -1e-2f);
            assertEquals(slope, (above - below) / 2e-2, 2e-2 * Math.abs(slope));
        }
    }

    /** The mean loss with every element of a matrix a little higher, all that is random the same. */
    private double shifted(Decoder decoder, Learner learner, NDArray matrix, float by) {
        matrix.setRequiresGradient(false);
        matrix.addi(by);
        double loss = loss(decoder, learner, 7);
        matrix.subi(by);
        matrix.setRequiresGradient(true);
        return loss;
    }

    private void assertSameGradients(Decoder decoder, Learner learner) {
        randomise(learner);
        Map<String, float[]> kept = gradients(decoder, learner, -1);
        Map<String, float[]> recomputed = gradients(decoder, learner, 0);
        kept.forEach((name, values) -> {
            // Where the head is the embedding, the two gradients are added before they are rounded, or after.
            boolean rounded = decoder.compute() == Precision.BFLOAT16 && name.equals("embedding");
            assertArrayEquals(values, recomputed.get(name), rounded ? 1e-3f : 1e-6f, name);
        });
        assertTrue(kept.values().stream().anyMatch(values -> Math.abs(values[0]) > 1e-4), "all gradients are zero");
    }

    /** Adapters start with zeros, whose partners have no gradient. */
    private static void randomise(Learner learner) {
        learner.parameters().forEach((name, array) -> {
            if (name.endsWith("lora_B")) {
                array.setRequiresGradient(false);
                array.addi(0.1f);
                array.setRequiresGradient(true);
            }
        });
    }

    private double loss(Decoder decoder, Learner learner, int seed) {
        try (NDManager scope = decoder.manager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            double loss = learner.accumulate(batch(scope), 0, seed).mean().getFloat();
            collector.zeroGradients();
            return loss;
        }
    }

    private TokenBatch batch(NDManager scope) {
        return TokenBatch.of(
                scope, examples.stream().limit(5).map(Example::sequence).toList());
    }

    /** Gradients of the mean loss; with layers kept where the seed is negative. */
    private Map<String, float[]> gradients(Decoder decoder, Learner learner, int seed) {
        Map<String, float[]> gradients = new LinkedHashMap<>();
        try (NDManager scope = decoder.manager().newSubManager()) {
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                TokenBatch batch = batch(scope);
                if (seed < 0) {
                    collector.backward(learner.losses(batch).mean());
                } else {
                    learner.accumulate(batch, 1.0 / batch.trainedTokens(), seed);
                }
            }
            learner.parameters().forEach((name, array) -> {
                try (NDArray gradient = array.getGradient()) {
                    gradients.put(name, gradient.toFloatArray());
                    gradient.muli(0);
                }
            });
        }
        return gradients;
    }

    @Test
    void trainingInBfloat16ComesCloseToFloat32() {
        double exact = lastLoss(Precision.FLOAT32);
        double rough = lastLoss(Precision.BFLOAT16);
        assertEquals(exact, rough, 0.03 * exact);
        assertFalse(exact == rough, "bfloat16 was not used");
    }

    @Test
    void aRunGivesBackTheNativeMemoryThatItTook() {
        TrainingSettings adapters = TinyRuns.SETTINGS.withLora(LoraSettings.DEFAULT);
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = TinyRuns.decoder(manager, 1)) {
            int before = arrays(decoder);
            new SupervisedTrainer(decoder, TinyRuns.SETTINGS).train(examples, parent.resolve("whole"));
            assertEquals(before, arrays(decoder));
            new SupervisedTrainer(decoder, adapters)
                    .withListener(progress -> assertTrue(arrays(decoder) > before))
                    .train(examples, parent.resolve("adapters"));
            assertEquals(before, arrays(decoder));
        }
    }

    private static int arrays(Decoder decoder) {
        return ((PtNDManager) decoder.manager()).getManagedArrays().size();
    }

    private double lastLoss(Precision precision) {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder first = TinyRuns.decoder(manager, 1);
                Decoder decoder = new Decoder(manager, first.config(), first.parameters(), precision)) {
            List<Double> losses = new SupervisedTrainer(
                            decoder, TinyRuns.SETTINGS.withMaxSteps(30).withPrecision(precision))
                    .train(examples, parent.resolve(precision.name()))
                    .losses();
            return losses.get(losses.size() - 1);
        }
    }

    private void assertResumes(TrainingSettings settings, int stopAfter) throws IOException {
        Path whole = parent.resolve("whole");
        Path parts = parent.resolve("parts");
        TinyRuns.trained(settings, examples, whole);
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = TinyRuns.decoder(manager, 1)) {
            SupervisedTrainer[] trainer = new SupervisedTrainer[1];
            trainer[0] = new SupervisedTrainer(decoder, settings).withListener(progress -> {
                if (progress.step() == stopAfter) {
                    trainer[0].stop();
                }
            });
            TrainingResult stopped = trainer[0].train(examples, parts);
            assertFalse(stopped.complete());
            assertEquals(stopAfter, stopped.step());
        }
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = TinyRuns.decoder(manager, 1)) {
            TrainingResult resumed = new SupervisedTrainer(decoder, settings).resume(examples, parts);
            assertEquals(12, resumed.step());
        }
        assertSameFiles(whole.resolve("checkpoint-000012"), parts.resolve("checkpoint-000012"));
        assertEquals(12, Files.readAllLines(parts.resolve("training.jsonl")).size());
    }

    static void assertSameFiles(Path expected, Path found) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var all = Files.walk(expected)) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        assertFalse(files.isEmpty());
        for (Path file : files) {
            Path other = found.resolve(expected.relativize(file).toString());
            assertEquals(-1, Files.mismatch(file, other), file + " and " + other);
        }
    }

    private List<Integer> order(TrainingSettings settings, int epoch) {
        return BatchPlan.of(examples, settings, epoch).steps().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
    }

    private static TrainingSettings batching(int rows, int accumulation) {
        return TinyRuns.SETTINGS.withBatching(
                new TrainingSettings.Batching(rows, accumulation, 40, TrainingSettings.Batching.Layout.SHUFFLED));
    }
}
