package org.lemmalab.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Checked access to the fields of a JSON object; every failure names the field, what was expected and what was found. */
public final class Fields {
    private static final int SHOWN = 60;

    private Fields() {}

    /**
     * @param object a JSON object
     * @param name the field
     * @return its text, not blank
     * @throws LabException if the object is none, or the field is missing, blank or no text
     */
    public static String text(JsonNode object, String name) {
        JsonNode value = required(object, name);
        if (!value.isTextual()) {
            throw wrong(name, "text", value);
        }
        if (value.textValue().isBlank()) {
            throw new LabException("field '" + name + "': expected text, found it blank");
        }
        return value.textValue();
    }

    /**
     * @param object a JSON object
     * @param name the field
     * @return its text, or empty where the field is missing or null
     * @throws LabException if the field is there and no text
     */
    public static Optional<String> optionalText(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(name, "text", value);
        }
        return Optional.of(value.textValue());
    }

    /**
     * @param object a JSON object
     * @param name the field
     * @return its truth value
     * @throws LabException if the field is missing or neither true nor false
     */
    public static boolean truth(JsonNode object, String name) {
        JsonNode value = required(object, name);
        if (!value.isBoolean()) {
            throw wrong(name, "true or false", value);
        }
        return value.booleanValue();
    }

    /**
     * @param object a JSON object
     * @param name the field
     * @return its value
     * @throws LabException if the field is missing or no integer of 32 bits
     */
    public static int integer(JsonNode object, String name) {
        JsonNode value = required(object, name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(name, "an integer", value);
        }
        return value.intValue();
    }

    /**
     * @param object a JSON object
     * @param name the field
     * @return its number, or empty where the field is missing or null
     * @throws LabException if the field is there and no number
     */
    public static OptionalDouble optionalNumber(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber()) {
            throw wrong(name, "a number", value);
        }
        return OptionalDouble.of(value.doubleValue());
    }

    /**
     * @param object a JSON object
     * @param name the field
     * @return the object in that field
     * @throws LabException if the field is missing or no object
     */
    public static JsonNode object(JsonNode object, String name) {
        JsonNode value = required(object, name);
        if (!value.isObject()) {
            throw wrong(name, "an object", value);
        }
        return value;
    }

    private static JsonNode required(JsonNode object, String name) {
        if (!object.isObject()) {
            throw new LabException("expected a JSON object with field '" + name + "', found " + shown(object));
        }
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw new LabException("field '" + name + "' is missing");
        }
        return value;
    }

    private static LabException wrong(String name, String expected, JsonNode found) {
        return new LabException("field '" + name + "': expected " + expected + ", found " + shown(found));
    }

    static String shown(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT) + " " + Texts.shortened(node.toString(), SHOWN);
    }
}
