package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lemmalab.io.LabException;

/**
 * A Llama-family decoder (Touvron et al. 2023; for grouped queries Ainslie et al. 2023) with its parameters as plain named
 * arrays, so that a trainer can ask for their gradients and change them.
 *
 * <pre>{@code
 * decoder.requireGradients(true);
 * try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
 *     gradients.backward(decoder.loss(batch));
 * }
 * decoder.parameters().get("layers.0.query").getGradient();
 * }</pre>
 */
public final class Decoder implements AutoCloseable {
    private final ModelConfig config;
    private final NDManager manager;
    private final Map<String, NDArray> parameters;
    private final NDArray frequencies;
    private final NDArray none;
    private final Precision compute;
    private final TorchProgram program;

    /**
     * @param parent owns the decoder's memory; its device is the decoder's
     * @param config what the decoder looks like
     * @param parameters its parameters by our names ({@link Weight#name}); this decoder takes them over
     * @param compute the element type of computation; gradients have the parameters' own
     * @throws LabException if a parameter is missing, of the wrong shape or too many
     */
    public Decoder(NDManager parent, ModelConfig config, Map<String, NDArray> parameters, Precision compute) {
        this.config = config;
        this.compute = compute;
        this.manager = parent.newSubManager();
        this.parameters = inOrder(config, parameters);
        this.parameters.values().forEach(parameter -> parameter.attach(manager));
        this.frequencies =
                manager.create(config.rope().frequencies(config.size().headWidth()));
        this.none = manager.zeros(new Shape(0));
        this.program = DecoderProgram.load(manager, config, compute, false);
    }

