package org.lemmalab.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Json;

/** Inputs and stages for the tests of this room. */
final class Samples {
    private Samples() {}

    /** Records {@code {"id":"r0","n":0}} and on. */
    static Path input(Path file, int count) throws IOException {
        return Files.writeString(
                file,
                IntStream.range(0, count)
                        .mapToObj(i -> "{\"id\":\"r" + i + "\",\"n\":" + i + "}\n")
                        .collect(Collectors.joining()));
    }

    static StageIdentity identity(Map<String, String> settings) {
        return new StageIdentity("square", "1", settings);
    }

    static <O> Stage<JsonNode, O> stage(Stage.Function<JsonNode, O> function) {
        return Stage.of(identity(Map.of("seed", "1")), node -> node, node -> Fields.text(node, "id"), function);
    }

    static Stage<JsonNode, ObjectNode> squares() {
        return stage(Samples::square);
    }

    static Result<ObjectNode> square(JsonNode node) {
        long n = node.path("n").longValue();
        ObjectNode value = Json.mapper()
                .createObjectNode()
                .put("id", node.path("id").textValue())
                .put("square", n * n)
                .put("note", "é ∑ \"" + n / 7.0);
        return new Result.Success<>(value, new Usage(n, 1, 0.001));
    }

    static <O> StageRun<JsonNode, O> run(Stage<JsonNode, O> stage, Path input, Path folder) {
        return new StageRun<>(
                stage, List.of(input), folder, RunSettings.standard().withWorkers(8));
    }

    static Manifest quietly(StageRun<JsonNode, ?> run) {
        return run.run(ProgressListener.silent());
    }

    static List<Integer> numbers(Path output, String field) throws IOException {
        return Files.readAllLines(output).stream()
                .map(line -> Json.parse(line).get(field).intValue())
                .toList();
    }
}
