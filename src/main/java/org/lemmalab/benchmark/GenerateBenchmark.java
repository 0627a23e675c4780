package org.lemmalab.benchmark;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lemmalab.io.Folders;
import org.lemmalab.io.Json;
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
 * in the same run.
 */
public final class GenerateBenchmark implements Benchmark {
    private static final int PROMPTS = 64;
    private static final int PROMPT_TOKENS = 64;
    private static final int NEW_TOKENS = 128;
    private static final int TURNS = 9;

    /** Before the first that counts: the engine and the virtual machine compile what runs often. */
    private static final int WARM_UP = 3;

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
        Path folder = Measuring.temporaryFolder("generate");
        try (NDManager manager = NDManager.newBaseManager()) {
            return measure(folder, manager, out);
        } finally {
            Folders.remove(folder);
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
        Timing timing = new Timing();
        try (FrozenDecoder decoder = Checkpoint.open(checkpoint).frozen(manager, Precision.FLOAT32)) {
            List<GenerationPrompt> asked = prompts.stream()
                    .map(prompt -> new GenerationPrompt(prompt, SamplingSettings.greedy(NEW_TOKENS)))
                    .toList();
            Generator generator = new Generator(decoder, PROMPTS);
            Optional<GenerationPeer> peer = GenerationPeer.python()
                    .map(python -> GenerationPeer.start(python, checkpoint, prompts, NEW_TOKENS));
            try {
                takeTurns(timing, () -> generator.generate(asked), peer, manager);
                timing.peer = peer.map(GenerationPeer::finish);
            } finally {
                peer.ifPresent(GenerationPeer::close);
            }
        }
        return report(out, parameters, timing);
    }

    /** What was measured, one entry a turn. */
    private static final class Timing {
        private final double[] seconds = new double[TURNS];
        private final double[] peerSeconds = new double[TURNS];
        private final double[] peak = new double[TURNS];
        private List<Generated> rows = List.of();
        private Optional<GenerationPeer.Result> peer = Optional.empty();
    }

    /** Ours, the peer's and the matrix product's turns alternate, so that whatever else the machine does falls on all. */
    private static void takeTurns(
            Timing timing, Supplier<List<Generated>> ours, Optional<GenerationPeer> peer, NDManager manager) {
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            // What warms up is overwritten by turn 0.
            int at = Math.max(0, turn);
            long start = System.nanoTime();
            timing.rows = ours.get();
            timing.seconds[at] = (System.nanoTime() - start) / 1e9;
            timing.peerSeconds[at] = peer.map(GenerationPeer::repeat).orElse(0.0);
            timing.peak[at] = Measuring.matrixProduct(manager);
        }
    }

    private static ObjectNode report(PrintStream out, long parameters, Timing timing) {
        double tokens = PROMPTS * NEW_TOKENS;
        double rate = tokens / Measuring.median(timing.seconds);
        // Two operations a parameter and token; a prompt's tokens do not pass the head.
        double head = (double) SIZE.vocabulary() * SIZE.width();
        double operations = 2 * parameters * tokens + 2 * (parameters - head) * PROMPTS * PROMPT_TOKENS;
        double peak = Arrays.stream(timing.peak).max().orElseThrow();
        double share = operations / Measuring.median(timing.seconds) / peak;
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("parameters", parameters).put("prompts", PROMPTS).put("new_tokens", NEW_TOKENS);
        json.put("tokens_per_second", rate);
        out.printf("%-38s %12s%n", "greedy, " + PROMPTS + " prompts x " + NEW_TOKENS + " tokens", "tokens/s");
        out.printf("%-38s %12.0f%n", "Lemma Lab", rate);
        if (timing.peer.isEmpty()) {
            json.putNull("peer_tokens_per_second").putNull("ratio").putNull("same_tokens");
            out.println("Python's transformers: not at hand (LEMMA_PYTHON names a Python that has it)");
        } else {
            comparison(out, json, timing);
        }
        json.put("matmul_peak_gflops", peak / 1e9).put("matmul_peak_share", share);
        out.printf("%-38s %12.2f%n", "share of the matrix-product peak", share);
        return json;
    }

    private static void comparison(PrintStream out, ObjectNode json, Timing timing) {
        GenerationPeer.Result peer = timing.peer.orElseThrow();
        double theirs = PROMPTS * NEW_TOKENS / Measuring.median(timing.peerSeconds);
        double ratio = Measuring.median(IntStream.range(0, TURNS)
                .mapToDouble(turn -> timing.peerSeconds[turn] / timing.seconds[turn])
                .toArray());
        double same = sameShare(timing.rows, peer.tokens());
        json.put("peer", peer.versions()).put("peer_tokens_per_second", theirs);
        json.put("ratio", ratio).put("same_tokens", same);
        out.printf("%-38s %12.0f%n", peer.versions(), theirs);
        out.printf("%-38s %12.2f%n", "ratio (median of turns)", ratio);
        out.printf("%-38s %12.4f%n", "share of equal tokens", same);
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
}
