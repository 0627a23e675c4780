package org.lemmalab.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.CheckpointWriter;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.FrozenDecoder;
import org.lemmalab.transformer.Generated;
import org.lemmalab.transformer.GenerationPrompt;
import org.lemmalab.transformer.Generator;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.SpecialTokens;

/**
 * Greedy generation from a checkpoint of about five million random parameters, against Python's transformers on the same machine
 * in the same run. Ours and the peer's repeats alternate with nothing else between them; medians are compared.
 */
public final class GenerateBenchmark implements Benchmark {
    private static final int PROMPTS = 64;
    private static final int PROMPT_TOKENS = 64;
    private static final int NEW_TOKENS = 128;
    private static final int REPEATS = 5;
    private static final int MATRIX = 1024;
    private static final long SEED = 1;
    private static final ModelConfig.Size SIZE = new ModelConfig.Size(4096, 256, 688, 5, 8, 4, 32, 1024);

    @Override
    public String name() {
        return "generate";
    }

    @Override
    public String description() {
        return "Tokens a second of greedy generation; against Python's transformers where LEMMA_PYTHON names a Python that has it.";
    }

    @Override
    public ObjectNode run(Optional<Path> data, PrintStream out) {
        Path folder = temporaryFolder();
        try (NDManager manager = NDManager.newBaseManager()) {
            return measure(folder, manager, out);
        } finally {
            remove(folder);
        }
    }

    private static ObjectNode measure(Path folder, NDManager manager, PrintStream out) {
        Path checkpoint = folder.resolve("checkpoint");
        SpecialTokens endless = new SpecialTokens(OptionalInt.of(1), List.of(), OptionalInt.of(0));
        ModelConfig config = ModelConfig.llama(SIZE, true, endless);
        long parameters;
        try (Decoder decoder = Decoder.random(manager, config, 0.02, SEED)) {
            parameters = decoder.parameterCount();
            CheckpointWriter.float32().write(checkpoint, decoder, Map.of());
        }
        Random random = new Random(SEED);
        List<int[]> prompts = IntStream.range(0, PROMPTS)
                .mapToObj(i -> random.ints(PROMPT_TOKENS, 3, SIZE.vocabulary()).toArray())
                .toList();
        Optional<GenerationPeer> peer = GenerationPeer.find(out);
        double[] seconds = new double[REPEATS];
        List<Generated> rows = List.of();
        double peak;
        try (FrozenDecoder decoder = Checkpoint.open(checkpoint).frozen(manager, Precision.FLOAT32)) {
            Generator generator = new Generator(decoder, PROMPTS);
            List<GenerationPrompt> asked = prompts.stream()
                    .map(prompt -> new GenerationPrompt(prompt, SamplingSettings.greedy(NEW_TOKENS)))
                    .toList();
            generator.generate(asked);
            for (int i = 0; i < REPEATS; i++) {
                long start = System.nanoTime();
                rows = generator.generate(asked);
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
            peak = median(REPEATS, () -> matrixProduct(manager));
        }
        Optional<GenerationPeer.Result> result =
                peer.map(found -> found.run(checkpoint, folder, prompts, NEW_TOKENS, REPEATS));
        return report(out, parameters, median(seconds), peak, rows, result);
    }

    private static ObjectNode report(
            PrintStream out,
            long parameters,
            double seconds,
            double peak,
            List<Generated> rows,
            Optional<GenerationPeer.Result> peer) {
        double tokens = PROMPTS * NEW_TOKENS;
        // Two operations a parameter and token; a prompt's tokens do not pass the head.
        double head = (double) SIZE.vocabulary() * SIZE.width();
        double operations = 2 * parameters * tokens + 2 * (parameters - head) * PROMPTS * PROMPT_TOKENS;
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("parameters", parameters).put("prompts", PROMPTS).put("new_tokens", NEW_TOKENS);
        json.put("tokens_per_second", tokens / seconds);
        json.put("matmul_peak_gflops", peak / 1e9);
        json.put("matmul_peak_share", operations / seconds / peak);
        out.printf("%-34s %12s%n", "greedy, " + PROMPTS + " prompts x " + NEW_TOKENS + " tokens", "tokens/s");
        out.printf("%-34s %12.0f%n", "Lemma Lab", tokens / seconds);
        if (peer.isEmpty()) {
            json.putNull("peer_tokens_per_second").putNull("ratio").putNull("same_tokens");
            out.println("Python's transformers               not at hand (set LEMMA_PYTHON to a Python that has it)");
        } else {
            double theirs = tokens / median(peer.get().seconds());
            json.put("peer", peer.get().versions()).put("peer_tokens_per_second", theirs);
            json.put("ratio", tokens / seconds / theirs);
            json.put("same_tokens", sameShare(rows, peer.get().tokens()));
            out.printf("%-34s %12.0f%n", peer.get().versions(), theirs);
            out.printf("%-34s %12.2f%n", "ratio", tokens / seconds / theirs);
            out.printf(
                    "%-34s %12.4f%n",
                    "share of equal tokens", sameShare(rows, peer.get().tokens()));
        }
        out.printf("%-34s %12.2f%n", "share of the matrix-product peak", operations / seconds / peak);
        return json;
    }

    /** How many of all generated tokens are those of the peer. */
    private static double sameShare(List<Generated> rows, List<int[]> theirs) {
        long same = 0;
        for (int row = 0; row < rows.size(); row++) {
            int[] a = rows.get(row).tokens();
            int[] b = theirs.get(row);
            same += IntStream.range(0, Math.min(a.length, b.length))
                    .filter(i -> a[i] == b[i])
                    .count();
        }
        return same / (double) (PROMPTS * NEW_TOKENS);
    }

    /** Operations a second of one large product. */
    private static double matrixProduct(NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray a = scope.randomNormal(new Shape(MATRIX, MATRIX));
            long start = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                a.matMul(a).close();
            }
            return 10 * 2.0 * MATRIX * MATRIX * MATRIX / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static double median(int repeats, DoubleSupplier measured) {
        measured.getAsDouble();
        return median(IntStream.range(0, repeats)
                .mapToDouble(i -> measured.getAsDouble())
                .toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lemma-generate");
        } catch (IOException e) {
            throw new LabException("generate: a temporary folder cannot be made: " + e.getMessage(), e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new LabException(folder + ": cannot be removed: " + e.getMessage(), e);
        }
    }
}
