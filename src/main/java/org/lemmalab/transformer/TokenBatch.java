package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.lemmalab.io.LabException;

/**
 * Rows of sequences as a decoder reads them. Several sequences may share a row (packing): positions start anew with each, and none
 * sees another. Shorter rows are padded at the right; padding is neither seen nor trained. For losses all sequences stand one
 * after the other, and there is no padding at all.
 */
public final class TokenBatch {
    private final NDManager manager;
    private final long[] tokens;
    private final long[] positions;
    private final long[] segments;
    private final LongStream.Builder places = LongStream.builder();
    private final LongStream.Builder targets = LongStream.builder();
    private final List<Integer> lengths = new ArrayList<>();
    private final int[] filled;
    private final int rows;
    private final int length;
    private final boolean packed;
    private int trained;
    private NDArray tokenArray;
    private NDArray positionArray;
    private NDArray segmentArray;
    private NDArray placeArray;
    private NDArray targetArray;

    private TokenBatch(NDManager manager, List<List<TokenSequence>> packedRows) {
        this.manager = manager;
        this.rows = packedRows.size();
        this.length = packedRows.stream().mapToInt(TokenBatch::length).max().orElse(0);
        if (length == 0) {
            throw new LabException("token batch: expected at least one sequence, found none");
        }
        this.packed = packedRows.stream().anyMatch(row -> row.size() > 1);
        this.tokens = new long[rows * length];
        this.positions = new long[rows * length];
        this.segments = new long[rows * length];
        this.filled = packedRows.stream().mapToInt(TokenBatch::length).toArray();
        for (int row = 0; row < rows; row++) {
            fill(row, packedRows.get(row));
        }
    }

    /**
     * @param manager owns the batch's arrays and what a decoder makes of them
     * @param sequences one a row
     * @return the batch
     */
    public static TokenBatch of(NDManager manager, List<TokenSequence> sequences) {
        return packed(manager, sequences.stream().map(List::of).toList());
    }

    /**
     * @param manager owns the batch's arrays and what a decoder makes of them
     * @param rows the sequences of each row
     * @return the batch
     */
    public static TokenBatch packed(NDManager manager, List<List<TokenSequence>> rows) {
        return new TokenBatch(manager, rows);
    }

    /**
     * @return how many tokens are trained
     */
    public int trainedTokens() {
        return trained;
    }

    /**
     * @return how many places the batch has, padding included
     */
    public int size() {
        return rows * length;
    }

    NDManager manager() {
        return manager;
    }

    /** [B, T] */
    NDArray tokens() {
        return tokenArray = cached(tokenArray, tokens, new Shape(rows, length));
    }

    /** [B, T] */
    NDArray positions() {
        return positionArray = cached(positionArray, positions, new Shape(rows, length));
    }

    /** All sequences of all rows one after the other, without padding [1, T]. */
    NDArray joinedTokens() {
        return manager.create(joined(tokens), new Shape(1, used()));
    }

    /** Their positions [1, T]. */
    NDArray joinedPositions() {
        return manager.create(joined(positions), new Shape(1, used()));
    }

    /** How long each sequence is [S]. */
    NDArray lengths() {
        return manager.create(lengths.stream().mapToLong(Integer::longValue).toArray());
    }

    private long[] joined(long[] padded) {
        long[] values = new long[used()];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(padded, row * length, values, at, filled[row]);
            at += filled[row];
        }
        return values;
    }

    private int used() {
        return Arrays.stream(filled).sum();
    }

    /** [B, T], or empty where every row is one sequence: a token never sees what is to its right, so padding needs no mask. */
    NDArray segments() {
        return segmentArray =
                cached(segmentArray, packed ? segments : new long[0], packed ? new Shape(rows, length) : new Shape(0));
    }

    /** Places among the joined tokens whose next token is trained. */
    NDArray places() {
        if (placeArray == null) {
            long[] values = places.build().toArray();
            placeArray = manager.create(values, new Shape(values.length));
        }
        return placeArray;
    }

    /** Those tokens. */
    NDArray targets() {
        if (targetArray == null) {
            long[] values = targets.build().toArray();
            targetArray = manager.create(values, new Shape(values.length));
        }
        return targetArray;
    }

    void check(ModelConfig config) {
        int vocabulary = config.size().vocabulary();
        for (long token : tokens) {
            TokenChecks.requireToken(token, vocabulary);
        }
        long longest = Arrays.stream(positions).max().orElse(0) + 1;
        if (longest > config.size().context()) {
            throw new LabException("token batch: expected sequences of at most "
                    + config.size().context() + " tokens (the model's context), found one of " + longest);
        }
    }

    private void fill(int row, List<TokenSequence> sequences) {
        int at = row * length;
        int shift = at - Arrays.stream(filled).limit(row).sum();
        long segment = 0;
        for (TokenSequence sequence : sequences) {
            segment++;
            int[] ids = sequence.tokens();
            lengths.add(ids.length);
            for (int i = 0; i < ids.length; i++, at++) {
                tokens[at] = ids[i];
                positions[at] = i;
                segments[at] = segment;
                if (i > 0 && sequence.trained()[i]) {
                    places.add(at - 1 - shift);
                    targets.add(ids[i]);
                    trained++;
                }
            }
        }
    }

    private NDArray cached(NDArray array, long[] values, Shape shape) {
        return array == null ? manager.create(values, shape) : array;
    }

    private static int length(List<TokenSequence> row) {
        return row.stream().mapToInt(sequence -> sequence.tokens().length).sum();
    }
}
