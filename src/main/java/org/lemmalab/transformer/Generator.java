package org.lemmalab.transformer;

import ai.djl.Device;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.ProgressListener;

/**
 * Generates many texts together. Rows share each step of the decoder; a finished row leaves at once and the queue fills its place.
 * What a row says depends on its own prompt, settings and seed alone.
 */
public final class Generator {
    /** Rows in one step, where the caller does not say. */
    public static final int DEFAULT_SLOTS = 64;

    /** Prompts are read together up to this many tokens, padding included. */
    private static final int PREFILL_TOKENS = 8192;

    /** The same on a processor: what a layer works on then stays near it, and a matrix product gains no more by more rows. */
    private static final int PROCESSOR_PREFILL_TOKENS = 1024;

    private final FrozenDecoder decoder;
    private final int slots;

    /**
     * @param decoder what generates
     * @param slots the most rows in one step; each needs its keys and values in memory
     */
    public Generator(FrozenDecoder decoder, int slots) {
        if (slots < 1) {
            throw new LabException("generator: expected at least one slot, found " + slots);
        }
        this.decoder = decoder;
        this.slots = slots;
    }

    /**
     * @param prompts what to complete
     * @return all rows, by prompt and sample
     * @throws LabException if a prompt does not fit the model, or the thread is interrupted
     */
    public List<Generated> generate(List<GenerationPrompt> prompts) {
        List<Generated> rows = new ArrayList<>();
        generate(prompts, rows::add, ProgressListener.SILENT);
        rows.sort(Comparator.comparingInt(Generated::prompt).thenComparingInt(Generated::sample));
        return rows;
    }

    /**
     * @param prompts what to complete
     * @param finished is given each row as soon as it is finished, one at a time; perhaps from another thread
     * @param listener is told after each step how far it has come, likewise
     * @throws LabException if a prompt does not fit the model, or the thread is interrupted; rows finished before were given
     */
    public void generate(List<GenerationPrompt> prompts, Consumer<Generated> finished, ProgressListener listener) {
        prompts.forEach(prompt -> TokenChecks.requirePrompt(prompt.tokens(), decoder.config(), 1));
        Deque<GenerationRow> queue = queue(prompts);
        if (queue.isEmpty()) {
            return;
        }
        int most = Math.min(slots, queue.size());
        int capacity = capacity(prompts);
        int workers = GenerationWorkers.count(decoder, most);
        GenerationRun run = new GenerationRun(queue, finished, listener);
        if (workers == 1) {
            GenerationWorkers.runHere(decoder, () -> work(run, most, capacity));
        } else {
            int each = (most + workers - 1) / workers;
            GenerationWorkers.run(workers, run, () -> work(run, each, capacity));
        }
        if (run.isStopped()) {
            throw new LabException(
                    "generation was interrupted after " + run.finished() + " of " + run.total() + " rows");
        }
    }

    /** Takes rows from the queue until there are none, or the run is stopped. */
    private void work(GenerationRun run, int ownSlots, int capacity) {
        try (KeyValueCache cache = new KeyValueCache(decoder, ownSlots, capacity);
                GenerationBatch batch = new GenerationBatch(decoder, cache, run)) {
            while (!run.isStopped()) {
                int free = ownSlots - batch.rows();
                List<GenerationRow> more =
                        wantsMore(batch.rows(), ownSlots) ? run.next(free, prefillTokens()) : List.of();
                if (!more.isEmpty()) {
                    batch.begin(more);
                } else if (batch.rows() > 0) {
                    batch.advance();
                } else {
                    return;
                }
                if (Thread.interrupted()) {
                    run.stop();
                }
            }
        }
    }

    private int prefillTokens() {
        return decoder.manager().getDevice().equals(Device.cpu()) ? PROCESSOR_PREFILL_TOKENS : PREFILL_TOKENS;
    }

    /** Reading prompts holds up the rows that are under way, so it waits until an eighth of the slots is free. */
    private static boolean wantsMore(int rows, int slots) {
        return rows == 0 || slots - rows >= Math.max(1, slots / 8);
    }

    /** Longest prompts first: those of a group are of like length, and the long texts do not trail at the end. */
    private Deque<GenerationRow> queue(List<GenerationPrompt> prompts) {
        int context = decoder.config().size().context();
        Deque<GenerationRow> queue = new ArrayDeque<>();
        IntStream.range(0, prompts.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer number) -> -prompts.get(number).tokens().length))
                .forEach(number -> {
                    GenerationPrompt prompt = prompts.get(number);
                    for (int sample = 0; sample < prompt.settings().samples(); sample++) {
                        queue.add(new GenerationRow(number, sample, prompt, context));
                    }
                });
        return queue;
    }

    private int capacity(List<GenerationPrompt> prompts) {
        long most = prompts.stream()
                .mapToLong(prompt ->
                        (long) prompt.tokens().length + prompt.settings().maxNewTokens())
                .max()
                .orElse(1);
        return (int) Math.min(most, decoder.config().size().context());
    }
}
