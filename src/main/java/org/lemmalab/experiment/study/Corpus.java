package org.lemmalab.experiment.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lemmalab.corpus.format.CorpusFolder;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * A training set that a recipe made.
 *
 * @param folder with {@code train.jsonl} and {@code manifest.json}
 * @param examples how many
 * @param meanTokens of an example, instruction and output; 0 where that was not counted
 * @param refused how often what was not made, by reason
 */
record Corpus(Path folder, long examples, double meanTokens, Map<String, Long> refused) {
    /** The file that says what was made. */
    static final String MANIFEST = "manifest.json";

    private static final long FEWEST = 8;

    static Corpus read(Path folder) {
        JsonNode manifest;
        try {
            manifest = Json.parse(Files.readString(folder.resolve(MANIFEST)));
        } catch (IOException e) {
            throw new LabException(folder.resolve(MANIFEST) + ": cannot be read: " + e, e);
        }
        Map<String, Long> refused = new TreeMap<>();
        manifest.path("report")
                .path("refused")
                .properties()
                .forEach(each -> refused.put(each.getKey(), each.getValue().asLong()));
        return new Corpus(
                folder,
                manifest.path("report").path("examples").asLong(),
                manifest.path("statistics").path("mean_tokens").asDouble(),
                refused);
    }

    List<JsonNode> lines() {
        return CorpusMaker.lines(train());
    }

    Path train() {
        return folder.resolve(CorpusFolder.TRAIN);
    }

    /** Why there is nothing to train on; empty where there is something. */
    Optional<String> missing() {
        if (examples >= FEWEST) {
            return Optional.empty();
        }
        String most = refused.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(each -> "; most often: " + each.getKey() + " (" + each.getValue() + " times)")
                .orElse("");
        return Optional.of("the recipe made " + examples + " examples here" + most);
    }
}
