package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lemmalab.io.Folders;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * Writes a decoder as a Hugging Face checkpoint folder. The folder is written under a temporary name beside the final one and
 * renamed when it is complete, so that nothing half-written ever bears the final name.
 */
public final class CheckpointWriter {
    /** The largest weight file, where the caller does not say: 5 GB, as transformers has it. */
    public static final long DEFAULT_SHARD = 5_000_000_000L;

    private final Precision stored;
    private final long shardBytes;

    /**
     * @param stored the element type of the weights on disk
     * @param shardBytes the largest weight file in bytes; weights that need more go to several
     */
    public CheckpointWriter(Precision stored, long shardBytes) {
        if (shardBytes < 1) {
            throw new LabException("checkpoint: expected shards of at least one byte, found " + shardBytes);
        }
        this.stored = stored;
        this.shardBytes = shardBytes;
    }

    /**
     * @return a writer of float32 weights
     */
    public static CheckpointWriter float32() {
        return new CheckpointWriter(Precision.FLOAT32, DEFAULT_SHARD);
    }

    /**
     * @param folder the folder to be; one that exists is replaced once the new one is complete
     * @param decoder what to write
     * @param tokenizer its {@code tokenizer.json} and the like, by file name; empty where there is none
     * @throws LabException if it cannot be written; the folder is then as it was
     */
    public void write(Path folder, Decoder decoder, Map<String, String> tokenizer) {
        Path target = folder.toAbsolutePath().normalize();
        Path temporary =
                target.resolveSibling("." + target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp");
        try {
            Files.createDirectories(temporary);
            fill(temporary, decoder, tokenizer);
            rename(temporary, target);
        } catch (IOException e) {
            throw new LabException(folder + ": cannot be written: " + e, e);
        } finally {
            Folders.remove(temporary);
        }
    }

    private void fill(Path folder, Decoder decoder, Map<String, String> tokenizer) throws IOException {
        ModelConfig config = decoder.config();
        Files.writeString(folder.resolve("config.json"), Json.pretty(ConfigFile.write(config, stored)) + "\n");
        Files.writeString(folder.resolve("generation_config.json"), Json.pretty(generation(config)) + "\n");
        for (Map.Entry<String, String> file : tokenizer.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        try (NDManager scope = NDManager.newBaseManager();
                Tensors tensors = new Tensors(scope)) {
            List<Map<String, NDArray>> shards = shards(decoder);
            if (shards.size() == 1) {
                SafetensorsWriter.write(folder.resolve(WeightFiles.SINGLE), shards.get(0), tensors, stored);
                return;
            }
            for (int i = 0; i < shards.size(); i++) {
                SafetensorsWriter.write(folder.resolve(name(i, shards.size())), shards.get(i), tensors, stored);
            }
            Files.writeString(folder.resolve(WeightFiles.INDEX), Json.pretty(index(shards, decoder)) + "\n");
        }
    }

    private static ObjectNode generation(ModelConfig config) {
        ObjectNode json = Json.mapper().createObjectNode();
        ObjectNode whole = ConfigFile.write(config, Precision.FLOAT32);
        for (String field : List.of("bos_token_id", "eos_token_id", "pad_token_id")) {
            if (whole.hasNonNull(field)) {
                json.set(field, whole.get(field));
            }
        }
        return json;
    }

    private List<Map<String, NDArray>> shards(Decoder decoder) {
        List<Map<String, NDArray>> shards = new ArrayList<>(List.of(new LinkedHashMap<>()));
        long size = 0;
        for (Weight weight : WeightLayout.of(decoder.config())) {
            long bytes = SafetensorsWriter.bytes(weight.shape().getShape(), stored);
            if (size > 0 && size + bytes > shardBytes) {
                shards.add(new LinkedHashMap<>());
                size = 0;
            }
            size += bytes;
            NDArray parameter = decoder.parameters().get(weight.name());
            shards.get(shards.size() - 1).put(weight.checkpointName(), parameter);
        }
        return shards;
    }

    private ObjectNode index(List<Map<String, NDArray>> shards, Decoder decoder) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.putObject("metadata").put("total_size", decoder.parameterCount() * stored.bytes());
        ObjectNode map = json.putObject("weight_map");
        for (int i = 0; i < shards.size(); i++) {
            String name = name(i, shards.size());
            shards.get(i).keySet().forEach(tensor -> map.put(tensor, name));
        }
        return json;
    }

    private static String name(int shard, int count) {
        return "model-%05d-of-%05d.safetensors".formatted(shard + 1, count);
    }

    private static void rename(Path temporary, Path target) throws IOException {
        Path old = target.resolveSibling(temporary.getFileName() + ".old");
        boolean replaces = Files.exists(target);
        if (replaces) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        Folders.remove(old);
    }
}
