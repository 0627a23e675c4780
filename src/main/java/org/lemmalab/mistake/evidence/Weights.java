package org.lemmalab.mistake.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * The weights that come with the toolkit. There are two models: one for gold solutions that are a program of arithmetic, one for all
 * others. What they were fitted on stands beside them in the file.
 *
 * @param program for gold solutions whose equations lead to the answer
 * @param other for all others
 */
record Weights(ChoiceModel program, ChoiceModel other) {
    static final String RESOURCE = "weights.json";

    private static final class Standard {
        private static final Weights WEIGHTS = read();
    }

    static Weights standard() {
        return Standard.WEIGHTS;
    }

    ChoiceModel of(Gold gold) {
        return gold.isProgram() ? program : other;
    }

    private static Weights read() {
        try (InputStream stream = Weights.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new LabException(
                        "resource " + RESOURCE + ": expected the weights of the analyst, found no such resource");
            }
            JsonNode root = Json.mapper().readTree(stream);
            return new Weights(model(root, "program"), model(root, "other"));
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
