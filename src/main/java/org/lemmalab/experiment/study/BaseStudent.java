package org.lemmalab.experiment.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.TextModel;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.LocalModel;

/**
 * A student that a study starts from.
 *
 * @param name for records and tables
 * @param identity what tells it from others: the hash of its files, or its place and name
 * @param folder its checkpoint folder; empty for an endpoint, which cannot be trained here
 * @param opener opens it to be asked
 */
public record BaseStudent(String name, String identity, Optional<Path> folder, Supplier<TextModel> opener) {
    /**
     * @param folder a Hugging Face checkpoint folder
     * @return the student, named as the folder
     */
    public static BaseStudent of(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        return new BaseStudent(
                whole.getFileName().toString(), hash(whole), Optional.of(whole), () -> LocalModel.open(whole));
    }

    /**
     * @param name the model's name at the endpoint
     * @param url the endpoint
     * @param opener opens it
     * @return the student, to be asked only
     */
    public static BaseStudent endpoint(String name, String url, Supplier<TextModel> opener) {
        return new BaseStudent(name, url + " " + name, Optional.empty(), opener);
    }

    /**
     * @param newName for records and tables
     * @return the same under another name
     */
    public BaseStudent named(String newName) {
        return new BaseStudent(newName, identity, folder, opener);
    }

    /**
     * @return the folder
     * @throws LabException if there is none, with what can be done then
     */
    public Path trainable() {
        return folder.orElseThrow(() -> new LabException("student " + name
                + ": expected a checkpoint folder to fine-tune, found an endpoint; make the corpora with 'lab corpus',"
                + " export them with 'lab export', train there, and give the trained model to 'lab eval'"));
    }

    /** Parameters in millions; of an endpoint, whose size is not told, one. */
    double millions() {
        return folder.map(place -> Checkpoint.open(place).config().parameterCount() / 1e6)
                .orElse(1.0);
    }

    /** What the weights, the configuration and the tokenizer are; the folder's place and its card do not count. */
    private static String hash(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> counted = files.filter(BaseStudent::counts).sorted().toList();
            if (counted.isEmpty()) {
                throw new LabException(folder + ": expected a checkpoint folder, found no weights");
            }
            return Hashes.sha256(counted.stream()
                    .map(file -> file.getFileName() + " " + Hashes.sha256(file))
                    .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new LabException(folder + ": cannot be read: " + e, e);
        }
    }

    private static boolean counts(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".safetensors") || name.endsWith("config.json") || name.startsWith("tokenizer");
    }
}
