package org.lemmalab.training;

import ai.djl.Device;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.lemmalab.io.LabException;
import org.lemmalab.training.TrainingSettings.Batching;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.WeightLayout;

/**
 * What a run will take of the memory, worked out before it starts; in bytes. On top come the process
 * itself, about half a GiB for Java and the engine, and on a CPU what the system's allocator keeps of freed arrays: up to as much again
 * as the activations; the environment variable {@code MALLOC_MMAP_THRESHOLD_=65536} has it give them back at once.
 *
 * @param weights the decoder's parameters in float32, and adapters
 * @param copies weights as the layers compute with them: in bfloat16, or query, key and value put together
 * @param gradients of all that is trained, float32
 * @param optimizer AdamW's two numbers for each of them, float32
 * @param activations what is kept between the forward and the backward pass
 * @param working the most that is needed beside it for a moment: the vocabulary's probabilities, or a layer's gradients
 */
public record MemoryEstimate(
        long weights, long copies, long gradients, long optimizer, long activations, long working) {
    private static final int FLOAT = 4;
    private static final int NORMS = 2;
    /** A norm keeps its input, the input normed and the result; in bfloat16 the first two in float32. */
    private static final int NORM_BYTES = 12;
    /** Log-probabilities, their gradients and the logits' gradients, in float32. */
    private static final int HEAD_FLOATS = 3;

    /**
     * @param config the model
     * @param settings the run
     * @param data what is learnt; the longest examples decide
     * @return the estimate
     */
    public static MemoryEstimate of(ModelConfig config, TrainingSettings settings, ExampleSet data) {
        Batching batching = settings.batching();
        long longest = data.examples().stream().mapToInt(Example::length).max().orElse(0);
        if (batching.layout() == Batching.Layout.PACKED) {
            long tokens = (long) batching.rows() * Math.max(batching.cutoff(), longest);
            long all = data.examples().stream().mapToLong(Example::length).sum();
            double share = (double) data.learnedTokens() / Math.max(1, all);
            return of(config, settings, Math.min(tokens, all), (long) (Math.min(tokens, all) * share));
        }
        return of(
                config,
                settings,
                largest(data.examples(), batching.rows(), Example::length),
                largest(data.examples(), batching.rows(), Example::learnedTokens));
    }

    private static long largest(List<Example> examples, int count, ToIntFunction<Example> size) {
        return examples.stream()
                .map(size::applyAsInt)
                .sorted(Comparator.reverseOrder())
                .limit(count)
                .mapToLong(Integer::longValue)
                .sum();
    }

    /**
     * @param config the model
     * @param settings the run
     * @param tokens of the largest batch, padding not counted
     * @param learned how many of them are learnt
     * @return the estimate
     */
    public static MemoryEstimate of(ModelConfig config, TrainingSettings settings, long tokens, long learned) {
        ModelConfig.Size size = config.size();
        long parameters = WeightLayout.of(config).stream()
                .mapToLong(weight -> weight.shape().size())
                .sum();
        long adapters = settings.lora().map(lora -> adapters(size, lora)).orElse(0L);
        long trained = settings.lora().isPresent() ? adapters : parameters;
        int bytes = settings.precision().bytes();
        long layer = tokens * layerBytes(size, bytes);
        long inputs = tokens * size.width() * bytes * size.layers();
        // In the backward pass: the gradients of the feed-forward layer's three wide arrays and of two narrow ones.
        long backward = tokens * bytes * (3L * size.feedForward() + 2L * size.width());
        long head = learned * headBytes(size, bytes);
        boolean twice = settings.gradientCheckpointing();
        return new MemoryEstimate(
                FLOAT * (parameters + adapters),
                copies(size, settings.precision(), parameters),
                FLOAT * trained,
                2 * FLOAT * trained,
                twice ? inputs : size.layers() * layer,
                Math.max(head, backward + (twice ? layer : 0)));
    }

    private static long adapters(ModelConfig.Size size, LoraSettings lora) {
        long queries = (long) size.heads() * size.headWidth();
        long keys = (long) size.keyValueHeads() * size.headWidth();
        long sides = lora.targets().stream()
                .mapToLong(target -> switch (target) {
                    case "query", "output" -> size.width() + queries;
                    case "key", "value" -> size.width() + keys;
                    default -> (long) size.width() + size.feedForward();
                })
                .sum();
        return lora.rank() * sides * size.layers();
    }

    private static long copies(ModelConfig.Size size, Precision precision, long parameters) {
        long joined = (long) (size.heads() + 2 * size.keyValueHeads()) * size.headWidth() * size.width();
        return precision == Precision.FLOAT32
                ? FLOAT * joined * size.layers()
                : precision.bytes() * (parameters + joined * size.layers());
    }

    /** What one layer keeps of one token. */
    private static long layerBytes(ModelConfig.Size size, int bytes) {
        long queries = (long) size.heads() * size.headWidth();
        long keys = (long) size.keyValueHeads() * size.headWidth();
        // Queries and keys turned; keys and values for every query head where heads share them; attention's result,
        // twice.
        long spread = size.heads() == size.keyValueHeads() ? keys : 2 * queries;
        long attention = queries + keys + spread + 2 * queries;
        // The gate, it after silu, up, and their product.
        long feedForward = 4L * size.feedForward();
        return (long) NORMS * NORM_BYTES * size.width() + bytes * (attention + feedForward) + FLOAT * size.heads();
    }

    /** What the head takes for one learnt token. */
    private static long headBytes(ModelConfig.Size size, int bytes) {
        long rounded = bytes == FLOAT ? 0 : (long) bytes * size.vocabulary();
        return (long) HEAD_FLOATS * FLOAT * size.vocabulary() + rounded + (long) NORM_BYTES * size.width();
    }

    /**
     * @return all of it
     */
    public long total() {
        return weights + copies + gradients + optimizer + activations + working;
    }

    /**
     * @param device where the run is to be
     * @throws LabException with the figures, if it cannot fit
     */
    public void requireFits(Device device) {
        requireFits(total(), AvailableMemory.of(device));
    }

    /**
     * @param needed bytes
     * @param available bytes
     */
    void requireFits(long needed, long available) {
        if (needed > available) {
            throw new LabException(
                    "training: expected to fit into the " + shown(available)
                            + " of memory that are free, found a need of " + shown(needed) + " (" + parts()
                            + "); lower batching.rows or batching.cutoff, set gradient_checkpointing, or train adapters (lora)");
        }
    }

    /**
     * @return in words, what it takes and for what
     */
    public String report() {
        return "about " + shown(total()) + ": " + parts();
    }

    private String parts() {
        return "weights " + shown(weights) + ", copies of them " + shown(copies) + ", gradients " + shown(gradients)
                + ", optimiser " + shown(optimizer) + ", activations " + shown(activations) + ", working space "
                + shown(working);
    }

    /**
     * @param bytes how many
     * @return in MiB or GiB
     */
    public static String shown(long bytes) {
        double mebi = bytes / 1048576.0;
        return mebi < 1024
                ? String.format(Locale.ROOT, "%.0f MiB", mebi)
                : String.format(Locale.ROOT, "%.1f GiB", mebi / 1024);
    }
}
