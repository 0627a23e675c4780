package org.lemmalab.transformer;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code decoder.torchscript} with a configuration's constants put in. */
final class DecoderProgram {
    private static final Map<String, String> PLAIN = Map.of(
            "TUNED", "False",
            "ADAPTED", "False",
            "PACK", "w",
            "PROJECT", "torch.linear(x, w, bias)",
            "GATED", "torch.mul(torch.silu(torch.linear(x, gate)), torch.linear(x, up))",
            "ADDED", "torch.add(residual, torch.linear(x, w))");

    private static final String PRODUCT = "ops.mkldnn._linear_pointwise(%s, %s, %s, \"%s\"%s)";
    private static final String NO_OPTIONS = ", annotate(List[Optional[number]], []), \"\"";
    private static final Map<String, String> TUNED = Map.of(
            "TUNED",
            "True",
            "ADAPTED",
            "False",
            "PACK",
            "ops.mkldnn._reorder_linear_weight(w, 64)",
            "PROJECT",
            PRODUCT.formatted("x", "w", "bias", "none", NO_OPTIONS),
            "GATED",
            PRODUCT.formatted(
                    "x, " + PRODUCT.formatted("x", "gate", "None", "swish", NO_OPTIONS), "up", "None", "mul", ""),
            "ADDED",
            PRODUCT.formatted("x, residual", "w", "None", "add", ""));

    private DecoderProgram() {}

    /**
     * @param manager owns the program
     * @param config the decoder
     * @param compute the element type of computation
     * @param frozen whether it is for frozen weights, which may then lie in a layout of the machine's own
     * @return the program
     */
    static TorchProgram load(NDManager manager, ModelConfig config, Precision compute, boolean frozen) {
        Map<String, String> constants = constants(config, compute);
        boolean tuned =
                frozen && compute == Precision.FLOAT32 && manager.getDevice().equals(Device.cpu());
        if (tuned) {
            try {
                return load(manager, constants, TUNED);
            } catch (EngineException e) {
                // An engine built without oneDNN does not know these operators; the plain ones give the same numbers.
                return load(manager, constants, PLAIN);
            }
        }
        return load(manager, constants, PLAIN);
    }

    /**
     * @param manager owns the program
     * @param config the decoder
     * @param compute the element type of computation
     * @param scale what the low-rank products are multiplied by
     * @param dropout the share of their inputs that is dropped
     * @return the program with low-rank matrices
     */
    static TorchProgram adapted(
            NDManager manager, ModelConfig config, Precision compute, double scale, double dropout) {
        Map<String, String> operators = new LinkedHashMap<>(PLAIN);
        operators.put("ADAPTED", "True");
        operators.put("LORA_SCALE", Double.toString(scale));
        operators.put("LORA_DROPOUT", Double.toString(dropout));
        return load(manager, constants(config, compute), operators);
    }

    private static TorchProgram load(NDManager manager, Map<String, String> constants, Map<String, String> operators) {
        Map<String, String> all = new LinkedHashMap<>(constants);
        all.put("LORA_SCALE", "1.0");
        all.put("LORA_DROPOUT", "0.0");
        all.putAll(operators);
        return TorchProgram.load(manager, "Decoder", all);
    }

    private static Map<String, String> constants(ModelConfig config, Precision compute) {
        ModelConfig.Size size = config.size();
        Map<String, String> constants = new LinkedHashMap<>();
        constants.put("LAYERS", Integer.toString(size.layers()));
        constants.put("HEADS", Integer.toString(size.heads()));
        constants.put("KV_HEADS", Integer.toString(size.keyValueHeads()));
        constants.put("HEAD_WIDTH", Integer.toString(size.headWidth()));
        constants.put("EPSILON", Double.toString(config.normEpsilon()));
        constants.put("TIED", truth(config.tied()));
        constants.put("BIASED", truth(config.family().biased()));
        constants.put("WINDOW", Integer.toString(config.window().size()));
        constants.put(
                "SLIDING",
                config.window().sliding().stream()
                        .map(DecoderProgram::truth)
                        .collect(Collectors.joining(", ", "[", "]")));
        constants.put("COMPUTE", Integer.toString(compute.scalarType()));
        return constants;
    }

    private static String truth(boolean value) {
        return value ? "True" : "False";
    }
}
