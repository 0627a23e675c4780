package org.lemmalab.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the lines that could not be used: each with file, line number and reason, in a {@code .rejected.jsonl} beside the
 * output. The file is made only when there is something to keep. Not safe for several threads.
 */
public final class RejectedLines implements AutoCloseable {
    private static final int SHOWN = 3;

    private final Optional<Path> file;
    private final boolean refuse;
    private final List<String> first = new ArrayList<>();
    private BufferedWriter writer;
    private long count;

    private RejectedLines(Optional<Path> file, boolean refuse) {
        this.file = file;
        this.refuse = refuse;
    }

    /**
     * Rejections kept beside an output file: {@code labels.jsonl} gives {@code labels.rejected.jsonl}. A file left by an
     * earlier run is removed.
     *
     * @param output the output file
     * @return an open record of rejections
     */
    public static RejectedLines beside(Path output) {
        Path rejectedFile = fileBeside(output);
        try {
            Files.deleteIfExists(rejectedFile);
        } catch (IOException e) {
            throw new LabException(rejectedFile + ": an earlier record cannot be removed: " + e.getMessage(), e);
        }
        return new RejectedLines(Optional.of(rejectedFile), false);
    }

    /**
     * @param output an output file
     * @return where the lines are kept that were rejected for it
     */
    public static Path fileBeside(Path output) {
        String name = output.getFileName().toString().replaceFirst("\\.gz$", "");
        String stem = name.endsWith(".jsonl") ? name.substring(0, name.length() - ".jsonl".length()) : name;
        return output.resolveSibling(stem + ".rejected.jsonl");
    }

    /**
     * @return rejections that are counted and shown, not written
     */
    public static RejectedLines counting() {
        return new RejectedLines(Optional.empty(), false);
    }

    /**
     * @return rejections that throw at the first bad line
     */
    public static RejectedLines refusing() {
        return new RejectedLines(Optional.empty(), true);
    }

    /**
     * Records one bad line.
     *
     * @param source the file that it came from
     * @param line its number, from 1
     * @param reason why it was rejected
     * @param content its text
     * @throws LabException if this record refuses bad lines, or cannot be written
     */
    public void add(Path source, long line, String reason, String content) {
        String message = source + " line " + line + ": " + reason;
        if (refuse) {
            throw new LabException(message);
        }
        count++;
        if (first.size() < SHOWN) {
            first.add(message);
        }
        file.ifPresent(path -> write(path, source, line, reason, content));
    }

    /**
     * @return how many lines were rejected
     */
    public long count() {
        return count;
    }

    /**
     * @return the first few messages, each naming file, line and reason
     */
    public List<String> messages() {
        return List.copyOf(first);
    }

    /**
     * @return where the bad lines are kept; empty where none were, or where they are only counted
     */
    public Optional<Path> file() {
        return count == 0 ? Optional.empty() : file;
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw new LabException(file.orElseThrow() + ": cannot be written: " + e.getMessage(), e);
            }
        }
    }

    private void write(Path path, Path source, long line, String reason, String content) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", source.getFileName().toString());
        entry.put("line", line);
        entry.put("reason", reason);
        entry.put("content", content);
        try {
            if (writer == null) {
                writer = Files.newBufferedWriter(path);
            }
            writer.write(Json.line(entry));
            writer.newLine();
        } catch (IOException e) {
            throw new LabException(path + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
