package org.lemmalab.transformer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * {@code config.json} to {@link ModelConfig} and back, in the words of transformers 4 and 5 alike. An option that this decoder
 * does not have is refused by name, never passed over.
 */
public final class ConfigFile {
    private static final String SLIDING = "sliding_attention";
    private static final String FULL = "full_attention";

    /** What transformers takes for a Mistral configuration that names no window. */
    private static final int MISTRAL_WINDOW = 4096;

    /** Options that change what a model computes, and the one value that this decoder stands for. */
    private static final Map<String, Object> FIXED = Map.of(
            "hidden_act",
            "silu",
            "mlp_bias",
            false,
            "attention_dropout",
            0.0,
            "partial_rotary_factor",
            1.0,
            "add_cross_attention",
            false);

    private ConfigFile() {}

    /**
     * @param json the object of a {@code config.json}
     * @return what it says
     * @throws LabException if something is missing, or not supported
     */
    public static ModelConfig read(JsonNode json) {
        ModelFamily family = ModelFamily.ofModelType(Fields.text(json, "model_type"));
        refuseUnsupported(json, family);
        ModelConfig.Size size = size(json);
        return new ModelConfig(
                family,
                size,
                number(json, "rms_norm_eps", 1e-6),
                RopeFields.read(json),
                window(json, family, size.layers()),
                truth(json, "tie_word_embeddings", false),
                new SpecialTokens(
                        token(json, "bos_token_id"), tokens(json.path("eos_token_id")), token(json, "pad_token_id")));
    }

    /**
     * @param config what a decoder looks like
     * @param stored the element type of its weights on disk
     * @return the object of a {@code config.json} that transformers 4 and 5 read
     */
    public static ObjectNode write(ModelConfig config, Precision stored) {
        ModelConfig.Size size = config.size();
        ObjectNode json = Json.mapper().createObjectNode();
        json.putArray("architectures").add(config.family().architecture());
        json.put("model_type", config.family().modelType());
        json.put("vocab_size", size.vocabulary());
        json.put("hidden_size", size.width());
        json.put("intermediate_size", size.feedForward());
        json.put("num_hidden_layers", size.layers());
        json.put("num_attention_heads", size.heads());
        json.put("num_key_value_heads", size.keyValueHeads());
        json.put("head_dim", size.headWidth());
        json.put("max_position_embeddings", size.context());
        json.put("hidden_act", "silu");
        json.put("rms_norm_eps", config.normEpsilon());
        RopeFields.write(config.rope(), json);
        writeWindow(config, json);
        json.put("tie_word_embeddings", config.tied());
        writeTokens(config.tokens(), json);
        json.put("torch_dtype", stored.configName());
        json.put("use_cache", true);
        return json;
    }

    private static void refuseUnsupported(JsonNode json, ModelFamily family) {
        for (Map.Entry<String, Object> option : FIXED.entrySet()) {
            JsonNode found = json.path(option.getKey());
            if (found.isMissingNode() || found.isNull()) {
                continue;
            }
            boolean same = option.getValue() instanceof Double number
                    ? found.isNumber() && found.doubleValue() == number
                    : found.asText().equals(option.getValue().toString());
            if (!same) {
                throw unsupported(option.getKey(), option.getValue().toString(), found);
            }
        }
        JsonNode bias = json.path("attention_bias");
        if (bias.isBoolean() && bias.booleanValue() != family.biased()) {
            throw unsupported("attention_bias", Boolean.toString(family.biased()), bias);
        }
        JsonNode quantization = json.path("quantization_config");
        if (!quantization.isMissingNode() && !quantization.isNull()) {
            throw unsupported("quantization_config", "none", quantization);
        }
    }

    private static ModelConfig.Size size(JsonNode json) {
        int width = Fields.integer(json, "hidden_size");
        int heads = Fields.integer(json, "num_attention_heads");
        if (heads < 1) {
            throw new LabException(
                    "config.json: field 'num_attention_heads': expected a number from 1, found " + heads);
        }
        return new ModelConfig.Size(
                Fields.integer(json, "vocab_size"),
                width,
                Fields.integer(json, "intermediate_size"),
                Fields.integer(json, "num_hidden_layers"),
                heads,
                integer(json, "num_key_value_heads", heads),
                integer(json, "head_dim", width / heads),
                Fields.integer(json, "max_position_embeddings"));
    }

