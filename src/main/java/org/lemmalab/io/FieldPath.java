package org.lemmalab.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a value stands in an object: a field's name, or names joined by dots, {@code choices.0.message.content}. In an array a
 * number is an index, a negative one counts from the end, and {@code *} is every element. A field whose own name has dots goes
 * before nested ones.
 *
 * @param name the path as the user writes it
 */
public record FieldPath(String name) {
    private static final int NAMES_SHOWN = 30;

    /** Checks that there is a name. */
    public FieldPath {
        if (name == null || name.isEmpty()) {
            throw new LabException("field: expected a name, found none");
        }
    }

    /**
     * @param row any JSON value
     * @return the value at this path, JSON's null too; empty where there is none
     */
    public Optional<JsonNode> in(JsonNode row) {
        return Optional.ofNullable(find(row, name));
    }

    /**
     * @param row a value that has nothing at this path
     * @return what is missing and which names there are instead, for people
     */
    public String missingIn(JsonNode row) {
        if (!row.isObject()) {
            return "expected an object with field '" + name + "', found " + Fields.shown(row);
        }
        JsonNode deepest = row;
        String place = "";
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            JsonNode inner = find(row, name.substring(0, dot));
            if (inner != null) {
                deepest = inner;
                place = " in '" + name.substring(0, dot) + "'";
            }
        }
        return "field '" + name + "' is missing; found" + place + ": " + contents(deepest);
    }

    private static String contents(JsonNode node) {
        if (!node.isObject() || node.isEmpty()) {
            return node.isArray() ? "an array of " + node.size() : Fields.shown(node);
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "))
                + (names.size() > NAMES_SHOWN ? ", …" : "");
    }

    private static JsonNode find(JsonNode node, String path) {
        if (node.isArray()) {
            return inArray(node, path);
        }
        JsonNode found = node.get(path);
        for (int dot = path.lastIndexOf('.'); found == null && dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            JsonNode inner = node.get(path.substring(0, dot));
            found = inner == null ? null : find(inner, path.substring(dot + 1));
        }
        return found;
    }

    private static JsonNode inArray(JsonNode array, String path) {
        int dot = path.indexOf('.');
        String index = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot + 1);
        if (index.equals("*")) {
            return every(array, rest);
        }
        if (!index.matches("-?[0-9]{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(index);
        JsonNode element = array.get(number < 0 ? array.size() + number : number);
        return element == null || rest.isEmpty() ? element : find(element, rest);
    }

    private static JsonNode every(JsonNode array, String rest) {
        ArrayNode all = Json.mapper().createArrayNode();
        for (JsonNode element : array) {
            JsonNode found = rest.isEmpty() ? element : find(element, rest);
            if (found == null) {
                return null;
            }
            all.add(found);
        }
        return all;
    }
}
