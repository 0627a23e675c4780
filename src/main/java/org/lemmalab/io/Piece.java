package org.lemmalab.io;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The bytes of one line, or of one element of an array; never more of them than the longest line that is allowed. */
final class Piece {
    private static final int SHOWN_OF_TOO_LONG = 200;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private boolean tooLong;

    void clear() {
        bytes.reset();
        tooLong = false;
    }

    void add(byte[] buffer, int start, int end) {
        int room = JsonLines.LONGEST_LINE - bytes.size();
        tooLong |= end - start > room;
        bytes.write(buffer, start, Math.min(room, end - start));
    }

    void add(int value) {
        if (bytes.size() < JsonLines.LONGEST_LINE) {
            bytes.write(value);
        } else {
            tooLong = true;
        }
    }

    /**
     * @param opensFile whether a byte order mark may open it
     * @throws LabException if it is too long or no UTF-8
     */
    String text(boolean opensFile) {
        if (tooLong) {
            throw new LabException(
                    "expected a line of at most " + JsonLines.LONGEST_LINE + " bytes, found a longer one");
        }
        byte[] all = bytes.toByteArray();
        if (opensFile && (startsWith(all, 0xFF, 0xFE) || startsWith(all, 0xFE, 0xFF))) {
            throw new LabException("expected UTF-8, found UTF-16 (its byte order mark opens the file)");
        }
        int start = opensFile && startsWith(all, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(all, start, all.length - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LabException("expected UTF-8, found bytes that are none", e);
        }
    }

    /** The text for the record of what was rejected: undecodable bytes replaced, what is too long cut to a readable length. */
    String lenientText() {
        int shown = tooLong ? SHOWN_OF_TOO_LONG : bytes.size();
        return new String(bytes.toByteArray(), 0, shown, StandardCharsets.UTF_8);
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
