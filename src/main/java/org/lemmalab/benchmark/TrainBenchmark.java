package org.lemmalab.benchmark;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Folders;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.training.Example;
import org.lemmalab.training.SupervisedTrainer;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.training.TrainingSettings.Batching;
import org.lemmalab.training.TrainingSettings.Batching.Layout;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.CheckpointWriter;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.TextTokenizer;
import org.lemmalab.transformer.WordTokenizer;

/**
 * Full fine-tuning of a random decoder of about five million parameters on GSM8K's questions and solutions, at their real lengths;
 * against Python's transformers on PyTorch in the same run. Padding does not count as tokens.
 */
public final class TrainBenchmark implements Benchmark {
    private static final int EXAMPLES = 16;
    private static final int ROWS = 4;
    private static final int CUTOFF = 512;
    private static final int TURNS = 3;
    private static final long SEED = 1;

    /** A way to train: ours by precision and layout. */
    private record Way(String name, Precision precision, Layout layout) {}

    private static final List<Way> WAYS = List.of(
            new Way("fp32", Precision.FLOAT32, Layout.SHUFFLED),
            new Way("bf16", Precision.BFLOAT16, Layout.SHUFFLED),
            new Way("packed", Precision.FLOAT32, Layout.PACKED));

    @Override
    public String name() {
        return "train";
    }

    @Override
    public String description() {
        return "Tokens a second of fine-tuning on GSM8K; against Python's transformers where LEMMA_PYTHON names a Python"
                + " that has it.";
    }

    @Override
    public ObjectNode run(Optional<Path> data, PrintStream out) {
        Path file = data.orElseThrow(() -> new LabException("train: expected a data folder (--data DIR), found none"))
                .resolve("gsm8k/train.jsonl");
        Path folder = Measuring.temporaryFolder("train");
        try (NDManager manager = NDManager.newBaseManager()) {
            Prepared prepared = prepare(file, folder, manager);
            Timing timing = measure(prepared, folder, manager);
            return report(out, prepared, timing);
        } finally {
            Folders.remove(folder);
        }
    }

    private record Prepared(List<Example> examples, long tokens, long parameters) {}

    private static Prepared prepare(Path file, Path folder, NDManager manager) {
        List<String[]> texts = JsonLines.readAll(
                file, json -> new String[] {Fields.text(json, "question"), Fields.text(json, "answer")});
        WordTokenizer words =
                WordTokenizer.fromCorpus(texts.stream().flatMap(Arrays::stream).toList(), 4096);
        ModelConfig.Size size = new ModelConfig.Size(words.size(), 256, 688, 5, 8, 4, 32, CUTOFF);
        long parameters;
        try (Decoder decoder =
                Decoder.random(manager, ModelConfig.llama(size, true, words.specialTokens()), 0.02, SEED)) {
            parameters = decoder.parameterCount();
            CheckpointWriter.float32().write(folder.resolve("checkpoint"), decoder, words.files());
        }
        Random random = new Random(SEED);
        try (TextTokenizer tokenizer = TextTokenizer.open(folder.resolve("checkpoint"))) {
            List<Example> examples = random.ints(EXAMPLES, 0, texts.size())
                    .mapToObj(number -> example(tokenizer, number, texts.get(number)))
                    .toList();
            long tokens = examples.stream().mapToLong(Example::length).sum();
            return new Prepared(examples, tokens, parameters);
        }
    }

    private static Example example(TextTokenizer tokenizer, int number, String[] texts) {
        int[] response = tokenizer.encode(texts[1] + "</s>", false);
        return Example.of("gsm8k/" + number, tokenizer.encode(texts[0] + "\n", true), response);
    }

    /** Seconds of a pass over all examples, by way, one entry a turn. */
    private static final class Timing {
        private final Map<String, double[]> ours = new LinkedHashMap<>();
        private final Map<String, double[]> peers = new LinkedHashMap<>();
        private final double[] peak = new double[TURNS];
        private double peakMemory;
        private Optional<JsonNode> peer = Optional.empty();
    }

    private static Timing measure(Prepared prepared, Path folder, NDManager manager) {
        Timing timing = new Timing();
        boolean bfloat16 = manager.getDevice().isGpu() || hasBfloat16();
        List<Way> ways = WAYS.stream()
                .filter(way -> bfloat16 || way.precision == Precision.FLOAT32)
                .toList();
        ways.forEach(way -> timing.ours.put(way.name, new double[TURNS]));
        (bfloat16 ? List.of("float32", "bfloat16") : List.of("float32"))
                .forEach(precision -> timing.peers.put(precision, new double[TURNS]));
        List<List<Example>> batches = IntStream.range(0, EXAMPLES / ROWS)
                .mapToObj(i -> prepared.examples.subList(i * ROWS, (i + 1) * ROWS))
                .toList();
        Optional<TrainingPeer> peer =
                GenerationPeer.python().map(python -> TrainingPeer.start(python, folder, batches));
        try {
            peer.ifPresent(other -> timing.peers.keySet().forEach(other::pass));
            for (int turn = 0; turn < TURNS; turn++) {
                int at = turn;
                for (Way way : ways) {
                    timing.ours.get(way.name)[at] = pass(way, prepared, folder, manager);
                    if (turn == 0 && way.name.equals("fp32")) {
                        timing.peakMemory = peakMemory();
                    }
                }
                peer.ifPresent(other -> timing.peers.forEach((precision, all) -> all[at] = other.pass(precision)));
                timing.peak[at] = Measuring.matrixProduct(manager);
            }
            timing.peer = peer.map(TrainingPeer::finish);
        } finally {
            peer.ifPresent(TrainingPeer::close);
        }
        return timing;
    }

