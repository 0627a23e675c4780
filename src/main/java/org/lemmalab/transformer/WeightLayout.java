package org.lemmalab.transformer;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a decoder in the order that {@code decoder.torchscript} reads them in, with their names here and in a
 * Hugging Face checkpoint.
 */
public final class WeightLayout {
    private WeightLayout() {}

    /**
     * @param config what the decoder looks like
     * @return its parameters, in order
     */
    public static List<Weight> of(ModelConfig config) {
        ModelConfig.Size size = config.size();
        List<Weight> weights = new ArrayList<>();
        Shape table = new Shape(size.vocabulary(), size.width());
        weights.add(new Weight("embedding", "model.embed_tokens.weight", table));
        weights.add(new Weight("norm", "model.norm.weight", new Shape(size.width())));
        if (!config.tied()) {
            weights.add(new Weight("head", "lm_head.weight", table));
        }
        for (int layer = 0; layer < size.layers(); layer++) {
            addLayer(weights, config, layer);
        }
        return List.copyOf(weights);
    }

    private static void addLayer(List<Weight> weights, ModelConfig config, int layer) {
        ModelConfig.Size size = config.size();
        long width = size.width();
        long queries = (long) size.heads() * size.headWidth();
        long keys = (long) size.keyValueHeads() * size.headWidth();
        Layer to = new Layer(weights, layer);
        to.add("attention_norm", "input_layernorm.weight", width);
        to.add("query", "self_attn.q_proj.weight", queries, width);
        to.add("key", "self_attn.k_proj.weight", keys, width);
        to.add("value", "self_attn.v_proj.weight", keys, width);
        if (config.family().biased()) {
            to.add("query_bias", "self_attn.q_proj.bias", queries);
            to.add("key_bias", "self_attn.k_proj.bias", keys);
            to.add("value_bias", "self_attn.v_proj.bias", keys);
        }
        to.add("output", "self_attn.o_proj.weight", width, queries);
        to.add("feed_forward_norm", "post_attention_layernorm.weight", width);
        to.add("gate", "mlp.gate_proj.weight", size.feedForward(), width);
        to.add("up", "mlp.up_proj.weight", size.feedForward(), width);
        to.add("down", "mlp.down_proj.weight", width, size.feedForward());
    }

    private record Layer(List<Weight> weights, int number) {
        private void add(String name, String checkpointName, long... shape) {
            weights.add(new Weight(
                    "layers." + number + "." + name,
                    "model.layers." + number + "." + checkpointName,
                    new Shape(shape)));
        }
    }
}
