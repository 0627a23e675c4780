package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A tiny checkpoint as transformers saved it, and what transformers computes with it. See {@code src/test/python}. */
record Golden(Path folder, JsonNode values) {
    static Stream<String> names() {
        return Stream.of("llama2", "llama3", "mistral", "qwen2", "qwen2_window");
    }

    static Golden of(String name) {
        try {
            Path folder = Path.of(Golden.class.getResource("golden/" + name).toURI());
            return new Golden(folder, Checkpoint.json(folder.resolve("golden.json")));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    List<TokenSequence> sequences() {
        return rows("tokens").stream().map(TokenSequence::all).toList();
    }

    List<int[]> rows(String field) {
        List<int[]> rows = new ArrayList<>();
        values.get(field).forEach(row -> rows.add(ints(row)));
        return rows;
    }

    NDArray array(NDManager manager, String name) {
        try (Tensors tensors = new Tensors(manager);
                SafetensorsReader reader = SafetensorsReader.open(folder.resolve("golden.safetensors"))) {
            return reader.read(manager, tensors, name, Precision.FLOAT32);
        }
    }

    private static int[] ints(JsonNode row) {
        return StreamSupport.stream(row.spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .toArray();
    }

    static int[] range(int count) {
        return IntStream.range(0, count).toArray();
    }
}
