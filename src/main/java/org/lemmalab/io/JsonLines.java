package org.lemmalab.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads JSON Lines as a stream: one object a line, UTF-8; or one JSON array of objects, and either of them gzipped (see
 * {@link JsonRows}). Memory holds one object at a time, whatever the file's length. A bad one goes to {@link RejectedLines} with its
 * line and the reason, and reading goes on.
 */
public final class JsonLines {
    /** The longest line that is read, in bytes (16 MiB); a longer one is rejected without being held in memory. */
    public static final int LONGEST_LINE = 16 << 20;

    private static final int BUFFER = 1 << 16;

    private JsonLines() {}

    /**
     * Reads a file object by object.
     *
     * @param file the file
     * @param parser turns one object into a record; whatever it throws is the line's reason for rejection
     * @param consumer takes each record, in the file's order
     * @param rejected takes each bad line
     * @param <T> the record type
     * @return how many records were read
     * @throws LabException if the file is missing, unreadable or has no line at all
     */
    public static <T> long forEach(
            Path file, Function<JsonNode, T> parser, Consumer<? super T> consumer, RejectedLines rejected) {
        Counts counts = new Counts();
        try (JsonRows rows = JsonRows.open(file)) {
            for (Optional<JsonRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                T value;
                try {
                    value = parser.apply(row.get().value());
                } catch (RuntimeException e) {
                    counts.bad++;
                    rejected.add(file, row.get().line(), reason(e), row.get().content());
                    continue;
                }
                counts.good++;
                consumer.accept(value);
            }
        }
        if (counts.good == 0 && counts.bad == 0) {
            throw new LabException(file + ": expected JSON Lines (one object a line), found an empty file");
        }
        return counts.good;
    }

    /**
     * Reads a whole file of good lines into memory; for files known to be small.
     *
     * @param file the file
     * @param parser turns one object into a record
     * @param <T> the record type
     * @return the records in the file's order
     * @throws LabException at the first bad line, naming file, line and reason
     */
    public static <T> List<T> readAll(Path file, Function<JsonNode, T> parser) {
        List<T> records = new ArrayList<>();
        forEach(file, parser, records::add, RejectedLines.refusing());
        return List.copyOf(records);
    }

    /**
     * Counts the objects of a file, for the total of a progress bar; of JSON Lines the line ends, so that blank lines count too.
     *
     * @param file the file
     * @return how many objects it has
     * @throws LabException if the file is missing or unreadable
     */
    public static long countLines(Path file) {
        checkReadable(file);
        try (InputStream in = Files.newInputStream(file)) {
            return JsonRows.areLines(in) ? lineEnds(file) : rows(file);
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static long rows(Path file) {
        long count = 0;
        try (JsonRows rows = JsonRows.open(file)) {
            while (rows.next().isPresent()) {
                count++;
            }
        }
        return count;
    }

    private static long lineEnds(Path file) throws IOException {
        long lines = 0;
        int last = '\n';
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    last = buffer[i];
                    lines += last == '\n' ? 1 : 0;
                }
            }
        }
        return last == '\n' ? lines : lines + 1;
    }

    /** Why a line is rejected: a message made for people as it stands, any other failure with its kind. */
    static String reason(RuntimeException failure) {
        return failure instanceof LabException ? failure.getMessage() : "failed: " + failure;
    }

    static void checkReadable(Path file) {
        if (!Files.exists(file)) {
            throw new LabException(file + ": no such file");
        }
        if (Files.isDirectory(file)) {
            throw new LabException(file + ": expected a JSON Lines file, found a folder");
        }
        if (!Files.isReadable(file)) {
            throw new LabException(file + ": the file cannot be read (permissions)");
        }
    }

    private static final class Counts {
        private long good;
        private long bad;
    }
}
