package org.lemmalab.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * A checkpoint and the results since, in the order of completion. A new journal is written beside the old one and takes its
 * place by one rename, so at every moment there is exactly one whole checkpoint.
 */
final class Journal implements Closeable {
    /**
     * @param checkpoint the first line
     * @param entries every whole line after it
     */
    record Content(Checkpoint checkpoint, List<Entry> entries) {}

    private final Sink sink;

    private Journal(Sink sink) {
        this.sink = sink;
    }

    /**
     * Reads a journal up to its first damaged line: what lies behind a torn line was never forced to the disk.
     *
     * @return its content; empty where there is no journal
     * @throws LabException if even its checkpoint is damaged, which no interruption explains
     */
    static Optional<Content> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            Checkpoint checkpoint = parse(reader.readLine(), Checkpoint.class)
                    .orElseThrow(() -> new LabException(file
                            + " line 1: expected a checkpoint, found none; the file was changed by something else"));
            List<Entry> entries = new ArrayList<>();
            for (Optional<Entry> entry = parse(reader.readLine(), Entry.class);
                    entry.isPresent();
                    entry = parse(reader.readLine(), Entry.class)) {
                entries.add(entry.get());
            }
            return Optional.of(new Content(checkpoint, entries));
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Starts a journal in the place of any other. */
    static Journal begin(RunFolder folder, Disk disk, Checkpoint checkpoint, Collection<Entry> waiting)
            throws IOException {
        Path part = RunFolder.part(folder.journal());
        long length;
        try (Sink sink = new Sink(disk, part, 0)) {
            sink.line(Json.line(checkpoint));
            for (Entry entry : waiting) {
                sink.line(Json.line(entry));
            }
            sink.sync();
            length = sink.length();
        }
        disk.replace(part, folder.journal());
        return new Journal(new Sink(disk, folder.journal(), length));
    }

    void add(byte[] line) throws IOException {
        sink.bytes(line);
    }

    void flush() throws IOException {
        sink.flush();
    }

    void sync() throws IOException {
        sink.sync();
    }

    long length() {
        return sink.length();
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }

    private static <T> Optional<T> parse(String line, Class<T> type) {
        try {
            return line == null ? Optional.empty() : Optional.of(Json.mapper().readValue(line, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
