package org.lemmalab.benchmark;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.lemmalab.io.LabException;

/** A process of its own that trains one task in one way and tells its largest resident memory, Java included. */
final class TrainingMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private TrainingMemory() {}

    /**
     * @param arguments the task's folder and the way
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (NDManager manager = NDManager.newBaseManager()) {
            TrainingTask.pass(folder, TrainingTask.read(folder), TrainingTask.Way.valueOf(arguments[1]), manager);
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            lines.filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
        }
    }

    /**
     * @param task what is trained
     * @param way how
     * @return MiB; NaN where the system does not tell
     */
    static double peak(TrainingTask task, TrainingTask.Way way) {
        if (!Files.exists(STATUS)) {
            return Double.NaN;
        }
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dai.djl.offline=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TrainingMemory.class.getName(),
                            task.folder().toString(),
                            way.name())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new LabException("train: the process that measures memory has failed");
            }
            return Double.parseDouble(out.replaceAll("\\D", "")) / 1024;
        } catch (IOException e) {
            throw new LabException("train: the process that measures memory cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("train: interrupted", e);
        }
    }
}
