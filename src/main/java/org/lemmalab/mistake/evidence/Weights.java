package org.lemmalab.mistake.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * The weights that come with the toolkit. There is one model for each {@link Kind} of attempt. What they were fitted on stands
 * beside them in the file.
 *
 * @param models the model of each kind
 */
record Weights(Map<Kind, ChoiceModel> models) {
    static final String RESOURCE = "weights.json";

    private static final class Standard {
        private static final Weights WEIGHTS = read();
    }

    static Weights standard() {
        return Standard.WEIGHTS;
    }

    ChoiceModel of(Kind kind) {
        return models.get(kind);
    }

    private static Weights read() {
        try (InputStream stream = Weights.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new LabException(
                        "resource " + RESOURCE + ": expected the weights of the analyst, found no such resource");
            }
            JsonNode root = Json.mapper().readTree(stream);
            Map<Kind, ChoiceModel> models = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                models.put(kind, model(root, kind.label()));
            }
            return new Weights(models);
        } catch (IOException e) {
            throw new LabException("resource " + RESOURCE + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static ChoiceModel model(JsonNode root, String name) {
        JsonNode named = root.path(name);
        return new ChoiceModel(Features.NAMES.stream()
                .mapToDouble(feature -> number(named, name, feature))
                .toArray());
    }

    private static double number(JsonNode named, String model, String feature) {
        if (!named.path(feature).isNumber()) {
            throw new LabException(
                    "resource " + RESOURCE + ": expected a weight " + model + "." + feature + ", found none");
        }
        return named.path(feature).doubleValue();
    }
}
