package org.lemmalab.training;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.SpecialTokens;

/** Tiny decoders and random examples for tests. */
final class TinyRuns {
    static final TrainingSettings SETTINGS = TrainingSettings.DEFAULT
            .withBatching(new TrainingSettings.Batching(2, 2, 40, TrainingSettings.Batching.Layout.SHUFFLED))
            .withOptimizer(TrainingSettings.Optimizer.withRate(3e-3))
            .withMaxSteps(12);

    private TinyRuns() {}

    static Decoder decoder(NDManager manager, long seed) {
        // Arrays this small are slower on several threads; and the same number everywhere gives the same bits.
        JniUtils.setNumThreads(1);
        ModelConfig.Size size = new ModelConfig.Size(40, 16, 24, 2, 4, 2, 4, 64);
        return Decoder.random(manager, ModelConfig.llama(size, true, SpecialTokens.of(1, 2, 0)), 0.2, seed);
    }

    static void asManyThreadsAsBefore() {
        JniUtils.setNumThreads(Runtime.getRuntime().availableProcessors());
    }

    static List<Example> examples(int count) {
        Random random = new Random(5);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] prompt = random.ints(1 + random.nextInt(6), 3, 40).toArray();
            int[] response = random.ints(1 + random.nextInt(12), 3, 40).toArray();
            response[response.length - 1] = 2;
            examples.add(Example.of("e" + i, prompt, response));
        }
        return examples;
    }

    static Map<String, float[]> values(Decoder decoder) {
        Map<String, float[]> values = new LinkedHashMap<>();
        decoder.parameters().forEach((name, array) -> values.put(name, array.toFloatArray()));
        return values;
    }

    /** Trains a new decoder of seed 1 and returns its parameters. */
    static Map<String, float[]> trained(TrainingSettings settings, List<Example> examples, Path folder) {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = decoder(manager, 1)) {
            new SupervisedTrainer(decoder, settings).train(examples, folder);
            return values(decoder);
        }
    }
}