    /** Two passes, of which the second is timed. */
    private static double pass(Way way, Prepared prepared, Path folder, NDManager manager) {
        TrainingSettings settings = TrainingSettings.DEFAULT
                .withEpochs(2)
                .withBatching(new Batching(way.layout == Layout.PACKED ? ROWS / 2 : ROWS, 1, CUTOFF, way.layout))
                .withOptimizer(TrainingSettings.Optimizer.withRate(1e-4))
                .withPrecision(way.precision);
        long[] times = new long[2];
        Path run = folder.resolve("run");
        try (Decoder decoder = Checkpoint.open(folder.resolve("checkpoint")).decoder(manager, way.precision)) {
            new SupervisedTrainer(decoder, settings)
                    .withListener(progress -> {
                        if (progress.epoch() == 1) {
                            times[0] = System.nanoTime();
                        }
                        times[1] = System.nanoTime();
                    })
                    .train(prepared.examples, run);
        } finally {
            Folders.remove(run);
        }
        return (times[1] - times[0]) / 1e9;
    }

    private static ObjectNode report(PrintStream out, Prepared prepared, Timing timing) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("parameters", prepared.parameters).put("examples", EXAMPLES).put("tokens", prepared.tokens);
        out.printf("%-34s %12s%n", "fine-tuning, " + EXAMPLES + " GSM8K examples", "tokens/s");
        timing.ours.forEach((way, seconds) -> rate(out, json, way, prepared.tokens / Measuring.median(seconds)));
        if (timing.peer.isPresent()) {
            JsonNode peer = timing.peer.get();
            json.put(
                    "peer",
                    "transformers " + peer.get("transformers").asText() + ", torch "
                            + peer.get("torch").asText());
            rate(out, json, "peer_fp32", prepared.tokens / Measuring.median(timing.peers.get("float32")));
            ratio(out, json, "fp32_ratio", timing.peers.get("float32"), timing.ours.get("fp32"));
            if (timing.ours.containsKey("bf16")) {
                rate(out, json, "peer_bf16", prepared.tokens / Measuring.median(timing.peers.get("bfloat16")));
                ratio(out, json, "bf16_ratio", timing.peers.get("bfloat16"), timing.ours.get("bf16"));
            } else {
                json.putNull("bf16_ratio");
                out.println("bf16: not measured, this processor has no bfloat16 arithmetic");
            }
            ratio(out, json, "packed_ratio", timing.peers.get("float32"), timing.ours.get("packed"));
            double theirs = peer.get("peak_mib").doubleValue();
            json.put("peak_mib", timing.peakMemory).put("peer_peak_mib", theirs);
            json.put("memory_ratio", timing.peakMemory / theirs);
            out.printf("%-34s %12.2f%n", "memory_ratio (less is better)", timing.peakMemory / theirs);
        } else {
            List.of("fp32_ratio", "bf16_ratio", "packed_ratio", "memory_ratio").forEach(json::putNull);
            json.put("peak_mib", timing.peakMemory);
            out.println("Python's transformers: not at hand (LEMMA_PYTHON names a Python that has it)");
        }
        // Six operations a parameter and token: two forward, four backward.
        double operations = 6.0 * prepared.parameters * prepared.tokens / Measuring.median(timing.ours.get("packed"));
        double peak = Arrays.stream(timing.peak).max().orElseThrow();
        json.put("gflops", operations / 1e9).put("matmul_peak_gflops", peak / 1e9);
        json.put("matmul_peak_share", operations / peak);
        out.printf("%-34s %12.2f%n", "matmul_peak_share (packed, fp32)", operations / peak);
        return json;
    }

    private static void rate(PrintStream out, ObjectNode json, String name, double value) {
        json.put(name + "_tokens_per_second", value);
        out.printf("%-34s %12.0f%n", name, value);
    }

    /** The median of the turns' ratios; above 1 is ours faster. */
    private static void ratio(PrintStream out, ObjectNode json, String name, double[] theirs, double[] ours) {
        double ratio = Measuring.median(IntStream.range(0, TURNS)
                .mapToDouble(turn -> theirs[turn] / ours[turn])
                .toArray());
        json.put(name, ratio);
        out.printf("%-34s %12.2f%n", name, ratio);
    }

    /** The process's largest resident memory so far in MiB, the Java part included; NaN where the system does not tell. */
    private static double peakMemory() {
        Path status = Path.of("/proc/self/status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** Emulated, it is much slower than float32, and nobody would train with it. */
    private static boolean hasBfloat16() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.anyMatch(
                    line -> line.matches("(?i)(flags|features)\\s*:.*\\b(avx512_bf16|amx_bf16|bf16)\\b.*"));
        } catch (IOException e) {
            return false;
        }
    }
}
