package org.lemmalab.transformer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lemmalab.io.Fields;

/**
 * Rotary positions in {@code config.json}: transformers 4 writes {@code rope_theta} and {@code rope_scaling}, transformers 5 one
 * object {@code rope_parameters}. Both are read, both are written.
 */
final class RopeFields {
    private static final double DEFAULT_THETA = 10_000;

    private RopeFields() {}

    static Rope read(JsonNode json) {
        JsonNode parameters = json.path("rope_parameters");
        JsonNode scaling = parameters.isObject() ? parameters : json.path("rope_scaling");
        double outer = ConfigFile.number(json, "rope_theta", DEFAULT_THETA);
        double theta = ConfigFile.number(scaling, "rope_theta", outer);
        return new Rope(theta, scaling.isObject() ? scaling(scaling) : new Rope.None());
    }

    private static Rope.Scaling scaling(JsonNode fields) {
        JsonNode type = fields.has("rope_type") ? fields.get("rope_type") : fields.path("type");
        if (ConfigFile.number(fields, "partial_rotary_factor", 1) != 1) {
            throw ConfigFile.unsupported("partial_rotary_factor", "1", fields.get("partial_rotary_factor"));
        }
        return switch (type.asText("default")) {
            case "", "default" -> new Rope.None();
            case "linear" -> new Rope.Linear(ConfigFile.number(fields, "factor", 1));
            case "llama3" ->
                new Rope.Llama3(
                        ConfigFile.number(fields, "factor", 1),
                        ConfigFile.number(fields, "low_freq_factor", 1),
                        ConfigFile.number(fields, "high_freq_factor", 4),
                        Fields.integer(fields, "original_max_position_embeddings"));
            default -> throw ConfigFile.unsupported("rope_type", "default, linear or llama3", type);
        };
    }

    static void write(Rope rope, ObjectNode json) {
        json.put("rope_theta", rope.theta());
        ObjectNode parameters = json.putObject("rope_parameters");
        if (rope.scaling() instanceof Rope.None) {
            parameters.put("rope_type", "default");
        } else if (rope.scaling() instanceof Rope.Linear linear) {
            parameters.put("rope_type", "linear").put("factor", linear.factor());
            json.set("rope_scaling", parameters.deepCopy());
        } else if (rope.scaling() instanceof Rope.Llama3 llama) {
            parameters
                    .put("rope_type", "llama3")
                    .put("factor", llama.factor())
                    .put("low_freq_factor", llama.lowFrequencyFactor())
                    .put("high_freq_factor", llama.highFrequencyFactor())
                    .put("original_max_position_embeddings", llama.originalContext());
            json.set("rope_scaling", parameters.deepCopy());
        }
        parameters.put("rope_theta", rope.theta());
    }
}
