package org.lemmalab.benchmark;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lemmalab.benchmark.TrainingTask.Size;
import org.lemmalab.benchmark.TrainingTask.Way;
import org.lemmalab.io.Folders;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.training.Example;

/**
 * Full fine-tuning of random decoders of about five and twenty-five million parameters on GSM8K's questions and solutions, at their
 * real lengths; against Python's transformers on PyTorch in the same run, by turns. Padding does not count as tokens. The ratios at the
 * top of the result are those of the size that does worse.
 */
public final class TrainBenchmark implements Benchmark {
    private static final int TURNS = 3;
    private static final String FP32 = "float32";
    private static final String BF16 = "bfloat16";
    private static final List<String> RATIOS =
            List.of("fp32_ratio", "bf16_ratio", "bf16_to_bf16_ratio", "packed_ratio", "memory_ratio");

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
        ObjectNode json = Json.mapper().createObjectNode();
        RATIOS.forEach(json::putNull);
        json.putNull("matmul_peak_share");
        for (Size size : Size.values()) {
            Path folder = Measuring.temporaryFolder("train");
            try (NDManager manager = NDManager.newBaseManager()) {
                TrainingTask task = TrainingTask.prepare(size, file, folder, manager);
                ObjectNode part = report(out, task, measure(task, manager));
                json.set(size.title(), part);
                summarise(json, part);
            } finally {
                Folders.remove(folder);
            }
        }
        return json;
    }

    /** The worse of the sizes' figures; of memory that is the larger. */
    private static void summarise(ObjectNode json, ObjectNode part) {
        for (String name : json.properties().stream().map(Map.Entry::getKey).toList()) {
            if (part.path(name).isNumber()) {
                DoubleBinaryOperator worse = name.equals("memory_ratio") ? Math::max : Math::min;
                double value = part.get(name).doubleValue();
                JsonNode before = json.get(name);
                json.put(name, before.isNumber() ? worse.applyAsDouble(before.doubleValue(), value) : value);
            }
        }
    }

    /** Seconds of a pass over all examples, one entry a turn. */
    private static final class Timing {
        private final Map<Way, double[]> ours = new EnumMap<>(Way.class);
        private final Map<String, double[]> peers = new LinkedHashMap<>();
        private final Map<Way, Double> memory = new EnumMap<>(Way.class);
        private final double[] peak = new double[TURNS];
        private Optional<JsonNode> peer = Optional.empty();
        private double peerMemory = Double.NaN;
    }

    private static Timing measure(TrainingTask task, NDManager manager) {
        Timing timing = new Timing();
        boolean bfloat16 = manager.getDevice().isGpu() || hasBfloat16();
        Stream.of(Way.values())
                .filter(way -> bfloat16 || way.isFloat32())
                .forEach(way -> timing.ours.put(way, new double[TURNS]));
        (bfloat16 ? List.of(FP32, BF16) : List.of(FP32))
                .forEach(precision -> timing.peers.put(precision, new double[TURNS]));
        List<Example> examples = task.batches().stream().flatMap(List::stream).toList();
        Optional<TrainingPeer> peer = GenerationPeer.python().map(python -> TrainingPeer.start(python, task.folder()));
        try {
            // Memory first: a second precision in the same process would add to the peer's.
            for (Way way : List.of(Way.FP32, Way.RECOMPUTED)) {
                timing.memory.put(way, TrainingMemory.peak(task, way));
            }
            if (peer.isPresent()) {
                peer.get().pass(FP32);
                peer.get().pass(FP32);
                timing.peerMemory = peer.get().peakMebibytes();
                timing.peers.keySet().forEach(peer.get()::pass);
            }
            for (int turn = 0; turn < TURNS; turn++) {
                int at = turn;
                timing.ours.forEach((way, all) -> all[at] = TrainingTask.pass(task.folder(), examples, way, manager));
                peer.ifPresent(other -> timing.peers.forEach((precision, all) -> all[at] = other.pass(precision)));
                timing.peak[at] = Measuring.matrixProduct(manager);
            }
            timing.peer = peer.map(TrainingPeer::finish);
        } finally {
            peer.ifPresent(TrainingPeer::close);
        }
        return timing;
    }

    private static ObjectNode report(PrintStream out, TrainingTask task, Timing timing) {
        ObjectNode json = Json.mapper().createObjectNode();
        long tokens = task.tokens();
        json.put("parameters", task.parameters())
                .put("examples", task.examples())
                .put("tokens", tokens);
        out.printf(
                Locale.ROOT, "%-34s %12s%n", "%.1f million parameters".formatted(task.parameters() / 1e6), "tokens/s");
        timing.ours.forEach((way, seconds) ->
                rate(out, json, way.name().toLowerCase(Locale.ROOT), tokens / Measuring.median(seconds)));
        if (timing.peer.isPresent()) {
            against(out, json, tokens, timing, timing.peer.get());
        } else {
            RATIOS.forEach(json::putNull);
            out.println("Python's transformers: not at hand (LEMMA_PYTHON names a Python that has it)");
        }
        double kept = timing.memory.get(Way.FP32);
        double recomputed = timing.memory.get(Way.RECOMPUTED);
        number(out, json, "peak_mib", kept);
        number(out, json, "recomputed_peak_mib", recomputed);
        // Six operations a parameter and token: two forward, four backward.
        double operations = 6.0 * task.parameters() * tokens / Measuring.median(timing.ours.get(Way.PACKED));
        double peak = Arrays.stream(timing.peak).max().orElseThrow();
        json.put("gflops", operations / 1e9).put("matmul_peak_gflops", peak / 1e9);
        number(out, json, "matmul_peak_share", operations / peak);
        out.println();
        return json;
    }

    private static void against(PrintStream out, ObjectNode json, long tokens, Timing timing, JsonNode peer) {
        json.put(
                "peer",
                "transformers " + peer.get("transformers").asText() + ", torch "
                        + peer.get("torch").asText());
        double[] fp32 = timing.peers.get(FP32);
        rate(out, json, "peer_fp32", tokens / Measuring.median(fp32));
        ratio(out, json, "fp32_ratio", fp32, timing.ours.get(Way.FP32));
        if (timing.ours.containsKey(Way.BF16)) {
            double[] bf16 = timing.peers.get(BF16);
            rate(out, json, "peer_bf16", tokens / Measuring.median(bf16));
            // Against its float32, and against its bfloat16.
            ratio(out, json, "bf16_ratio", fp32, timing.ours.get(Way.BF16));
            ratio(out, json, "bf16_to_bf16_ratio", bf16, timing.ours.get(Way.BF16));
        } else {
            json.putNull("bf16_ratio").putNull("bf16_to_bf16_ratio");
            out.println("bf16: not measured, this processor has no bfloat16 arithmetic");
        }
        ratio(out, json, "packed_ratio", fp32, timing.ours.get(Way.PACKED));
        number(out, json, "peer_peak_mib", timing.peerMemory);
        number(out, json, "memory_ratio", timing.memory.get(Way.FP32) / timing.peerMemory);
    }

    private static void rate(PrintStream out, ObjectNode json, String name, double value) {
        json.put(name + "_tokens_per_second", value);
        out.printf(Locale.ROOT, "%-34s %12.0f%n", name, value);
    }

    private static void number(PrintStream out, ObjectNode json, String name, double value) {
        if (Double.isNaN(value)) {
            json.putNull(name);
            return;
        }
        json.put(name, value);
        out.printf(Locale.ROOT, "%-34s %12.2f%n", name, value);
    }

    /** The median of the turns' ratios; above 1 is ours faster. */
    private static void ratio(PrintStream out, ObjectNode json, String name, double[] theirs, double[] ours) {
        double ratio = Measuring.median(IntStream.range(0, TURNS)
                .mapToDouble(turn -> theirs[turn] / ours[turn])
                .toArray());
        number(out, json, name, ratio);
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
