package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lemmalab.io.LabException;

/**
 * Pairs of thin matrices, A [r, in] and B [out, r], beside some of a decoder's matrices W [out, in]: a layer computes W x +
 * scale · B A x (LoRA, Hu et al. 2021). Owns the matrices. The input of A may be dropped out at random while training.
 */
public final class LowRankAdapters implements AutoCloseable {
    /** The matrices of a layer that can be adapted, by our names, in the program's order. */
    public static final List<String> TARGETS = List.of("query", "key", "value", "output", "gate", "up", "down");

    private final Map<String, NDArray> pairs;
    private final List<NDArray> matrices = new ArrayList<>();
    private final NDArray none;
    private final TorchProgram program;

    /**
     * @param decoder what is adapted
     * @param pairs A and B by {@code NAME.lora_A} and {@code NAME.lora_B}, where NAME is a parameter's
     * @param scale what the products are multiplied by, as a rule alpha / r
     * @param dropout the share of A's inputs that is dropped, from 0 to below 1
     * @throws LabException if a pair does not fit its parameter, or there is no such parameter
     */
    public LowRankAdapters(Decoder decoder, Map<String, NDArray> pairs, double scale, double dropout) {
        requireFitting(decoder, pairs);
        this.pairs = new LinkedHashMap<>(pairs);
        NDManager manager = decoder.manager();
        this.none = manager.zeros(new Shape(0));
        for (int layer = 0; layer < decoder.config().size().layers(); layer++) {
            for (String target : TARGETS) {
                String name = "layers." + layer + "." + target;
                matrices.add(pairs.getOrDefault(name + ".lora_A", none));
                matrices.add(pairs.getOrDefault(name + ".lora_B", none));
            }
        }
        this.program = DecoderProgram.adapted(manager, decoder.config(), decoder.compute(), scale, dropout);
    }

    /**
     * @return A and B by {@code NAME.lora_A} and {@code NAME.lora_B}
     */
    public Map<String, NDArray> pairs() {
        return pairs;
    }

    List<NDArray> matrices() {
        return matrices;
    }

    TorchProgram program() {
        return program;
    }

    /** Releases the matrices. */
    @Override
    public void close() {
        program.close();
        none.close();
        pairs.values().forEach(NDArray::close);
    }

    /**
     * @param decoder what is to be adapted
     * @param pairs A and B by {@code NAME.lora_A} and {@code NAME.lora_B}
     * @throws LabException if a pair does not fit its parameter, or there is no such parameter
     */
    public static void requireFitting(Decoder decoder, Map<String, NDArray> pairs) {
        for (String name : pairs.keySet()) {
            String parameter = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            NDArray whole = decoder.parameters().get(parameter);
            NDArray first = pairs.get(parameter + ".lora_A");
            NDArray second = pairs.get(parameter + ".lora_B");
            if (whole == null || first == null || second == null) {
                throw new LabException(
                        "adapters: expected a pair for one of the decoder's matrices, found '" + name + "'");
            }
            Shape product = new Shape(second.getShape().get(0), first.getShape().get(1));
            if (!product.equals(whole.getShape())
                    || first.getShape().get(0) != second.getShape().get(1)) {
                throw new LabException("adapters: '" + parameter + "': expected A [r, in] and B [out, r] for "
                        + whole.getShape() + ", found " + first.getShape() + " and " + second.getShape());
            }
        }
    }
}
