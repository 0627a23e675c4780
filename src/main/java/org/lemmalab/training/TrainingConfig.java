package org.lemmalab.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.ChatTemplate;

/**
 * A run as a JSON file says it:
 *
 * <pre>
 * {"model": "student", "data": "train.jsonl", "output": "run", "chat_template": "CHATML", "preset": "paper",
 *  "settings": {"epochs": 1, "batching": {"rows": 8}, "lora": {"rank": 16}}}
 * </pre>
 *
 * Paths are relative to the file. {@code chat_template}, {@code preset} (default or paper) and {@code settings} may be left out; what
 * {@code settings} does not name is the preset's.
 *
 * @param model a checkpoint folder
 * @param data examples, see {@link ExampleReader}
 * @param output for checkpoints, log and result
 * @param template how conversations are written
 * @param settings what to do
 */
public record TrainingConfig(
        Path model, Path data, Path output, Optional<ChatTemplate> template, TrainingSettings settings) {
    private static final List<String> FIELDS =
            List.of("model", "data", "output", "chat_template", "preset", "settings");

    /**
     * @param file the JSON file
     * @return what it says
     * @throws LabException naming file and field if something is missing, unknown or out of range
     */
    public static TrainingConfig read(Path file) {
        try {
            return of(Json.parse(Files.readString(file)), file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e, e);
        } catch (LabException e) {
            throw new LabException(file + ": " + e.getMessage(), e);
        }
    }

    private static TrainingConfig of(JsonNode json, Path base) {
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new LabException("expected fields " + FIELDS + ", found '" + name + "'");
            }
        });
        return new TrainingConfig(
                base.resolve(Fields.text(json, "model")),
                base.resolve(Fields.text(json, "data")),
                base.resolve(Fields.text(json, "output")),
                Fields.optionalText(json, "chat_template").map(TrainingConfig::template),
                settings(preset(Fields.optionalText(json, "preset").orElse("default")), json.path("settings")));
    }

    private static TrainingSettings preset(String name) {
        return switch (name) {
            case "default" -> TrainingSettings.DEFAULT;
            case "paper" -> TrainingSettings.paper();
            default -> throw new LabException("field 'preset': expected default or paper, found '" + name + "'");
        };
    }

    private static ChatTemplate template(String name) {
        return Arrays.stream(ChatTemplate.values())
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LabException("field 'chat_template': expected one of "
                        + Arrays.toString(ChatTemplate.values()) + ", found '" + name + "'"));
    }

    private static TrainingSettings settings(TrainingSettings preset, JsonNode changes) {
        ObjectNode all = Json.mapper().valueToTree(preset);
        if (changes.hasNonNull("lora") && all.path("lora").isNull()) {
            all.set("lora", Json.mapper().valueToTree(LoraSettings.DEFAULT));
        }
        overwrite("settings", all, changes);
        try {
            return Json.mapper().treeToValue(all, TrainingSettings.class);
        } catch (JsonProcessingException e) {
            // A record's own check comes wrapped.
            String reason = e.getCause() instanceof LabException cause ? cause.getMessage() : e.getOriginalMessage();
            throw new LabException("field 'settings': " + reason, e);
        }
    }

    private static void overwrite(String place, ObjectNode all, JsonNode changes) {
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            String name = place + "." + change.getKey();
            JsonNode old = all.get(change.getKey());
            if (old == null) {
                throw new LabException("field '" + name + "': there is no such setting");
            }
            if (old instanceof ObjectNode object && change.getValue().isObject()) {
                overwrite(name, object, change.getValue());
            } else {
                all.set(change.getKey(), change.getValue());
            }
        }
    }
}
