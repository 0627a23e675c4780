package org.lemmalab.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * The files of one run.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    /**
     * @return values of the successes, in the input's order
     */
    public Path output() {
        return path.resolve("output.jsonl");
    }

    /**
     * @return the failures with their reason; missing where there are none
     */
    public Path failed() {
        return path.resolve("output.failed.jsonl");
    }

    /**
     * @return the input lines that are no record; missing where there are none
     */
    public Path rejected() {
        return path.resolve("output.rejected.jsonl");
    }

    /**
     * @return what the folder says of itself
     */
    public Path manifest() {
        return path.resolve("manifest.json");
    }

    /**
     * @return the manifest as last written; empty where the folder holds no run
     * @throws LabException if it cannot be read
     */
    public Optional<Manifest> readManifest() {
        if (!Files.exists(manifest())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readValue(Files.readString(manifest()), Manifest.class));
        } catch (JsonProcessingException e) {
            throw new LabException(
                    manifest() + ": expected the manifest of a run, found other JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new LabException(manifest() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    Path journal() {
        return path.resolve("journal.jsonl");
    }

    Path lock() {
        return path.resolve("run.lock");
    }

    Path owner() {
        return path.resolve("run.owner");
    }

    static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }
}
