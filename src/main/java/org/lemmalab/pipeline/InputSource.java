package org.lemmalab.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;

/**
 * The records of the input files. Bad lines, and second uses of an id, are kept beside the output; the files are read from the
 * beginning at every start, so that this record of them is always whole.
 */
final class InputSource<I> implements Source<I> {
    private final Stage<I, ?> stage;
    private final List<Path> inputs;
    private final RunFolder folder;
    private final List<FileTime> modified = new ArrayList<>();
    private final SeenIds seen = new SeenIds();
    private long number;
    private volatile long rejectedSoFar;

    /** Notes when the files were last changed; to be made before they are hashed. */
    InputSource(Stage<I, ?> stage, List<Path> inputs, RunFolder folder) {
        this.stage = stage;
        this.inputs = inputs;
        this.folder = folder;
        inputs.forEach(input -> modified.add(modifiedAt(input)));
    }

    @Override
    public long forEach(LongPredicate settled, Consumer<Work<I>> consumer) {
        try (RejectedLines rejected = RejectedLines.beside(folder.output())) {
            for (Path input : inputs) {
                JsonLines.forEach(
                        input,
                        this::work,
                        work -> {
                            rejectedSoFar = rejected.count();
                            if (!settled.test(work.sequence())) {
                                consumer.accept(work);
                            }
                        },
                        rejected);
            }
            rejectedSoFar = rejected.count();
        }
        for (int i = 0; i < inputs.size(); i++) {
            if (!modified.get(i).equals(modifiedAt(inputs.get(i)))) {
                throw new LabException(
                        inputs.get(i) + ": expected it to stay as it was, found it changed during the run");
            }
        }
        return number;
    }

    @Override
    public long rejected() {
        return rejectedSoFar;
    }

    private Work<I> work(JsonNode line) {
        I input = asked(() -> stage.read(line), "a record");
        String id = asked(() -> stage.id(input), "an id");
        if (id.isBlank()) {
            throw new LabException("expected an id, found it blank");
        }
        long before = seen.put(id, number);
        if (before >= 0) {
            throw new LabException("id '" + id + "': expected each id once, found it before, in record " + before
                    + " (counted from 0)");
        }
        return new Work<>(number, number++, id, 0, line, input);
    }

    /** What the stage says; whatever it throws is the line's reason for rejection. */
    private static <T> T asked(Supplier<T> question, String what) {
        try {
            return Optional.ofNullable(question.get())
                    .orElseThrow(() -> new LabException("expected " + what + ", found that the stage reads none here"));
        } catch (LabException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new LabException("expected " + what + ", found that the stage cannot read this line: " + e, e);
        }
    }

    private static FileTime modifiedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new LabException(file + ": expected an input file, found none that can be read: " + e, e);
        }
    }
}
