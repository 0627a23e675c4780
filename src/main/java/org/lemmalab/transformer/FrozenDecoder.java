package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lemmalab.io.LabException;

/**
 * A decoder to read with: its weights are fused (query, key and value in one matrix, gate and up in another) and laid out as the
 * machine multiplies them best. It never changes; freeze a trained decoder anew.
 */
public final class FrozenDecoder implements AutoCloseable {
    private final ModelConfig config;
    private final Precision compute;
    private final NDManager manager;
    private final NDArray frequencies;
    private final TorchProgram program;
    private final IValue weights;

    private FrozenDecoder(NDManager parent, ModelConfig config, Map<String, NDArray> parameters, Precision compute) {
        this.config = config;
        this.compute = compute;
        this.manager = parent.newSubManager();
        this.frequencies =
                manager.create(config.rope().frequencies(config.size().headWidth()));
        this.program = DecoderProgram.load(manager, config, compute, true);
        List<NDArray> ordered = new ArrayList<>();
        WeightLayout.of(config).forEach(weight -> ordered.add(parameters.get(weight.name())));
        this.weights = program.call("freeze").with(ordered).value();
    }

    /**
     * @param parent owns the copy's memory
     * @param decoder a decoder
     * @param compute the element type of weights and computation
     * @return a copy to read with; later changes of the decoder do not reach it
     */
    public static FrozenDecoder of(NDManager parent, Decoder decoder, Precision compute) {
        return of(parent, decoder.config(), decoder.parameters(), compute);
    }

    static FrozenDecoder of(NDManager parent, ModelConfig config, Map<String, NDArray> parameters, Precision compute) {
        return new FrozenDecoder(parent, config, parameters, compute);
    }

    /**
     * @return what it looks like
     */
    public ModelConfig config() {
        return config;
    }

    /**
     * The distribution of the next token.
     *
     * @param tokens a text so far
     * @return the natural logarithm of each token's probability, V of them
     */
    public float[] nextLogProbabilities(int... tokens) {
        TokenChecks.requirePrompt(tokens, config, 0);
        try (NDManager scope = manager.newSubManager()) {
            NDArray row = row(scope, tokens);
            NDArray last = scope.create(new long[] {tokens.length - 1});
            return call("next").with(row).with(last).array(scope).logSoftmax(-1).toFloatArray();
        }
    }

    /**
     * What each token looks at in one layer.
     *
     * @param tokens a text
     * @param layer from 0
     * @return for each head a matrix [T][T]: row i is the attention of token i to tokens 0 … T-1; rows sum to 1
     */
    public float[][][] attention(int[] tokens, int layer) {
        TokenChecks.requirePrompt(tokens, config, 0);
        if (layer < 0 || layer >= config.size().layers()) {
            throw new LabException(
                    "layer: expected one from 0 to " + (config.size().layers() - 1) + ", found " + layer);
        }
        try (NDManager scope = manager.newSubManager()) {
            float[] flat = call("attention")
                    .with(row(scope, tokens))
                    .with(layer)
                    .array(scope)
                    .toFloatArray();
            int length = tokens.length;
            float[][][] heads = new float[config.size().heads()][length][length];
            for (int head = 0; head < heads.length; head++) {
                for (int i = 0; i < length; i++) {
                    System.arraycopy(flat, (head * length + i) * length, heads[head][i], 0, length);
                }
            }
            return heads;
        }
    }

    @Override
    public void close() {
        weights.close();
        manager.close();
    }

    /** A call of the program that has been given weights and frequencies. */
    TorchCall call(String method) {
        return program.call(method).with(weights).with(frequencies);
    }

    TorchProgram program() {
        return program;
    }

    NDManager manager() {
        return manager;
    }

    Precision compute() {
        return compute;
    }

    private static NDArray row(NDManager scope, int[] tokens) {
        return scope.create(toLongs(tokens), new Shape(1, tokens.length));
    }

    private static long[] toLongs(int[] tokens) {
        return Arrays.stream(tokens).asLongStream().toArray();
    }
}