    /**
     * A decoder with random parameters: matrices normal with the given deviation, norms one, biases zero; the matrices that add
     * to the residual stream (output, down) are scaled down by the root of twice the layers (Radford et al. 2019).
     *
     * @param parent owns the decoder's memory
     * @param config what it looks like
     * @param deviation of a matrix's elements, for example 0.02
     * @param seed the same seed gives the same decoder
     * @return the decoder, computing in float32
     */
    public static Decoder random(NDManager parent, ModelConfig config, double deviation, long seed) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        Random random = new Random(seed);
        double residual = deviation / Math.sqrt(2.0 * config.size().layers());
        for (Weight weight : WeightLayout.of(config)) {
            String name = weight.name();
            double scale = name.endsWith("output") || name.endsWith("down") ? residual : deviation;
            parameters.put(name, initial(parent, weight, scale, random));
        }
        return new Decoder(parent, config, parameters, Precision.FLOAT32);
    }

    private static NDArray initial(NDManager manager, Weight weight, double scale, Random random) {
        Shape shape = weight.shape();
        if (weight.name().endsWith("norm")) {
            return manager.ones(shape);
        }
        if (weight.name().endsWith("bias")) {
            return manager.zeros(shape);
        }
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return manager.create(values, shape);
    }

    /**
     * @return what it looks like
     */
    public ModelConfig config() {
        return config;
    }

    /**
     * @return the element type of computation
     */
    public Precision compute() {
        return compute;
    }

    /**
     * @return the memory that the decoder's arrays live in; its device is the decoder's
     */
    public NDManager manager() {
        return manager;
    }

    /**
     * @return the parameters by our names, in order; a trainer may change them in place
     */
    public Map<String, NDArray> parameters() {
        return parameters;
    }

    /**
     * @return how many numbers the parameters are
     */
    public long parameterCount() {
        return config.parameterCount();
    }

    /**
     * @param required whether gradients flow to the parameters
     */
    public void requireGradients(boolean required) {
        parameters.values().forEach(parameter -> parameter.setRequiresGradient(required));
    }

    /**
     * @param batch sequences and what to learn from them
     * @return mean negative log-likelihood of the trained tokens, a scalar on the batch's manager, with gradients
     */
    public NDArray loss(TokenBatch batch) {
        return losses(batch).mean();
    }

    /**
     * @param batch sequences and what to learn from them
     * @return negative log-likelihood of each trained token [N], row by row, on the batch's manager, with gradients
     */
    public NDArray losses(TokenBatch batch) {
        return program.train(batch.manager(), "losses", joined(batch));
    }

    /**
     * Losses with low-rank matrices added to some of the decoder's own (Hu et al. 2021).
     *
     * @param batch sequences and what to learn from them
     * @param adapters the matrices and how they are added
     * @return negative log-likelihood of each trained token [N], row by row, on the batch's manager, with gradients
     */
    public NDArray losses(TokenBatch batch, LowRankAdapters adapters) {
        NDList inputs = joined(batch);
        addAll(inputs, adapters.matrices());
        return adapters.program().train(batch.manager(), "adapted_losses", inputs);
    }

    /**
     * Adds gradients to those that the parameters have, keeping little in memory: of each layer only what goes into it is kept,
     * the rest is computed once more (gradient checkpointing, Chen et al. 2016).
     *
     * @param batch sequences and what to learn from them
     * @param scale the gradients are those of the losses' sum times this
     * @return negative log-likelihood of each trained token [N], row by row, on the batch's manager, without gradients
     */
    public NDArray accumulate(TokenBatch batch, double scale) {
        return program.train(batch.manager(), "recomputed", recomputed(batch, scale, 0, List.of()));
    }

    /**
     * The same for low-rank matrices, which the gradients go to.
     *
     * @param batch sequences and what to learn from them
     * @param adapters the matrices and how they are added
     * @param scale the gradients are those of the losses' sum times this
     * @param seed of what is dropped out
     * @return negative log-likelihood of each trained token [N], row by row, on the batch's manager, without gradients
     */
    public NDArray accumulate(TokenBatch batch, LowRankAdapters adapters, double scale, long seed) {
        NDList inputs = recomputed(batch, scale, seed, adapters.matrices());
        return adapters.program().train(batch.manager(), "recomputed", inputs);
    }

    private NDList recomputed(TokenBatch batch, double scale, long seed, List<NDArray> adapters) {
        NDList inputs = joined(batch);
        inputs.add(batch.manager().create((float) scale));
        inputs.add(batch.manager().create(seed));
        addAll(inputs, adapters.isEmpty() ? List.of(none) : adapters);
        return inputs;
    }

    private static void addAll(NDList inputs, List<NDArray> adapters) {
        for (NDArray matrix : adapters) {
            matrix.setName("adapters[]");
            inputs.add(matrix);
        }
    }

    /**
     * @param batch sequences
     * @return logits [B, T, V], on the batch's manager, with gradients
     */
    public NDArray logits(TokenBatch batch) {
        return program.train(batch.manager(), "logits", inputs(batch));
    }

    private NDList inputs(TokenBatch batch) {
        NDList inputs = parameters(batch);
        inputs.add(batch.tokens());
        inputs.add(batch.positions());
        inputs.add(batch.segments());
        return inputs;
    }

    private NDList joined(TokenBatch batch) {
        NDList inputs = parameters(batch);
        inputs.add(batch.joinedTokens());
        inputs.add(batch.joinedPositions());
        inputs.add(batch.lengths());
        inputs.add(batch.places());
        inputs.add(batch.targets());
        return inputs;
    }

    private NDList parameters(TokenBatch batch) {
        batch.check(config);
        NDList inputs = new NDList(parameters.size() + 8);
        for (NDArray parameter : parameters.values()) {
            parameter.setName("parameters[]");
            inputs.add(parameter);
        }
        inputs.add(frequencies);
        return inputs;
    }

    @Override
    public void close() {
        manager.close();
    }

    private static Map<String, NDArray> inOrder(ModelConfig config, Map<String, NDArray> given) {
        Map<String, NDArray> ordered = new LinkedHashMap<>();
        for (Weight weight : WeightLayout.of(config)) {
            NDArray array = given.get(weight.name());
            if (array == null) {
                throw new LabException("decoder: expected parameter '" + weight.name() + "', found none");
            }
            if (!array.getShape().equals(weight.shape())) {
                throw new LabException("decoder: parameter '" + weight.name() + "': expected shape " + weight.shape()
                        + ", found " + array.getShape());
            }
            ordered.put(weight.name(), array);
        }
        for (String name : given.keySet()) {
            if (!ordered.containsKey(name)) {
                throw new LabException("decoder: expected no parameter '" + name + "', found one");
            }
        }
        return ordered;
    }
}
