package org.lemmalab.reflection.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.lemmalab.io.Json;

/** Counts by name: what was made, refused and removed, and why. Not safe for several threads. */
public final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    /**
     * @param name what is counted
     */
    public void add(String name) {
        add(name, 1);
    }

    /**
     * @param name what is counted
     * @param count how many more
     */
    public void add(String name, long count) {
        counts.merge(name, count, Long::sum);
    }

    /**
     * @return the counts by name, in alphabetical order
     */
    public Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /**
     * @param name what is counted
     * @return how many
     */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    ObjectNode json() {
        ObjectNode node = Json.mapper().createObjectNode();
        counts.forEach(node::put);
        return node;
    }

    void addAll(JsonNode node) {
        node.properties().forEach(entry -> add(entry.getKey(), entry.getValue().longValue()));
    }
}
