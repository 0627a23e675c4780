package org.lemmalab.transformer;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;

/** Keys and values of all layers for a number of slots, one row of text each; made once, written in place. */
final class KeyValueCache implements AutoCloseable {
    private final FrozenDecoder decoder;
    private final IValue arrays;
    private final int slots;

    KeyValueCache(FrozenDecoder decoder, int slots, int capacity) {
        this.decoder = decoder;
        this.slots = slots;
        this.arrays = decoder.call("cache").with(slots).with(capacity).value();
    }

    IValue arrays() {
        return arrays;
    }

    int slots() {
        return slots;
    }

    /**
     * Copies rows to other slots.
     *
     * @param sources slots to copy
     * @param targets where to, as many; none of them a source
     * @param length tokens to copy
     */
    void copy(long[] sources, long[] targets, int length) {
        if (sources.length == 0) {
            return;
        }
        try (NDManager scope = decoder.manager().newSubManager()) {
            decoder.program()
                    .call("copy")
                    .with(arrays)
                    .with(scope.create(sources))
                    .with(scope.create(targets))
                    .with(length)
                    .value()
                    .close();
        }
    }

    @Override
    public void close() {
        arrays.close();
    }
}
