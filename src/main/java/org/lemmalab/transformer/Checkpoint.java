package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/** A Hugging Face checkpoint folder, for reading: {@code config.json} and the weights, in one safetensors file or several. */
public final class Checkpoint {
    private final Path folder;
    private final ModelConfig config;

    private Checkpoint(Path folder, ModelConfig config) {
        this.folder = folder;
        this.config = config;
    }

    /**
     * @param folder a checkpoint folder
     * @return the checkpoint; its weights are not read yet
     * @throws LabException if there is no such folder, or its configuration is not supported
     */
    public static Checkpoint open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new LabException(folder + ": expected a checkpoint folder, found none");
        }
        try {
            return new Checkpoint(folder, ConfigFile.read(json(folder.resolve("config.json"))));
        } catch (LabException e) {
            throw new LabException(folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * @return the folder
     */
    public Path folder() {
        return folder;
    }

    /**
     * @return what the decoder looks like; with the end tokens of {@code generation_config.json} where there is one
     */
    public ModelConfig config() {
        Path file = folder.resolve("generation_config.json");
        if (!Files.exists(file)) {
            return config;
        }
        var ends = ConfigFile.tokens(json(file).path("eos_token_id"));
        if (ends.isEmpty()) {
            return config;
        }
        SpecialTokens tokens = config.tokens();
        return new ModelConfig(
                config.family(),
                config.size(),
                config.normEpsilon(),
                config.rope(),
                config.window(),
                config.tied(),
                new SpecialTokens(tokens.start(), ends, tokens.padding()));
    }

    /**
     * Reads a decoder to train: its parameters are float32, whatever the folder stores.
     *
     * @param manager owns the decoder
     * @param compute the element type of computation
     * @return the decoder
     * @throws LabException if a weight or a shard is missing or of the wrong shape
     */
    public Decoder decoder(NDManager manager, Precision compute) {
        try (NDManager scope = manager.newSubManager()) {
            // What a program returns can never take gradients; a copy made outside of programs can.
            Map<String, NDArray> parameters = new LinkedHashMap<>();
            weights(scope, Precision.FLOAT32).forEach((name, array) -> parameters.put(name, array.duplicate()));
            return new Decoder(manager, config(), parameters, compute);
        }
    }

    /**
     * Reads a decoder to generate and score with.
     *
     * @param manager owns the decoder
     * @param compute the element type of weights and computation
     * @return the decoder
     * @throws LabException if a weight or a shard is missing or of the wrong shape
     */
    public FrozenDecoder frozen(NDManager manager, Precision compute) {
        try (NDManager scope = manager.newSubManager()) {
            return FrozenDecoder.of(manager, config(), weights(scope, compute), compute);
        }
    }

    private Map<String, NDArray> weights(NDManager manager, Precision wanted) {
        Map<String, NDArray> weights = new LinkedHashMap<>();
        try (NDManager scope = manager.newSubManager();
                Tensors tensors = new Tensors(scope);
                WeightFiles files = WeightFiles.open(folder)) {
            for (Weight weight : WeightLayout.of(config)) {
                SafetensorsReader file = files.holding(weight.checkpointName());
                long[] found = file.shape(weight.checkpointName());
                if (!Arrays.equals(found, weight.shape().getShape())) {
                    throw new LabException(folder + ": tensor '" + weight.checkpointName() + "': expected shape "
                            + weight.shape() + ", found " + Arrays.toString(found));
                }
                weights.put(weight.name(), file.read(manager, tensors, weight.checkpointName(), wanted));
            }
            files.refuseOthers(config);
        }
        return weights;
    }

    static JsonNode json(Path file) {
        try {
            return Json.parse(Files.readString(file));
        } catch (IOException e) {
            throw new LabException(file.getFileName() + ": cannot be read: " + e, e);
        } catch (LabException e) {
            throw new LabException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }
}
