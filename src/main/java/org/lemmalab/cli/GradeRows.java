package org.lemmalab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.io.FieldPath;
import org.lemmalab.io.JsonRow;
import org.lemmalab.io.JsonRows;
import org.lemmalab.io.LabException;

/**
 * The rows of a file, of which the first are looked at before any is handed out: where none of them has a field, its name is
 * wrong, and one message says so instead of one a line.
 */
final class GradeRows {
    private static final int LOOKED_AT = 100;
    private static final int BATCH = 512;
    private static final int BATCH_CHARACTERS = 8 << 20;

    private final JsonRows rows;
    private final Deque<JsonRow> first = new ArrayDeque<>();

    /**
     * @param rows the rows
     * @param fields the fields that are needed, with the option that names each
     * @throws LabException if the first rows have none of a field, or there is no row
     */
    GradeRows(JsonRows rows, Map<String, FieldPath> fields) {
        this.rows = rows;
        Map<String, FieldPath> missing = new LinkedHashMap<>(fields);
        long objects = 0;
        while (!missing.isEmpty() && objects < LOOKED_AT) {
            Optional<JsonRow> row = rows.next();
            if (row.isEmpty()) {
                break;
            }
            first.add(row.get());
            if (row.get() instanceof JsonRow.Good good && good.value().isObject()) {
                objects++;
                missing.values().removeIf(field -> field.in(good.value()).isPresent());
            }
        }
        if (first.isEmpty()) {
            throw new LabException(rows.name() + ": expected JSON Lines (one object a line), found an empty file");
        }
        if (objects > 0) {
            missing.forEach(this::refuse);
        }
    }

    private void refuse(String option, FieldPath field) {
        JsonRow.Good row = first.stream()
                .filter(JsonRow.Good.class::isInstance)
                .map(JsonRow.Good.class::cast)
                .filter(good -> good.value().isObject())
                .findFirst()
                .orElseThrow();
        JsonNode value = row.value();
        throw new LabException(rows.name() + " line " + row.line() + ": " + field.missingIn(value) + ". Name it with "
                + option + " (nested: a.b.0.c)");
    }

    /** The next rows, so many that all cores have work and so few that memory holds them; none at the end. */
    List<JsonRow> nextBatch() {
        List<JsonRow> batch = new ArrayList<>(BATCH);
        long characters = 0;
        while (batch.size() < BATCH && characters < BATCH_CHARACTERS) {
            Optional<JsonRow> row = first.isEmpty() ? rows.next() : Optional.of(first.remove());
            if (row.isEmpty()) {
                break;
            }
            batch.add(row.get());
            characters += row.get().content().length();
        }
        return batch;
    }
}
