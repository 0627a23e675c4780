package org.lemmalab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.LowRankAdapters;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.TensorFile;
import org.lemmalab.transformer.TorchProgram;
import org.lemmalab.transformer.Weight;
import org.lemmalab.transformer.WeightLayout;

/**
 * Adapters on disk, in the format of Hugging Face's PEFT, and merged into a decoder.
 *
 * @param settings rank, alpha and targets
 * @param pairs the matrices by {@code NAME.lora_A} and {@code NAME.lora_B}, where NAME is a parameter's
 */
public record LoraAdapters(LoraSettings settings, Map<String, NDArray> pairs) {
    private static final String CONFIG = "adapter_config.json";
    private static final String WEIGHTS = "adapter_model.safetensors";
    private static final String PREFIX = "base_model.model.";
    private static final Map<String, String> MODULES = Map.of(
            "query", "q_proj",
            "key", "k_proj",
            "value", "v_proj",
            "output", "o_proj",
            "gate", "gate_proj",
            "up", "up_proj",
            "down", "down_proj");

    /**
     * @param folder an adapter folder as PEFT writes it
     * @param manager owns the matrices
     * @return the adapters
     * @throws LabException if the folder is not in order, or asks for something that is not supported
     */
    public static LoraAdapters read(Path folder, NDManager manager) {
        LoraSettings settings = settings(folder.resolve(CONFIG));
        Map<String, NDArray> pairs = new LinkedHashMap<>();
        TensorFile.read(folder.resolve(WEIGHTS), manager)
                .forEach((name, array) -> pairs.put(ourName(folder, name), array));
        return new LoraAdapters(settings, pairs);
    }

    /**
     * Adds the adapters' products to a decoder's matrices, in place.
     *
     * @param decoder what the adapters were trained for
     * @throws LabException if they do not fit it
     */
    public void merge(Decoder decoder) {
        addProducts(decoder, settings.scale());
    }

    /**
     * Takes the adapters' products off again, up to rounding.
     *
     * @param decoder what they were merged into
     */
    public void unmerge(Decoder decoder) {
        addProducts(decoder, -settings.scale());
    }

    private void addProducts(Decoder decoder, double factor) {
        LowRankAdapters.requireFitting(decoder, pairs);
        try (NDManager scope = decoder.manager().newSubManager();
                TorchProgram program = TorchProgram.load(scope, LoraAdapters.class, "AdamW", Map.of())) {
            for (String name : pairs.keySet()) {
                if (name.endsWith(".lora_A")) {
                    String parameter = name.substring(0, name.length() - ".lora_A".length());
                    program.call("add_product")
                            .with(decoder.parameters().get(parameter))
                            .with(pairs.get(parameter + ".lora_B"))
                            .with(pairs.get(name))
                            .with(factor)
                            .array(scope);
                }
            }
        }
    }

    /**
     * @param settings which matrices are adapted
     * @return their names in a Hugging Face model, for example {@code q_proj}
     */
    public static List<String> moduleNames(LoraSettings settings) {
        return settings.targets().stream().map(MODULES::get).toList();
    }

    /** A uniform within one over the root of its inputs, B zero: the adapted decoder starts as the decoder itself. */
    static Map<String, NDArray> initial(Decoder decoder, LoraSettings settings, long seed) {
        Random random = new Random(BatchPlan.mix(seed, -1));
        NDManager manager = decoder.manager();
        Map<String, NDArray> pairs = new LinkedHashMap<>();
        for (Weight weight : WeightLayout.of(decoder.config())) {
            String target = weight.name().substring(weight.name().lastIndexOf('.') + 1);
            if (!weight.name().startsWith("layers.") || !settings.targets().contains(target)) {
                continue;
            }
            int in = Math.toIntExact(weight.shape().get(1));
            float[] values = new float[settings.rank() * in];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) / Math.sqrt(in));
            }
            pairs.put(weight.name() + ".lora_A", manager.create(values, new Shape(settings.rank(), in)));
            pairs.put(
                    weight.name() + ".lora_B",
                    manager.zeros(new Shape(weight.shape().get(0), settings.rank())));
        }
        return pairs;
    }

    static void write(Path folder, LoraSettings settings, Map<String, NDArray> pairs) {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        pairs.forEach((name, array) -> tensors.put(peftName(name), array));
        TrainingFolder.writeWhole(folder, part -> {
            Files.writeString(part.resolve(CONFIG), Json.pretty(config(settings)) + "\n");
            TensorFile.write(part.resolve(WEIGHTS), tensors, Precision.FLOAT32);
        });
    }

    private static ObjectNode config(LoraSettings settings) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("peft_type", "LORA").put("task_type", "CAUSAL_LM").putNull("base_model_name_or_path");
        json.put("r", settings.rank()).put("lora_alpha", settings.alpha()).put("lora_dropout", settings.dropout());
        var modules = json.putArray("target_modules");
        moduleNames(settings).forEach(modules::add);
        json.put("bias", "none").put("fan_in_fan_out", false).put("inference_mode", true);
        json.put("init_lora_weights", true).put("use_rslora", false).put("use_dora", false);
        json.putNull("modules_to_save");
        return json;
    }

    private static LoraSettings settings(Path file) {
        try {
            JsonNode json = Json.parse(Files.readString(file));
            for (String unsupported : List.of("use_rslora", "use_dora", "fan_in_fan_out")) {
                if (json.path(unsupported).asBoolean()) {
                    throw new LabException("field '" + unsupported + "': expected false, found true");
                }
            }
            Map<String, String> ours =
                    MODULES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
            List<String> targets = new ArrayList<>();
            for (JsonNode module : json.path("target_modules")) {
                if (!ours.containsKey(module.asText())) {
                    throw new LabException(
                            "field 'target_modules': expected some of " + MODULES.values() + ", found " + module);
                }
                targets.add(ours.get(module.asText()));
            }
            double alpha = json.path("lora_alpha").asDouble();
            return new LoraSettings(
                    Fields.integer(json, "r"), alpha, json.path("lora_dropout").asDouble(), targets);
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e, e);
        } catch (LabException e) {
            throw new LabException(file + ": " + e.getMessage(), e);
        }
    }

    /** layers.0.query.lora_A is base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight. */
    private static String peftName(String name) {
        String[] parts = name.split("\\.");
        String block = List.of("gate", "up", "down").contains(parts[2]) ? "mlp" : "self_attn";
        return PREFIX + "model.layers." + parts[1] + "." + block + "." + MODULES.get(parts[2]) + "." + parts[3]
                + ".weight";
    }

    private static String ourName(Path folder, String name) {
        String[] parts = name.split("\\.");
        for (Map.Entry<String, String> module : MODULES.entrySet()) {
            if (parts.length == 9 && parts[6].equals(module.getValue())) {
                String ours = "layers." + parts[4] + "." + module.getKey() + "." + parts[7];
                if (peftName(ours).equals(name)) {
                    return ours;
                }
            }
        }
        throw new LabException(folder + ": expected adapters of a layer's matrices, found tensor '" + name + "'");
    }
}
