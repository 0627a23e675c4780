package org.lemmalab.io;

import java.io.IOException;
import java.io.InputStream;

/**
 * Splits the one array of a file at the commas between its elements; holds one element. It follows quotes and brackets only, so
 * that an element that is no JSON does not keep the others from being read.
 */
final class ElementReader implements PieceReader {
    private static final int END = -1;

    private final InputStream in;
    private final Piece element = new Piece();
    private long line = 1;
    private long number;
    private int depth;
    private boolean quoted;
    private boolean ended;

    /**
     * @param in a stream that begins with the array, white space before it allowed
     */
    ElementReader(InputStream in) throws IOException {
        this.in = in;
        int opening = afterSpace();
        if (opening != '[') {
            throw new LabException("expected an array, found no opening bracket");
        }
    }

    @Override
    public boolean next() throws IOException {
        if (ended) {
            return false;
        }
        element.clear();
        int value = afterSpace();
        number = line;
        boolean empty = true;
        while (!endsElement(value)) {
            element.add(value);
            empty &= isSpace(value);
            follow(value);
            value = read();
        }
        if (value == ']') {
            ended = true;
            requireNothingMore();
        }
        return !empty || !ended;
    }

    /** Whether the array's own comma or closing bracket is reached; the end of the file must not come first. */
    private boolean endsElement(int value) {
        if (value == END) {
            throw new LabException(
                    "line " + line + ": expected the array's closing bracket, found the end of the file");
        }
        return depth == 0 && !quoted && (value == ',' || value == ']');
    }

    private void follow(int value) throws IOException {
        if (quoted) {
            if (value == '\\') {
                int escaped = read();
                if (escaped != END) {
                    element.add(escaped);
                }
            }
            quoted = value != '"';
        } else if (value == '"') {
            quoted = true;
        } else if (value == '{' || value == '[') {
            depth++;
        } else if (value == '}' || value == ']') {
            depth = Math.max(0, depth - 1);
        }
    }

    private void requireNothingMore() throws IOException {
        if (afterSpace() != END) {
            throw new LabException("line " + line + ": expected nothing after the array, found more");
        }
    }

    private int afterSpace() throws IOException {
        int value = read();
        while (isSpace(value)) {
            value = read();
        }
        return value;
    }

    private int read() throws IOException {
        int value = in.read();
        line += value == '\n' ? 1 : 0;
        return value;
    }

    private static boolean isSpace(int value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String text() {
        return element.text(false);
    }

    @Override
    public String lenientText() {
        return element.lenientText();
    }
}
