package org.lemmalab.training.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * The settings that a training tool accepts. Both tools refuse a name that they do not know, so a wrong one is found here rather
 * than on the cluster.
 *
 * @param version the tool and its version
 * @param fields by name: boolean, integer, number, string, list or object, or the list of words that are allowed
 */
public record ToolSchema(String version, Map<String, JsonNode> fields) {
    /** Copies the fields. */
    public ToolSchema {
        fields = Map.copyOf(fields);
    }

    /**
     * @return what {@code llamafactory-cli train} accepts
     */
    public static ToolSchema llamaFactory() {
        return read("llama-factory.json");
    }

    /**
     * @return what {@code trl sft} accepts
     */
    public static ToolSchema trl() {
        return read("trl.json");
    }

    /**
     * @return DeepSpeed's configuration as far as ZeRO without offloading needs it
     */
    public static ToolSchema deepSpeed() {
        return read("deepspeed.json");
    }

    /**
     * @return an entry of LLaMA-Factory's {@code dataset_info.json}
     */
    public static ToolSchema dataSetInfo() {
        return read("dataset-info.json");
    }

    private static ToolSchema read(String name) {
        try (InputStream in = ToolSchema.class.getResourceAsStream(name)) {
            JsonNode json = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            json.get("fields").properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            return new ToolSchema(json.get("version").asText(), fields);
        } catch (IOException e) {
            throw new IllegalStateException(name + ": a resource of this project cannot be read", e);
        }
    }

    /**
     * @param file what is checked, for messages
     * @param values settings by name; an object's settings are checked by NAME.SETTING
     * @throws LabException naming every setting that the tool would refuse
     */
    public void check(String file, Map<String, ?> values) {
        List<String> wrong = new ArrayList<>();
        check("", values, wrong);
        if (!wrong.isEmpty()) {
            throw new LabException(file + ": " + version + " would refuse it: " + String.join("; ", wrong));
        }
    }

    private void check(String prefix, Map<String, ?> values, List<String> wrong) {
        values.forEach((key, value) -> {
            String name = prefix + key;
            JsonNode type = fields.get(name);
            if (type == null) {
                wrong.add("there is no setting '" + name + "'");
            } else if (!fits(type, value)) {
                wrong.add("'" + name + "': expected " + type + ", found " + value);
            } else if (value instanceof Map<?, ?> object && type.asText().equals("object")) {
                Map<String, Object> inner = new LinkedHashMap<>();
                object.forEach((innerKey, innerValue) -> inner.put(String.valueOf(innerKey), innerValue));
                check(name + ".", inner, wrong);
            }
        });
    }

    private static boolean fits(JsonNode type, Object value) {
        if (type.isArray()) {
            return value instanceof String && contains(type, value);
        }
        return switch (type.asText()) {
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Integer || value instanceof Long || isAuto(value);
            case "number" -> value instanceof Number || isAuto(value);
            case "string" -> value instanceof String;
            // Both may be given as text too: a list of one, an object in a file.
            case "list" -> value instanceof Collection || value instanceof String;
            case "object" -> value instanceof Map || value instanceof String;
            case "switch" -> value instanceof Boolean || isAuto(value);
            default -> throw new IllegalStateException("a type that the schema does not define: " + type);
        };
    }

    private static boolean contains(JsonNode allowed, Object value) {
        for (JsonNode word : allowed) {
            if (word.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAuto(Object value) {
        return "auto".equals(value);
    }
}
