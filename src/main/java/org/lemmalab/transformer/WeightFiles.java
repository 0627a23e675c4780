package org.lemmalab.transformer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/** The safetensors files of a checkpoint folder: {@code model.safetensors}, or the shards that its index names. */
final class WeightFiles implements AutoCloseable {
    static final String SINGLE = "model.safetensors";
    static final String INDEX = "model.safetensors.index.json";

    private final Path folder;
    private final List<SafetensorsReader> readers = new ArrayList<>();
    private final Map<String, SafetensorsReader> byTensor = new LinkedHashMap<>();

    private WeightFiles(Path folder) {
        this.folder = folder;
    }

    static WeightFiles open(Path folder) {
        WeightFiles files = new WeightFiles(folder);
        try {
            for (String name : names(folder)) {
                SafetensorsReader reader = SafetensorsReader.open(folder.resolve(name));
                files.readers.add(reader);
                reader.names().forEach(tensor -> files.byTensor.put(tensor, reader));
            }
            return files;
        } catch (LabException e) {
            files.close();
            throw e;
        }
    }

    SafetensorsReader holding(String tensor) {
        SafetensorsReader reader = byTensor.get(tensor);
        if (reader == null) {
            throw new LabException(folder + ": expected tensor '" + tensor + "', found none of that name");
        }
        return reader;
    }

    /** A tensor that the decoder would not use means that the model is another one than its configuration says. */
    void refuseOthers(ModelConfig config) {
        Set<String> others = new TreeSet<>(byTensor.keySet());
        others.removeAll(
                WeightLayout.of(config).stream().map(Weight::checkpointName).collect(Collectors.toSet()));
        // Written by old versions of transformers, or a copy of a tied embedding; neither is a parameter.
        others.removeIf(name -> name.endsWith("rotary_emb.inv_freq") || config.tied() && name.equals("lm_head.weight"));
        if (!others.isEmpty()) {
            throw new LabException(
                    folder + ": expected no tensor '" + others.iterator().next()
                            + "' in a model of this configuration, found " + others.size() + " such");
        }
    }

    @Override
    public void close() {
        readers.forEach(SafetensorsReader::close);
    }

    private static Set<String> names(Path folder) {
        if (Files.exists(folder.resolve(SINGLE))) {
            return Set.of(SINGLE);
        }
        if (!Files.exists(folder.resolve(INDEX))) {
            throw new LabException(folder + ": expected " + SINGLE + " or " + INDEX + ", found neither");
        }
        Set<String> names = new TreeSet<>();
        JsonNode map = Checkpoint.json(folder.resolve(INDEX)).path("weight_map");
        new HashSet<>(map.properties())
                .forEach(entry -> names.add(entry.getValue().asText()));
        for (String name : names) {
            if (!name.equals(Path.of(name).getFileName().toString()) || name.startsWith(".")) {
                throw new LabException(folder + ": " + INDEX + ": expected plain file names, found '" + name + "'");
            }
            if (!Files.exists(folder.resolve(name))) {
                throw new LabException(folder + ": expected shard " + name + " (named in " + INDEX + "), found none");
            }
        }
        if (names.isEmpty()) {
            throw new LabException(folder + ": " + INDEX + ": expected a weight_map, found none");
        }
        return names;
    }
}
