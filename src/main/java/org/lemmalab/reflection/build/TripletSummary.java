package org.lemmalab.reflection.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.lemmalab.io.Json;

/**
 * What a run made.
 *
 * @param file the triplets
 * @param toolkit the toolkit's version
 * @param config how they were made
 * @param counts what was made, refused and removed, by name
 */
public record TripletSummary(Path file, String toolkit, TripletConfig config, Map<String, Long> counts) {
    /** Sorts a copy of the counts. */
    public TripletSummary {
        counts = new TreeMap<>(counts);
    }

    /**
     * @return how many triplets there are
     */
    public long triplets() {
        return counts.getOrDefault("triplets", 0L);
    }

    ObjectNode json() {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("toolkit_version", toolkit);
        node.set("config", Json.mapper().valueToTree(config));
        node.set("counts", Json.mapper().valueToTree(counts));
        return node;
    }
}
