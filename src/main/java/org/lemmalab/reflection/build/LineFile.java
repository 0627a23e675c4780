package org.lemmalab.reflection.build;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/** A file of JSON Lines that takes its name when it is whole. */
final class LineFile implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final BufferedWriter writer;
    private long lines;
    private boolean whole;

    private LineFile(Path file, Path part, BufferedWriter writer) {
        this.file = file;
        this.part = part;
        this.writer = writer;
    }

    static LineFile create(Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new LineFile(file, part, Files.newBufferedWriter(part));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    void add(Object value) {
        try {
            writer.write(Json.line(value));
            writer.write('\n');
            lines++;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    long lines() {
        return lines;
    }

    /** All is written: closing gives the file its name. */
    void finish() {
        whole = true;
    }

    @Override
    public void close() {
        try {
            writer.close();
            if (whole) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static LabException unwritable(Path file, IOException e) {
        return new LabException(file + ": cannot be written: " + e.getMessage(), e);
    }
}
