package org.lemmalab.experiment.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * What a study cost, over all the runs that it took.
 *
 * @param budget of the last run
 * @param cores of the machine
 * @param elapsed seconds on the clock, of all experiments that were finished
 * @param seconds by stage, for example {@code tuned}; what one stage needs of another is counted there
 */
public record StudyCost(String budget, int cores, double elapsed, Map<String, Double> seconds) {
    /** The file within a study's folder. */
    public static final String FILE = "cost.json";

    /** Copies the stages. */
    public StudyCost {
        seconds = new TreeMap<>(seconds);
    }

    /**
     * @return the seconds of all stages; of several processes side by side, more than those on the clock
     */
    public double total() {
        return seconds.values().stream().mapToDouble(each -> each).sum();
    }

    /**
     * @param folder of a study
     */
    void write(Path folder) {
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("budget", budget)
                .put("cores", cores)
                .put("elapsed_seconds", elapsed);
        ObjectNode stages = json.putObject("seconds");
        seconds.forEach(stages::put);
        StudyFiles.pretty(folder.resolve(FILE), json);
    }

    /**
     * @param folder of a study, or of what was written of one
     * @return its cost; empty where none is recorded
     * @throws LabException if the file cannot be read, or is no record of a cost
     */
    public static Optional<StudyCost> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = Json.parse(Files.readString(file));
            boolean isWhole = json.path("seconds").isObject()
                    && json.path("cores").isInt()
                    && json.path("elapsed_seconds").isNumber();
            if (!isWhole) {
                throw new LabException(
                        file + ": expected budget, cores, elapsed_seconds and seconds by stage, found " + json);
            }
            Map<String, Double> seconds = new TreeMap<>();
            json.path("seconds")
                    .properties()
                    .forEach(stage ->
                            seconds.put(stage.getKey(), stage.getValue().asDouble()));
            return Optional.of(new StudyCost(
                    json.path("budget").asText(),
                    json.path("cores").asInt(),
                    json.path("elapsed_seconds").asDouble(),
                    seconds));
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e, e);
        }
    }
}