    private static ModelConfig.Window window(JsonNode json, ModelFamily family, int layers) {
        int window = json.has("sliding_window")
                ? integer(json, "sliding_window", 0)
                : family == ModelFamily.MISTRAL ? MISTRAL_WINDOW : 0;
        boolean used = window > 0
                && switch (family) {
                    case LLAMA -> false;
                    case MISTRAL -> true;
                    case QWEN2 -> truth(json, "use_sliding_window", false);
                };
        if (!used) {
            return ModelConfig.Window.none(layers);
        }
        List<Boolean> sliding = new ArrayList<>();
        JsonNode types = json.path("layer_types");
        if (types.isArray()) {
            types.forEach(type -> sliding.add(isSliding(type)));
            return new ModelConfig.Window(window, sliding);
        }
        int first = family == ModelFamily.QWEN2 ? integer(json, "max_window_layers", layers) : 0;
        for (int layer = 0; layer < layers; layer++) {
            sliding.add(layer >= first);
        }
        return new ModelConfig.Window(window, sliding);
    }

    private static boolean isSliding(JsonNode type) {
        if (!type.asText().equals(SLIDING) && !type.asText().equals(FULL)) {
            throw unsupported("layer_types", SLIDING + " or " + FULL, type);
        }
        return type.asText().equals(SLIDING);
    }

    private static void writeWindow(ModelConfig config, ObjectNode json) {
        ModelConfig.Window window = config.window();
        boolean any = window.sliding().contains(true);
        if (config.family() == ModelFamily.LLAMA && any) {
            throw new LabException("config.json: a llama checkpoint has no attention window; use the mistral family");
        }
        if (config.family() == ModelFamily.MISTRAL && any && window.sliding().contains(false)) {
            throw new LabException("config.json: a mistral checkpoint has its window in every layer or in none");
        }
        if (config.family() == ModelFamily.QWEN2) {
            json.put("use_sliding_window", any);
            ArrayNode types = json.putArray("layer_types");
            window.sliding().forEach(sliding -> types.add(sliding ? SLIDING : FULL));
            json.put(
                    "max_window_layers",
                    any ? window.sliding().indexOf(true) : config.size().layers());
        }
        if (config.family() != ModelFamily.LLAMA) {
            json.set("sliding_window", any ? json.numberNode(window.size()) : json.nullNode());
        }
    }

    private static void writeTokens(SpecialTokens tokens, ObjectNode json) {
        tokens.start().ifPresent(start -> json.put("bos_token_id", start));
        if (tokens.ends().size() == 1) {
            json.put("eos_token_id", tokens.ends().get(0));
        } else if (!tokens.ends().isEmpty()) {
            tokens.ends().forEach(json.putArray("eos_token_id")::add);
        } else {
            json.putNull("eos_token_id");
        }
        tokens.padding().ifPresent(padding -> json.put("pad_token_id", padding));
    }

    /** One id, several, or none. */
    static List<Integer> tokens(JsonNode field) {
        List<Integer> ids = new ArrayList<>();
        if (field.isArray()) {
            field.forEach(id -> ids.add(id.intValue()));
        } else if (field.isInt()) {
            ids.add(field.intValue());
        }
        return ids;
    }

    private static OptionalInt token(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isInt() && value.intValue() >= 0 ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }

    private static int integer(JsonNode json, String name, int otherwise) {
        return json.path(name).isMissingNode() || json.path(name).isNull() ? otherwise : Fields.integer(json, name);
    }

    private static boolean truth(JsonNode json, String name, boolean otherwise) {
        return json.path(name).isMissingNode() || json.path(name).isNull() ? otherwise : Fields.truth(json, name);
    }

    static double number(JsonNode json, String name, double otherwise) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw new LabException("config.json: field '" + name + "': expected a number, found " + value);
        }
        return value.doubleValue();
    }

    static LabException unsupported(String option, String supported, JsonNode found) {
        String text = found.toString();
        return new LabException("config.json: option '" + option + "' is supported as " + supported + " only, found "
                + text.substring(0, Math.min(60, text.length())));
    }
}
