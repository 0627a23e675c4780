package org.lemmalab.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads JSON Lines as a stream: one object a line, UTF-8. Memory holds one line at a time, whatever the file's length. A bad
 * line goes to {@link RejectedLines} with its number and the reason, and reading goes on.
 */
public final class JsonLines {
    /** The longest line that is read, in bytes (16 MiB); a longer one is rejected without being held in memory. */
    public static final int LONGEST_LINE = 16 << 20;

    private static final int BUFFER = 1 << 16;

    private JsonLines() {}

    /**
     * Reads a file line by line.
     *
     * @param file the file
     * @param parser turns one object into a record; a {@link LabException} from it is the line's reason for rejection
     * @param consumer takes each record, in the file's order
     * @param rejected takes each bad line
     * @param <T> the record type
     * @return how many records were read
     * @throws LabException if the file is missing, unreadable or has no line at all
     */
    public static <T> long forEach(
            Path file, Function<JsonNode, T> parser, Consumer<? super T> consumer, RejectedLines rejected) {
        checkReadable(file);
        Counts counts = new Counts();
        try (InputStream in = Files.newInputStream(file)) {
            LineReader reader = new LineReader(in);
            while (reader.next()) {
                counts.lines++;
                T value;
                try {
                    String text = reader.text();
                    if (text.isBlank()) {
                        continue;
                    }
                    value = parser.apply(Json.parse(text));
                } catch (LabException e) {
                    counts.bad++;
                    rejected.add(file, reader.number(), e.getMessage(), reader.lenientText());
                    continue;
                }
                counts.good++;
                consumer.accept(value);
            }
        } catch (IOException e) {
            throw new LabException(
                    file + " line " + (counts.lines + 1) + ": reading failed: "
                            + e.getClass().getSimpleName() + " " + e.getMessage(),
                    e);
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
     * Counts line ends, for the total of a progress bar; blank lines count too.
     *
     * @param file the file
     * @return how many lines it has
     * @throws LabException if the file is missing or unreadable
     */
    public static long countLines(Path file) {
        checkReadable(file);
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
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e.getMessage(), e);
        }
        return last == '\n' ? lines : lines + 1;
    }

    private static void checkReadable(Path file) {
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
        private long lines;
        private long good;
        private long bad;
    }

    /** Splits bytes at line feeds; holds one line, never more than the longest allowed. */
    private static final class LineReader {
        private final InputStream in;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream(BUFFER);
        private final byte[] buffer = new byte[BUFFER];
        private int at;
        private int end;
        private long number;
        private boolean tooLong;

        private LineReader(InputStream in) {
            this.in = in;
        }

        private boolean next() throws IOException {
            line.reset();
            tooLong = false;
            if (!fill()) {
                return false;
            }
            number++;
            while (fill()) {
                int start = at;
                while (at < end && buffer[at] != '\n') {
                    at++;
                }
                keep(start);
                if (at < end) {
                    at++;
                    return true;
                }
            }
            return true;
        }

        /** Whether there is another byte in the buffer, read into it if need be. */
        private boolean fill() throws IOException {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(buffer));
            }
            return at < end;
        }

        private void keep(int start) {
            int room = LONGEST_LINE - line.size();
            tooLong |= at - start > room;
            line.write(buffer, start, Math.min(room, at - start));
        }

        private long number() {
            return number;
        }

        private String text() {
            if (tooLong) {
                throw new LabException("expected a line of at most " + LONGEST_LINE + " bytes, found a longer one");
            }
            byte[] bytes = line.toByteArray();
            if (number == 1 && startsWith(bytes, 0xFF, 0xFE) || number == 1 && startsWith(bytes, 0xFE, 0xFF)) {
                throw new LabException("expected UTF-8, found UTF-16 (its byte order mark opens the file)");
            }
            int start = number == 1 && startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new LabException("expected UTF-8, found bytes that are none", e);
            }
        }

        /** The line for the record of what was rejected: undecodable bytes replaced, cut to a readable length. */
        private String lenientText() {
            int shown = tooLong ? 200 : line.size();
            return new String(line.toByteArray(), 0, shown, StandardCharsets.UTF_8);
        }

        private static boolean startsWith(byte[] bytes, int... prefix) {
            if (bytes.length < prefix.length) {
                return false;
            }
            for (int i = 0; i < prefix.length; i++) {
                if ((bytes[i] & 0xFF) != prefix[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
