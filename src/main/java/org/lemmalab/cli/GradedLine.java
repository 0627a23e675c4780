package org.lemmalab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lemmalab.io.FieldPath;
import org.lemmalab.io.LabException;

/**
 * What {@code lab grade} reads from a line.
 *
 * @param fields the whole line
 * @param predictions the answers, or the texts that they are extracted from
 * @param golds the gold answers, or the gold solutions
 */
record GradedLine(JsonNode fields, Several predictions, Several golds) {
    /** Numbers with more digits than this before or after the point keep their exponent. */
    private static final int MOST_DIGITS = 1000;

    /**
     * One text, or an array of them.
     *
     * @param texts the texts, at least one
     * @param isArray whether the line has an array of them
     */
    record Several(List<String> texts, boolean isArray) {}

    /** Reads a line: texts or numbers, or arrays of them, in the named fields. */
    static GradedLine read(JsonNode line, FieldPath prediction, FieldPath gold) {
        Several predictions = several(line, prediction);
        Several golds = several(line, gold);
        return new GradedLine(line, predictions, golds);
    }

    private static Several several(JsonNode line, FieldPath field) {
        if (!line.isObject()) {
            throw new LabException(field.missingIn(line));
        }
        JsonNode value = field.in(line).orElseThrow(() -> new LabException(field.missingIn(line)));
        if (!value.isArray()) {
            return new Several(List.of(text(value, field.name())), false);
        }
        if (value.isEmpty()) {
            throw new LabException("field '" + field.name() + "': expected at least one element, found an empty array");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            texts.add(text(element, field.name() + "." + texts.size()));
        }
        return new Several(texts, true);
    }

    private static String text(JsonNode value, String name) {
        if (value.isNumber()) {
            return number(value.decimalValue());
        }
        if (!value.isTextual() && !value.isBoolean()) {
            throw new LabException("field '" + name + "': expected text or a number, found "
                    + (value.isNull()
                            ? "null"
                            : "an " + value.getNodeType().name().toLowerCase(Locale.ROOT)));
        }
        return value.asText();
    }

    private static String number(BigDecimal number) {
        boolean isShort = Math.abs((long) number.scale()) <= MOST_DIGITS;
        return isShort ? number.toPlainString() : number.toString();
    }
}
