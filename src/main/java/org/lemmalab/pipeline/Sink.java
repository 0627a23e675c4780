package org.lemmalab.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file that is appended to in large pieces; errors name it. */
final class Sink implements Closeable {
    private static final int PIECE = 1 << 20;

    /** Lets the bytes out without a copy. */
    private static final class Piece extends ByteArrayOutputStream {
        private byte[] bytes() {
            return buf;
        }
    }

    private final Path file;
    private final Disk.Appender appender;
    private final Piece piece = new Piece();
    private long length;

    Sink(Disk disk, Path file, long length) throws IOException {
        this.file = file;
        this.length = length;
        try {
            this.appender = disk.append(file, length);
        } catch (IOException e) {
            throw named("opened", e);
        }
    }

    void line(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
        piece.write('\n');
        length++;
    }

    void bytes(byte[] bytes) throws IOException {
        bytes(bytes, bytes.length);
    }

    void bytes(byte[] bytes, int count) throws IOException {
        piece.write(bytes, 0, count);
        length += count;
        if (piece.size() > PIECE) {
            flush();
        }
    }

    /** Bytes in the file once all is flushed. */
    long length() {
        return length;
    }

    /** Hands everything to the operating system: a killed process loses it no more. */
    void flush() throws IOException {
        if (piece.size() == 0) {
            return;
        }
        try {
            appender.write(piece.bytes(), piece.size());
        } catch (IOException e) {
            throw named("written", e);
        }
        piece.reset();
    }

    /** Flushes, and forces everything to the disk: a power cut loses it no more. */
    void sync() throws IOException {
        flush();
        try {
            appender.sync();
        } catch (IOException e) {
            throw named("forced to the disk", e);
        }
    }

    @Override
    public void close() throws IOException {
        appender.close();
    }

    private IOException named(String what, IOException e) {
        return new IOException(file + " cannot be " + what + ": " + e.getMessage(), e);
    }
}
