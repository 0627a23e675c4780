package org.lemmalab.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which examples are trained together in one epoch, and in what order; follows from the seed and the epoch's number alone.
 *
 * @param steps for each optimiser step its batches, for each batch its rows, for each row the examples in it, by number
 */
record BatchPlan(List<List<List<List<Integer>>>> steps) {
    /** Batches whose examples are sorted by length together; large enough for little padding, small enough to stay random. */
    private static final int POOL = 50;

    static BatchPlan of(List<Example> examples, TrainingSettings settings, int epoch) {
        TrainingSettings.Batching batching = settings.batching();
        Random random = new Random(mix(settings.seed(), epoch));
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, examples.size()).boxed().toList());
        Collections.shuffle(order, random);
        List<List<Integer>> rows = switch (batching.layout()) {
            case SHUFFLED -> order.stream().map(List::of).toList();
            case BUCKETED -> bucketed(examples, order, batching.rows());
            case PACKED -> packed(examples, order, batching, random);
        };
        List<List<List<Integer>>> batches = new ArrayList<>(slices(rows, batching.rows()));
        if (batching.layout() == TrainingSettings.Batching.Layout.BUCKETED) {
            Collections.shuffle(batches, random);
        }
        return new BatchPlan(slices(batches, batching.accumulation()));
    }

    private static List<List<Integer>> bucketed(List<Example> examples, List<Integer> order, int rows) {
        List<List<Integer>> sorted = new ArrayList<>();
        for (List<Integer> pool : slices(order, rows * POOL)) {
            pool.stream()
                    .sorted(Comparator.comparingInt(
                            (Integer number) -> -examples.get(number).length()))
                    .forEach(number -> sorted.add(List.of(number)));
        }
        return sorted;
    }

    /** Best fit, longest first, within pools: each example goes to the fullest row that still has room. */
    private static List<List<Integer>> packed(
            List<Example> examples, List<Integer> order, TrainingSettings.Batching batching, Random random) {
        List<List<Integer>> rows = new ArrayList<>();
        for (List<Integer> pool : slices(order, Math.max(1, batching.rows() * batching.accumulation()) * POOL)) {
            List<Row> open = new ArrayList<>();
            pool.stream()
                    .sorted(Comparator.comparingInt(
                            (Integer number) -> -examples.get(number).length()))
                    .forEach(number -> place(open, number, examples.get(number).length(), batching.cutoff()));
            Collections.shuffle(open, random);
            open.forEach(row -> rows.add(row.examples));
        }
        return rows;
    }

    private static void place(List<Row> rows, int number, int length, int capacity) {
        Row best = rows.stream()
                .filter(row -> row.length + length <= capacity)
                .max(Comparator.comparingInt(row -> row.length))
                .orElse(null);
        if (best == null) {
            best = new Row();
            rows.add(best);
        }
        best.examples.add(number);
        best.length += length;
    }

    /** Consecutive parts of a list, the last one shorter where it must be. */
    private static <T> List<List<T>> slices(List<T> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(i -> List.copyOf(all.subList(i * size, Math.min(all.size(), (i + 1) * size))))
                .toList();
    }

    /** Spreads two numbers over all bits (the finaliser of SplitMix64), so that neighbouring seeds have nothing in common. */
    static long mix(long seed, long number) {
        long z = seed * 0x9E3779B97F4A7C15L + number + 1;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static final class Row {
        private final List<Integer> examples = new ArrayList<>();
        private int length;
    }
}
