package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.io.Folders;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.pipeline.Manifest;
import org.lemmalab.pipeline.ProgressListener;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.RunSettings;
import org.lemmalab.pipeline.Stage;
import org.lemmalab.pipeline.StageIdentity;
import org.lemmalab.pipeline.StageRun;

/**
 * Speed of the pipeline itself: the share of the ideal rate that is kept when calls wait for an endpoint (200 ms, 256 in flight),
 * and time and memory of a million records through a stage that does next to nothing.
 */
final class PipelineBenchmark implements Benchmark {
    private static final int WAIT_MILLIS = 200;
    private static final int IN_FLIGHT = 256;
    private static final int WAITING_RECORDS = IN_FLIGHT * 100;
    private static final int WARM_UP_RECORDS = IN_FLIGHT * 10;
    private static final int MILLION = 1_000_000;
    private static final double MEBI = 1 << 20;

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public String description() {
        return "share of the ideal rate with 256 waiting calls; a million records: seconds and memory";
    }

    @Override
    public ObjectNode run(Optional<Path> data, PrintStream out) {
        Path folder = Measuring.temporaryFolder("pipeline");
        try {
            seconds(waiting(), folder.resolve("warm-up"), WARM_UP_RECORDS, IN_FLIGHT);
            double waitingSeconds = seconds(waiting(), folder.resolve("waiting"), WAITING_RECORDS, IN_FLIGHT);
            double idealShare = (double) WAITING_RECORDS / IN_FLIGHT * WAIT_MILLIS / 1000 / waitingSeconds;
            System.gc();
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
            int workers = Runtime.getRuntime().availableProcessors();
            double millionSeconds = seconds(trivial(), folder.resolve("million"), MILLION, workers);
            double peak = peakHeap() / MEBI;
            out.printf(
                    "%,d records of %d ms, %d in flight: %.2f s, %.1f %% of the ideal rate%n",
                    WAITING_RECORDS, WAIT_MILLIS, IN_FLIGHT, waitingSeconds, 100 * idealShare);
            out.printf(
                    "%,d records of no work, %d workers: %.1f s, %.0f a second, heap at most %.0f MiB%n",
                    MILLION, workers, millionSeconds, MILLION / millionSeconds, peak);
            return figures(idealShare, millionSeconds, peak);
        } finally {
            Folders.remove(folder);
        }
    }

    private static ObjectNode figures(double idealShare, double millionSeconds, double peak) {
        return Json.mapper()
                .createObjectNode()
                .put("ideal_share", idealShare)
                .put("million_seconds", millionSeconds)
                .put("peak_heap_mib", peak)
                .put("heap_limit_mib", Runtime.getRuntime().maxMemory() / MEBI);
    }

    private static Stage<JsonNode, JsonNode> waiting() {
        return Stage.of(identity("wait"), node -> node, PipelineBenchmark::id, node -> {
            Thread.sleep(WAIT_MILLIS);
            return Result.success(node);
        });
    }

    private static Stage<JsonNode, JsonNode> trivial() {
        return Stage.of(identity("trivial"), node -> node, PipelineBenchmark::id, Result::success);
    }

    private static StageIdentity identity(String name) {
        return new StageIdentity(name, "1", Map.of());
    }

    private static String id(JsonNode node) {
        return node.path("id").textValue();
    }

    /** Seconds of the whole call: hashing, reading, the stage, writing, forcing to the disk. */
    private static double seconds(Stage<JsonNode, JsonNode> stage, Path folder, int records, int workers) {
        Path input = write(folder.resolveSibling(folder.getFileName() + ".jsonl"), records);
        long start = System.nanoTime();
        Manifest manifest = new StageRun<>(
                        stage, List.of(input), folder, RunSettings.standard().withWorkers(workers))
                .run(ProgressListener.silent());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (manifest.counts().succeeded() != records) {
            throw new LabException("benchmark: expected " + records + " results, found " + manifest.counts());
        }
        return seconds;
    }

    private static Path write(Path file, int records) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < records; i++) {
                writer.write("{\"id\":\"made/" + i + "\",\"question\":\"How many are " + i + " and " + 7 * i
                        + " apples together?\",\"answer\":\"" + 8L * i + "\"}\n");
            }
            return file;
        } catch (IOException e) {
            throw new LabException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** The sum of the pools' peaks: at least the true peak. */
    private static long peakHeap() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
