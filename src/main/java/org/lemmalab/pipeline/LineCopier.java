package org.lemmalab.pipeline;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies an old output line by line into a new one, so that retried records find their place between them. */
final class LineCopier implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final InputStream in;
    private final byte[] piece = new byte[BUFFER];
    private long bytes;
    private long lines;

    LineCopier(Path file, long bytes, long lines) throws IOException {
        this.file = file;
        this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        this.bytes = bytes;
        this.lines = lines;
        in.skipNBytes(bytes);
    }

    /** Copies until so many lines are over there. */
    void copyTo(long count, Sink sink) throws IOException {
        int filled = 0;
        while (lines < count) {
            int b = in.read();
            if (b < 0) {
                throw new IOException(file + ": expected at least " + count + " lines, found " + lines
                        + "; the file was changed by something else");
            }
            piece[filled++] = (byte) b;
            bytes++;
            lines += b == '\n' ? 1 : 0;
            if (filled == BUFFER) {
                sink.bytes(piece, filled);
                filled = 0;
            }
        }
        sink.bytes(piece, filled);
    }

    long bytes() {
        return bytes;
    }

    long lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
