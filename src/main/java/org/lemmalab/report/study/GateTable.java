package org.lemmalab.report.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.lemmalab.io.LabException;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The gates of a base student as {@code lab student gates --json} prints them. */
final class GateTable {
    private GateTable() {}

    /**
     * @param result one object with {@code student}, {@code pass} and {@code gates}
     * @param where it was read, for messages
     * @return a row a gate and set
     */
    static Table of(JsonNode result, String where) {
        if (!result.path("gates").isArray()) {
            throw new LabException(where + ": expected a field 'gates' with a list, found "
                    + result.path("gates").getNodeType());
        }
        List<JsonNode> gates =
                StreamSupport.stream(result.get("gates").spliterator(), false).toList();
        String verdict = result.path("pass").asBoolean() ? "all passed" : "not all passed";
        return Table.create(
                "Gates of " + result.path("student").asText("the student") + ": " + verdict,
                column("gate", gates, gate -> gate.path("name").asText()),
                column("set", gates, gate -> gate.path("set").asText()),
                column("wanted", gates, gate -> gate.path("wanted").asText()),
                column("found, % [95 % interval]", gates, gate -> found(gate.path("found"))),
                column(
                        "of",
                        gates,
                        gate -> String.format(
                                Locale.ROOT, "%,d", gate.path("count").asLong())),
                column("passes", gates, gate -> gate.path("passes").asBoolean() ? "▲ yes" : "▼ no"));
    }

    private static String found(JsonNode interval) {
        return interval.isObject()
                ? String.format(
                        Locale.ROOT,
                        "%.1f [%.1f, %.1f]",
                        100 * interval.path("estimate").asDouble(),
                        100 * interval.path("low").asDouble(),
                        100 * interval.path("high").asDouble())
                : "–";
    }

    private static StringColumn column(String name, List<JsonNode> gates, Function<JsonNode, String> part) {
        return StringColumn.create(name, gates.stream().map(part));
    }
}
