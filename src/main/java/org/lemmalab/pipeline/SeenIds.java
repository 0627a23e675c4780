package org.lemmalab.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which record first used an id. A table of the first 128 bits of the ids' SHA-256, probed linearly: 24 bytes a slot and two to
 * four slots a record, whatever the ids' lengths.
 */
final class SeenIds {
    private final MessageDigest digest;
    private long[] high = new long[1 << 10];
    private long[] low = new long[1 << 10];
    private long[] number = new long[1 << 10];
    private int size;

    SeenIds() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The number of the record that used this id before; -1 where none did, and then this one has. */
    long put(String id, long recordNumber) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
        long first = hash.getLong();
        long second = hash.getLong();
        int slot = slot(first, second);
        if (number[slot] != 0) {
            return number[slot] - 1;
        }
        fill(slot, first, second, recordNumber + 1);
        if (++size > high.length / 2) {
            grow();
        }
        return -1;
    }

    private int slot(long first, long second) {
        int mask = high.length - 1;
        int slot = (int) first & mask;
        while (number[slot] != 0 && (high[slot] != first || low[slot] != second)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void fill(int slot, long first, long second, long value) {
        high[slot] = first;
        low[slot] = second;
        number[slot] = value;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldNumber = number;
        high = new long[2 * oldHigh.length];
        low = new long[2 * oldHigh.length];
        number = new long[2 * oldHigh.length];
        for (int i = 0; i < oldHigh.length; i++) {
            if (oldNumber[i] != 0) {
                fill(slot(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldNumber[i]);
            }
        }
    }
}
