package org.lemmalab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Json;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.LowRankAdapters;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.TensorFile;
import org.lemmalab.transformer.TokenBatch;
import org.lemmalab.transformer.Weight;
import org.lemmalab.transformer.WeightLayout;

/** Ten steps against PyTorch, transformers and PEFT; see {@code src/test/python/training_goldens.py}. */
class TrainingGoldenTest {
    private final Path golden = resource("golden");
    private final JsonNode values = read(golden.resolve("golden.json"));
    private final double tolerance = values.get("tolerance").doubleValue();

    @TempDir
    Path folder;

    @Test
    void fullFineTuningIsPyTorchs() {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = checkpoint("qwen2").decoder(manager, Precision.FLOAT32)) {
            List<TrainingProgress> steps = new ArrayList<>();
            new SupervisedTrainer(decoder, settings())
                    .withListener(steps::add)
                    .train(examples(), folder.resolve("run"));
            assertSteps(values.get("full"), steps);
            Map<String, NDArray> expected = TensorFile.read(golden.resolve("full.safetensors"), manager);
            for (Weight weight : WeightLayout.of(decoder.config())) {
                assertArrayEquals(
                        expected.get(weight.checkpointName()).toFloatArray(),
                        decoder.parameters().get(weight.name()).toFloatArray(),
                        (float) tolerance,
                        weight.name());
            }
        }
    }

    @Test
    void loraIsPefts() {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = checkpoint("mistral").decoder(manager, Precision.FLOAT32)) {
            float[] before = decoder.parameters().get("layers.0.query").toFloatArray();
            LoraAdapters start = LoraAdapters.read(golden.resolve("lora_start"), manager);
            start.pairs().values().forEach(matrix -> matrix.setRequiresGradient(true));
            Learner learner = new Learner.Adapted(
                    decoder,
                    start.settings(),
                    new LowRankAdapters(decoder, start.pairs(), start.settings().scale(), 0));
            List<TrainingProgress> steps = new ArrayList<>();
            try (StopSignal.Watch watch = new StopSignal().watch();
                    TrainingRun run = new TrainingRun(
                            learner, settings(), ExampleSet.within(examples(), 40), new TrainingFolder(folder))) {
                run.train(manager, steps::add, watch);
            }
            assertSteps(values.get("lora"), steps);
            assertArrayEquals(before, decoder.parameters().get("layers.0.query").toFloatArray());
            Map<String, NDArray> ours = TensorFile.read(folder.resolve("adapter/adapter_model.safetensors"), manager);
            Map<String, NDArray> theirs =
                    TensorFile.read(golden.resolve("lora_end/adapter_model.safetensors"), manager);
            assertEquals(theirs.keySet(), ours.keySet());
            theirs.forEach((name, array) ->
                    assertArrayEquals(array.toFloatArray(), ours.get(name).toFloatArray(), (float) tolerance, name));
        }
    }

    @Test
    void mergedAdaptersComputeTheSameAndComeOffAgain() {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = checkpoint("mistral").decoder(manager, Precision.FLOAT32)) {
            LoraAdapters end = LoraAdapters.read(golden.resolve("lora_end"), manager);
            TokenBatch batch = TokenBatch.of(
                    manager, examples().stream().map(Example::sequence).toList());
            float[] plain = decoder.losses(batch).toFloatArray();
            LowRankAdapters beside =
                    new LowRankAdapters(decoder, end.pairs(), end.settings().scale(), 0);
            float[] adapted = decoder.losses(batch, beside).toFloatArray();
            end.merge(decoder);
            assertArrayEquals(adapted, decoder.losses(batch).toFloatArray(), 1e-4f);
            assertTrue(Math.abs(adapted[0] - plain[0]) > 1e-3, "the adapters change nothing");
            end.unmerge(decoder);
            assertArrayEquals(plain, decoder.losses(batch).toFloatArray(), 1e-4f);
        }
    }

    private void assertSteps(JsonNode expected, List<TrainingProgress> found) {
        assertEquals(expected.get("losses").size(), found.size());
        for (int i = 0; i < found.size(); i++) {
            TrainingProgress step = found.get(i);
            assertEquals(expected.get("losses").get(i).doubleValue(), step.loss(), tolerance, "loss " + i);
            assertEquals(expected.get("learning_rates").get(i).doubleValue(), step.learningRate(), 1e-12);
            double norm = expected.get("gradient_norms").get(i).doubleValue();
            assertEquals(norm, step.gradientNorm(), norm * 1e-3, "gradient norm " + i);
        }
    }

    private TrainingSettings settings() {
        JsonNode json = values.get("settings");
        return TrainingSettings.DEFAULT
                .withEpochs(10)
                .withBatching(new TrainingSettings.Batching(2, 2, 40, TrainingSettings.Batching.Layout.SHUFFLED))
                .withSchedule(new Schedule(
                        Schedule.Shape.COSINE, json.get("warmup_ratio").doubleValue()))
                .withOptimizer(new TrainingSettings.Optimizer(
                        json.get("learning_rate").doubleValue(),
                        json.get("weight_decay").doubleValue(),
                        json.get("beta1").doubleValue(),
                        json.get("beta2").doubleValue(),
                        json.get("epsilon").doubleValue(),
                        json.get("max_gradient_norm").doubleValue()));
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (JsonNode json : values.get("examples")) {
            int[] prompt = Json.mapper().convertValue(json.get("prompt"), int[].class);
            int[] response = Json.mapper().convertValue(json.get("response"), int[].class);
            boolean[] learned = Json.mapper().convertValue(json.get("learned"), boolean[].class);
            examples.add(new Example("e" + examples.size(), prompt, response, learned));
        }
        return examples;
    }

    private static Checkpoint checkpoint(String name) {
        return Checkpoint.open(resource("../transformer/golden/" + name));
    }

    private static Path resource(String name) {
        try {
            return Path.of(TrainingGoldenTest.class.getResource(name).toURI()).normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return Json.parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
