package org.lemmalab.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file of JSON values as one stream of numbered rows: JSON Lines, or one array of them, gzipped or not; which of them it is,
 * the first bytes say, not the name. Memory holds one row at a time. A row that cannot be read comes as a {@link JsonRow.Bad}, and
 * the next one follows.
 *
 * <pre>{@code
 * try (JsonRows rows = JsonRows.open(Path.of("attempts.jsonl.gz"))) {
 *     for (Optional<JsonRow> row = rows.next(); row.isPresent(); row = rows.next()) { … }
 * }
 * }</pre>
 */
public final class JsonRows implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final InputStream in;
    private final PieceReader pieces;

    private JsonRows(String name, InputStream in, PieceReader pieces) {
        this.name = name;
        this.in = in;
        this.pieces = pieces;
    }

    /**
     * @param file the file
     * @return its rows
     * @throws LabException if the file is missing or cannot be read
     */
    public static JsonRows open(Path file) {
        JsonLines.checkReadable(file);
        try {
            return of(file.toString(), Files.newInputStream(file));
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /**
     * @param name how messages call the stream
     * @param stream the bytes; closed with the rows
     * @return its rows
     * @throws LabException if the stream cannot be read
     */
    public static JsonRows of(String name, InputStream stream) {
        try {
            InputStream in = plain(new BufferedInputStream(stream, BUFFER));
            return new JsonRows(name, in, firstIn(in) == '[' ? new ElementReader(in) : new LineReader(in));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /**
     * @return how messages call the rows: the file's path
     */
    public String name() {
        return name;
    }

    /**
     * @return the next row that is not blank; empty at the end
     * @throws LabException if reading fails, or an array is broken off
     */
    public Optional<JsonRow> next() {
        try {
            while (pieces.next()) {
                Optional<JsonRow> row = row();
                if (row.isPresent()) {
                    return row;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(name + " after line " + pieces.number(), e);
        } catch (LabException e) {
            throw new LabException(name + " " + e.getMessage(), e);
        }
    }

    private Optional<JsonRow> row() {
        try {
            String text = pieces.text();
            return text.isBlank() && pieces instanceof LineReader
                    ? Optional.empty()
                    : Optional.of(new JsonRow.Good(pieces.number(), text, Json.parseExact(text)));
        } catch (RuntimeException | StackOverflowError e) {
            String reason = e instanceof RuntimeException failure ? JsonLines.reason(failure) : "nested too deeply";
            return Optional.of(new JsonRow.Bad(pieces.number(), pieces.lenientText(), reason));
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Whether a stream is JSON Lines as they stand, neither an array nor gzipped. */
    static boolean areLines(InputStream stream) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream, BUFFER);
        return plain(in) == in && firstIn(in) != '[';
    }

    /** The stream without gzip's compression, where its first two bytes are gzip's. */
    private static InputStream plain(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean zipped = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return zipped ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    }

    /** The first byte that is no white space and no byte order mark, -1 where there is none; only a mark is consumed. */
    private static int firstIn(InputStream in) throws IOException {
        in.mark(BUFFER);
        int value = in.read();
        if (value == 0xEF && in.read() == 0xBB && in.read() == 0xBF) {
            in.mark(BUFFER);
            value = in.read();
        }
        for (int seen = 1; Character.isWhitespace(value) && seen < BUFFER; seen++) {
            value = in.read();
        }
        in.reset();
        return value;
    }

    private static LabException unreadable(String name, IOException e) {
        return new LabException(name + ": reading failed: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
    }
}
