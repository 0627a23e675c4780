package org.lemmalab.io;

import java.io.IOException;
import java.io.InputStream;

/** Splits bytes at line feeds; holds one line, never more than the longest allowed. */
final class LineReader implements PieceReader {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final Piece line = new Piece();
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    @Override
    public boolean next() throws IOException {
        line.clear();
        if (!fill()) {
            return false;
        }
        number++;
        while (fill()) {
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.add(buffer, start, at);
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

    @Override
    public long number() {
        return number;
    }

    @Override
    public String text() {
        return line.text(number == 1);
    }

    @Override
    public String lenientText() {
        return line.lenientText();
    }
}
