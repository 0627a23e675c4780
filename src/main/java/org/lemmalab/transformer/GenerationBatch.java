package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.llm.FinishReason;
import org.lemmalab.llm.SamplingSettings;

/**
 * The rows under way. Row i has slot i of the cache, always: when a row ends, a later one moves into its slot, so that a step works on
 * the first slots without gaps.
 */
final class GenerationBatch implements AutoCloseable {
    private static final int SETTINGS = 4;
    private static final int SAMPLES = 1;
    private static final int CUTS = 2;
    private static final int LOG_PROBABILITIES = 4;

    private final FrozenDecoder decoder;
    private final KeyValueCache cache;
    private final GenerationRun run;
    private final NDManager manager;
    private List<GenerationRow> rows = new ArrayList<>();

    GenerationBatch(FrozenDecoder decoder, KeyValueCache cache, GenerationRun run) {
        this.decoder = decoder;
        this.cache = cache;
        this.run = run;
        this.manager = decoder.manager().newSubManager();
    }

    int rows() {
        return rows.size();
    }

    /**
     * Reads the prompts of new rows and generates the first token of each. Samples of one prompt follow one another: it is read
     * once, and its keys and values are copied.
     */
    void begin(List<GenerationRow> added) {
        int first = rows.size();
        List<GenerationRow> readers = new ArrayList<>();
        List<GenerationRow> followers = new ArrayList<>();
        List<Long> sources = new ArrayList<>();
        for (GenerationRow row : added) {
            boolean same = !readers.isEmpty() && readers.get(readers.size() - 1).promptNumber() == row.promptNumber();
            (same ? followers : readers).add(row);
            if (same) {
                sources.add(readers.size() - 1L);
            }
        }
        List<GenerationRow> inOrder = new ArrayList<>(readers);
        inOrder.addAll(followers);
        try (NDManager scope = manager.newSubManager()) {
            long[] copies = new long[inOrder.size()];
            for (int i = 0; i < copies.length; i++) {
                copies[i] = i < readers.size() ? i : sources.get(i - readers.size());
            }
            TorchCall call = decoder.call("begin").with(cache.arrays()).with(first);
            prompts(call, scope, readers);
            call.with(scope.create(copies)).with(settings(scope, inOrder)).with(mode(inOrder));
            NDArray[] chosen = call.arrays(scope);
            copyPrompts(first, readers, copies);
            rows.addAll(inOrder);
            take(first, chosen);
        }
    }

    /** One token more for every row. */
    void advance() {
        int n = rows.size();
        long[] last = new long[n];
        long[] positions = new long[n];
        int longest = 0;
        for (int i = 0; i < n; i++) {
            last[i] = rows.get(i).last();
            positions[i] = rows.get(i).position();
            longest = Math.max(longest, rows.get(i).position() + 1);
        }
        try (NDManager scope = manager.newSubManager()) {
            NDArray[] chosen = decoder.call("advance")
                    .with(cache.arrays())
                    .with(scope.create(last))
                    .with(scope.create(positions))
                    .with(longest)
                    .with(settings(scope, rows))
                    .with(mode(rows))
                    .arrays(scope);
            take(0, chosen);
        }
    }

    @Override
    public void close() {
        manager.close();
    }

    /** Gives the rows from the first on their tokens; those that end leave. */
    private void take(int first, NDArray[] chosen) {
        long[] next = chosen[0].toLongArray();
        float[] logProbabilities = chosen[1].toFloatArray();
        List<Integer> ends = decoder.config().tokens().ends();
        List<Integer> leaving = new ArrayList<>();
        List<FinishReason> reasons = new ArrayList<>();
        for (int i = 0; i < next.length; i++) {
            float logProbability = logProbabilities.length == 0 ? 0 : logProbabilities[i];
            Optional<FinishReason> end = rows.get(first + i).add((int) next[i], logProbability, ends);
            if (end.isPresent()) {
                leaving.add(first + i);
                reasons.add(end.get());
            }
        }
        List<Generated> done = new ArrayList<>();
        for (int i = 0; i < leaving.size(); i++) {
            done.add(rows.get(leaving.get(i)).finished(reasons.get(i)));
        }
        if (!leaving.isEmpty()) {
            close(leaving);
        }
        run.report(next.length, done);
    }

    /** Fills the slots of those that leave with the last of those that stay. */
    private void close(List<Integer> leaving) {
        int staying = rows.size() - leaving.size();
        List<GenerationRow> kept = new ArrayList<>(rows.subList(0, staying));
        List<Long> sources = new ArrayList<>();
        List<Long> targets = new ArrayList<>();
        int longest = 0;
        int from = rows.size() - 1;
        for (int hole : leaving) {
            if (hole >= staying) {
                break;
            }
            while (leaving.contains(from)) {
                from--;
            }
            kept.set(hole, rows.get(from));
            longest = Math.max(longest, rows.get(from).position());
            sources.add((long) from--);
            targets.add((long) hole);
        }
        cache.copy(longs(sources), longs(targets), longest);
        rows = kept;
    }

    private void prompts(TorchCall call, NDManager scope, List<GenerationRow> readers) {
        int longest = longest(readers);
        long[] padded = new long[readers.size() * longest];
        long[] last = new long[readers.size()];
        for (int i = 0; i < last.length; i++) {
            int[] prompt = readers.get(i).promptTokens();
            for (int j = 0; j < prompt.length; j++) {
                padded[i * longest + j] = prompt[j];
            }
            last[i] = prompt.length - 1L;
        }
        call.with(scope.create(padded, new Shape(readers.size(), longest))).with(scope.create(last));
    }

    /** Gives each row after the readers the keys and values of the reader with the same prompt. */
    private void copyPrompts(int first, List<GenerationRow> readers, long[] copies) {
        int more = copies.length - readers.size();
        long[] sources = new long[more];
        long[] targets = new long[more];
        for (int i = 0; i < more; i++) {
            sources[i] = first + copies[readers.size() + i];
            targets[i] = first + readers.size() + i;
        }
        cache.copy(sources, targets, longest(readers));
    }

    private static int longest(List<GenerationRow> readers) {
        return readers.stream().mapToInt(row -> row.promptTokens().length).max().orElse(0);
    }

    private NDArray settings(NDManager scope, List<GenerationRow> of) {
        double[] values = new double[of.size() * SETTINGS];
        for (int i = 0; i < of.size(); i++) {
            SamplingSettings settings = of.get(i).settings();
            values[i * SETTINGS] = settings.temperature();
            values[i * SETTINGS + 1] = settings.topK();
            values[i * SETTINGS + 2] = settings.topP();
            values[i * SETTINGS + 3] = settings.temperature() > 0 ? of.get(i).nextRandom() : 0;
        }
        return scope.create(values, new Shape(of.size(), SETTINGS));
    }

    private static int mode(List<GenerationRow> of) {
        int mode = 0;
        for (GenerationRow row : of) {
            SamplingSettings settings = row.settings();
            mode |= settings.temperature() > 0 ? SAMPLES : 0;
            mode |= settings.topK() > 0 || settings.topP() < 1 ? CUTS : 0;
            mode |= settings.logProbabilities() ? LOG_PROBABILITIES : 0;
        }
        return mode;
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
