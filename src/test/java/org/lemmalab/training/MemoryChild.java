package org.lemmalab.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.SpecialTokens;

/** A process of its own that trains two steps and tells how much memory they took: the peak, less what there was before. */
final class MemoryChild {
    static final int LENGTH = 256;
    static final ModelConfig CONFIG = ModelConfig.llama(
            new ModelConfig.Size(2000, 256, 688, 4, 8, 4, 32, LENGTH), true, SpecialTokens.of(1, 2, 0));
    private static final int ROWS = 8;

    private MemoryChild() {}

    static TrainingSettings settings(Precision precision, boolean checkpointing, boolean adapters) {
        TrainingSettings settings = TrainingSettings.DEFAULT
                .withBatching(new TrainingSettings.Batching(ROWS, 1, LENGTH, TrainingSettings.Batching.Layout.SHUFFLED))
                .withPrecision(precision)
                .withMaxSteps(2)
                .withGradientCheckpointing(checkpointing);
        return adapters ? settings.withLora(LoraSettings.DEFAULT) : settings;
    }

    static List<Example> examples() {
        Random random = new Random(1);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 2 * ROWS; i++) {
            int[] prompt = random.ints(LENGTH / 2, 3, 2000).toArray();
            examples.add(
                    Example.of("e" + i, prompt, random.ints(LENGTH / 2, 3, 2000).toArray()));
        }
        return examples;
    }

    public static void main(String[] arguments) throws IOException {
        TrainingSettings settings = settings(
                Precision.valueOf(arguments[1]),
                Boolean.parseBoolean(arguments[2]),
                Boolean.parseBoolean(arguments[3]));
        double[] before = new double[1];
        try (NDManager manager = NDManager.newBaseManager();
                Decoder random = Decoder.random(manager, CONFIG, 0.02, 1);
                Decoder decoder = new Decoder(manager, CONFIG, random.parameters(), settings.precision())) {
            // One step of next to nothing first, for what the engine keeps once it has been used.
            List<Example> tiny = List.of(Example.of("s", new int[] {1}, 5, 2));
            new SupervisedTrainer(decoder, settings.withMaxSteps(1)).train(tiny, Path.of(arguments[0], "first"));
            before[0] = status("VmRSS");
            new SupervisedTrainer(decoder, settings).train(examples(), Path.of(arguments[0], "run"));
        }
        System.out.println("took " + (status("VmHWM") - before[0]));
    }

    private static double status(String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** MiB that a process with these settings took. */
    static double measure(Path folder, Precision precision, boolean checkpointing, boolean adapters)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dai.djl.offline=true",
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        MemoryChild.class.getName(),
                        folder.toString(),
                        precision.name(),
                        Boolean.toString(checkpointing),
                        Boolean.toString(adapters))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // So that freed arrays go back to the system at once: what is measured is what is in use, not what the
        // allocator hoards.
        builder.environment().put("MALLOC_MMAP_THRESHOLD_", "65536");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("the process failed: " + out);
        }
        return Double.parseDouble(out.substring(out.indexOf("took ") + 5).strip());
    }
}
