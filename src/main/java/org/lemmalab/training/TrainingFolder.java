package org.lemmalab.training;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lemmalab.io.Folders;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.TensorFile;

/**
 * What a run leaves: {@code checkpoint-STEP/} (model or adapter, optimiser, state), {@code training.jsonl} (a line for each
 * step) and, at the end, {@code model/} or {@code adapter/}. A folder appears under its name only when it is complete.
 */
final class TrainingFolder {
    private static final Pattern CHECKPOINT = Pattern.compile("checkpoint-(\\d+)");
    private static final String PART = ".part-";
    private static final String OPTIMIZER = "optimizer.safetensors";
    private static final String STATE = "trainer_state.json";
    private static final String WEIGHTS = "weights";

    private final Path folder;

    /** Fills a folder. */
    @FunctionalInterface
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    TrainingFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            for (Path left : list(name -> name.startsWith(PART))) {
                Folders.remove(left);
            }
        } catch (IOException e) {
            throw new LabException(folder + ": cannot be made: " + e, e);
        }
    }

    Path log() {
        return folder.resolve("training.jsonl");
    }

    Path result(Learner learner) {
        return folder.resolve(learner.resultName());
    }

    Optional<Path> newest() {
        List<Path> all = checkpoints();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The weights' folder within a checkpoint. */
    static Path weights(Path checkpoint) {
        return checkpoint.resolve(WEIGHTS);
    }

    static Path optimizer(Path checkpoint) {
        return checkpoint.resolve(OPTIMIZER);
    }

    static TrainingState state(Path checkpoint) {
        Path file = checkpoint.resolve(STATE);
        try {
            JsonNode json = Json.parse(Files.readString(file));
            return Json.mapper().treeToValue(json, TrainingState.class);
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    Path write(Learner learner, Map<String, NDArray> optimizer, TrainingState state, int keep) {
        Path checkpoint = folder.resolve("checkpoint-%06d".formatted(state.step()));
        writeWhole(checkpoint, part -> {
            learner.write(weights(part), Precision.FLOAT32);
            TensorFile.write(part.resolve(OPTIMIZER), optimizer, Precision.FLOAT32);
            Path file = part.resolve(STATE);
            Files.writeString(file, Json.pretty(state) + "\n");
            force(file);
        });
        List<Path> all = checkpoints();
        for (Path old : all.subList(0, Math.max(0, all.size() - keep))) {
            Folders.remove(old);
        }
        return checkpoint;
    }

    /** Writes a folder under another name and renames it when it is complete; one that exists is replaced. */
    static void writeWhole(Path target, Filler filler) {
        Path whole = target.toAbsolutePath().normalize();
        Path part = whole.resolveSibling(PART + whole.getFileName() + "-" + Long.toHexString(System.nanoTime()));
        try {
            Files.createDirectories(part);
            filler.fill(part);
            Folders.remove(whole);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LabException(target + ": cannot be written: " + e, e);
        } finally {
            Folders.remove(part);
        }
    }

    void append(Map<String, Object> line) {
        try {
            Files.writeString(log(), Json.line(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new LabException(log() + ": cannot be written: " + e, e);
        }
    }

    /** Takes off the log what came after a step, so that a resumed run tells every step once. */
    void cutLog(int step) {
        if (!Files.exists(log())) {
            return;
        }
        try {
            List<String> kept = new ArrayList<>();
            for (String line : Files.readAllLines(log(), StandardCharsets.UTF_8)) {
                if (!isWhole(line) || Json.parse(line).path("step").asInt() > step) {
                    break;
                }
                kept.add(line + "\n");
            }
            Path part = folder.resolve(PART + "log");
            Files.writeString(part, String.join("", kept));
            Files.move(part, log(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LabException(log() + ": cannot be cut: " + e, e);
        }
    }

    /** The last line may be cut short where a process was killed. */
    private static boolean isWhole(String line) {
        try {
            return Json.parse(line).isObject();
        } catch (LabException e) {
            return false;
        }
    }

    private List<Path> checkpoints() {
        return list(name -> CHECKPOINT.matcher(name).matches()).stream()
                .sorted(Comparator.comparingLong(TrainingFolder::step))
                .toList();
    }

    private static long step(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring("checkpoint-".length()));
    }

    private List<Path> list(java.util.function.Predicate<String> wanted) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> wanted.test(file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new LabException(folder + ": cannot be listed: " + e, e);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(0));
            channel.force(true);
        }
    }
}
