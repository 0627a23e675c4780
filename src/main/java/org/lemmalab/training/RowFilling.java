package org.lemmalab.training;

import java.util.Arrays;
import java.util.List;

/**
 * What padding would cost: how many places the rows of one epoch would have if every row of a batch were as long as its longest, and how
 * many of them hold tokens. This trainer lays sequences one after the other and computes no padding; others do.
 *
 * @param layout how rows are made
 * @param batches of the epoch
 * @param places of all batches, padding included
 * @param tokens in them
 * @param largestBatch tokens of the batch with the most
 * @param smallestBatch tokens of the batch with the fewest, the last one left out
 */
public record RowFilling(
        TrainingSettings.Batching.Layout layout,
        int batches,
        long places,
        long tokens,
        long largestBatch,
        long smallestBatch) {
    /**
     * @param examples what is trained
     * @param settings how they share rows and batches
     * @return the first epoch's filling
     */
    public static RowFilling of(List<Example> examples, TrainingSettings settings) {
        List<List<List<Integer>>> batches = BatchPlan.of(examples, settings, 0).steps().stream()
                .flatMap(List::stream)
                .toList();
        long places = 0;
        long tokens = 0;
        long largest = 0;
        long smallest = Long.MAX_VALUE;
        for (List<List<Integer>> batch : batches) {
            long[] rows = batch.stream().mapToLong(row -> length(examples, row)).toArray();
            long used = Arrays.stream(rows).sum();
            places += rows.length * Arrays.stream(rows).max().orElse(0);
            tokens += used;
            largest = Math.max(largest, used);
            smallest = rows.length == settings.batching().rows() ? Math.min(smallest, used) : smallest;
        }
        return new RowFilling(
                settings.batching().layout(), batches.size(), places, tokens, largest, Math.min(largest, smallest));
    }

    private static long length(List<Example> examples, List<Integer> row) {
        return row.stream().mapToLong(number -> examples.get(number).length()).sum();
    }

    /**
     * @return the share of the places that hold tokens, from 0 to 1
     */
    public double share() {
        return (double) tokens / Math.max(1, places);
    }
}
