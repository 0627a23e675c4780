package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decoder against transformers: logits, loss and the gradient of every parameter. */
class DecoderGoldenTest {
    @ParameterizedTest
    @MethodSource("org.lemmalab.transformer.Golden#names")
    void logitsAreThoseOfTransformers(String name) {
        Golden golden = Golden.of(name);
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Checkpoint.open(golden.folder()).decoder(manager, Precision.FLOAT32)) {
            NDArray logits = decoder.logits(TokenBatch.of(manager, golden.sequences()));
            double worst = largest(logits.sub(golden.array(manager, "logits")));
            assertTrue(worst < golden.values().get("tolerance_logits").doubleValue(), name + ": off by " + worst);
        }
    }

    @ParameterizedTest
    @MethodSource("org.lemmalab.transformer.Golden#names")
    void lossAndGradientsAreThoseOfTransformers(String name) {
        Golden golden = Golden.of(name);
        double tolerance = golden.values().get("tolerance_gradients_relative").doubleValue();
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Checkpoint.open(golden.folder()).decoder(manager, Precision.FLOAT32)) {
            decoder.requireGradients(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray loss = decoder.loss(TokenBatch.of(manager, golden.sequences()));
                collector.backward(loss);
                assertEquals(golden.values().get("loss").doubleValue(), loss.getFloat(), 1e-5);
            }
            for (Weight weight : WeightLayout.of(decoder.config())) {
                NDArray found = decoder.parameters().get(weight.name()).getGradient();
                NDArray expected = golden.array(manager, "gradient." + weight.checkpointName());
                double worst = largest(found.sub(expected)) / largest(expected);
                assertTrue(worst < tolerance, name + " " + weight.name() + ": off by " + worst);
            }
        }
    }

    /** Frozen weights have taken in norms and lie in another order; what comes out is the same. */
    @ParameterizedTest
    @MethodSource("org.lemmalab.transformer.Golden#names")
    void frozenDecoderHasTheSameDistribution(String name) {
        Golden golden = Golden.of(name);
        try (NDManager manager = NDManager.newBaseManager();
                FrozenDecoder decoder = Checkpoint.open(golden.folder()).frozen(manager, Precision.FLOAT32)) {
            NDArray expected = golden.array(manager, "logits").logSoftmax(-1);
            List<int[]> texts = golden.rows("tokens");
            for (int row = 0; row < texts.size(); row++) {
                int[] text = texts.get(row);
                NDArray found = manager.create(decoder.nextLogProbabilities(text));
                double worst = largest(found.sub(expected.get(row).get(text.length - 1)));
                assertTrue(worst < golden.values().get("tolerance_logits").doubleValue(), name + ": off by " + worst);
            }
        }
    }

    private static double largest(NDArray array) {
        return array.abs().max().getFloat();
    }
}
