package org.lemmalab.llm.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Goes through the lines of a part of a file; holds one line at a time. */
final class LineScanner {
    private static final int BLOCK = 1 << 16;

    private final FileChannel channel;
    private final long end;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long read;
    private long offset;
    private long nextOffset;

    LineScanner(FileChannel channel, long start, long end) {
        this.channel = channel;
        this.end = end;
        this.read = start;
        this.nextOffset = start;
    }

    boolean next() throws IOException {
        offset = nextOffset;
        line.reset();
        while (block.hasRemaining() || fill()) {
            byte b = block.get();
            nextOffset++;
            if (b == '\n') {
                return true;
            }
            line.write(b);
        }
        return false;
    }

    long offset() {
        return offset;
    }

    int length() {
        return line.size();
    }

    String text() {
        return line.toString(StandardCharsets.UTF_8);
    }

    private boolean fill() throws IOException {
        if (read >= end) {
            return false;
        }
        block.clear().limit((int) Math.min(BLOCK, end - read));
        int count = channel.read(block, read);
        block.flip();
        read += Math.max(count, 0);
        return count > 0;
    }
}
