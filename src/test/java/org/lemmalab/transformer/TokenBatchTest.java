package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lemmalab.io.LabException;

/** Batches: packing and padding change nothing, and only marked tokens are trained. */
class TokenBatchTest {
    private final Random random = new Random(3);

    @ParameterizedTest
    @MethodSource("org.lemmalab.transformer.Golden#names")
    void packedSequencesLoseWhatEachLosesAlone(String name) {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Checkpoint.open(Golden.of(name).folder()).decoder(manager, Precision.FLOAT32)) {
            List<TokenSequence> four =
                    Stream.of(9, 14, 5, 11).map(this::sequence).toList();
            float[] alone = new float[0];
            for (TokenSequence sequence : four) {
                alone = concat(alone, decoder.losses(TokenBatch.of(manager, List.of(sequence))));
            }
            TokenBatch packed = TokenBatch.packed(manager, List.of(four.subList(0, 2), four.subList(2, 4)));
            assertArrayEquals(alone, decoder.losses(packed).toFloatArray(), 1e-5f);
            assertArrayEquals(
                    alone, decoder.losses(TokenBatch.of(manager, four)).toFloatArray(), 1e-5f);
        }
    }

    @Test
    void onlyMarkedTokensAreTrained() {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Checkpoint.open(Golden.of("llama3").folder()).decoder(manager, Precision.FLOAT32)) {
            int[] tokens = sequence(10).tokens();
            float[] all = decoder.losses(TokenBatch.of(manager, List.of(TokenSequence.all(tokens))))
                    .toFloatArray();
            TokenBatch tail = TokenBatch.of(manager, List.of(TokenSequence.after(7, tokens)));
            assertEquals(3, tail.trainedTokens());
            assertArrayEquals(
                    new float[] {all[6], all[7], all[8]}, decoder.losses(tail).toFloatArray(), 1e-6f);
        }
    }

    @Test
    void gradientsThroughBfloat16AreCloseToThoseOfFloat32() {
        float[] exact = gradient(Precision.FLOAT32);
        float[] rough = gradient(Precision.BFLOAT16);
        double dot = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < exact.length; i++) {
            dot += (double) exact[i] * rough[i];
            a += (double) exact[i] * exact[i];
            b += (double) rough[i] * rough[i];
        }
        assertTrue(dot / Math.sqrt(a * b) > 0.99, "cosine " + dot / Math.sqrt(a * b));
    }

    @Test
    void aDecoderLearnsAText() {
        ModelConfig.Size size = new ModelConfig.Size(20, 16, 24, 2, 2, 1, 8, 32);
        ModelConfig config = ModelConfig.llama(size, true, SpecialTokens.of(1, 2, 0));
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Decoder.random(manager, config, 0.1, 1)) {
            TokenSequence text = TokenSequence.all(1, 5, 6, 7, 8, 9, 10, 11, 2);
            decoder.requireGradients(true);
            float first = step(decoder, text);
            float last = first;
            for (int i = 0; i < 60; i++) {
                last = step(decoder, text);
            }
            assertTrue(first > 2.5 && last < 0.5, first + " to " + last);
        }
    }

    @Test
    void tokensAndLengthsThatDoNotFitAreRefused() {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Checkpoint.open(Golden.of("llama2").folder()).decoder(manager, Precision.FLOAT32)) {
            assertRefused(decoder, manager, "token id: expected one from 0 to 52, found 53", 3, 53);
            assertRefused(decoder, manager, "token id: expected one from 0 to 52, found -1", 3, -1);
            assertRefused(decoder, manager, "at most 64 tokens (the model's context), found one of 65", new int[65]);
        }
        assertThrows(LabException.class, () -> TokenSequence.all());
    }

    private static void assertRefused(Decoder decoder, NDManager manager, String reason, int... tokens) {
        TokenBatch batch = TokenBatch.of(manager, List.of(TokenSequence.all(tokens)));
        LabException failure = assertThrows(LabException.class, () -> decoder.loss(batch));
        assertTrue(failure.getMessage().contains(reason), failure.getMessage());
    }

    private float[] gradient(Precision compute) {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Checkpoint.open(Golden.of("qwen2").folder()).decoder(manager, compute)) {
            decoder.requireGradients(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(
                        decoder.loss(TokenBatch.of(manager, Golden.of("qwen2").sequences())));
            }
            return decoder.parameters().get("layers.0.gate").getGradient().toFloatArray();
        }
    }

    /** One step of plain gradient descent; returns the loss before it. */
    private static float step(Decoder decoder, TokenSequence text) {
        NDManager manager = decoder.parameters().get("norm").getManager();
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray loss = decoder.loss(TokenBatch.of(scope, List.of(text)));
            collector.backward(loss);
            for (NDArray parameter : decoder.parameters().values()) {
                NDArray gradient = parameter.getGradient();
                gradient.attach(scope);
                parameter.stopGradient().subi(gradient.mul(0.3));
                gradient.muli(0);
            }
            return loss.getFloat();
        }
    }

    private TokenSequence sequence(int length) {
        return TokenSequence.all(random.ints(length, 3, 53).toArray());
    }

    private static float[] concat(float[] first, NDArray second) {
        float[] more = second.toFloatArray();
        float[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
