package org.lemmalab.cli;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lemmalab.io.LabException;

/**
 * Processes that help a study along, each on its share of the cores: operators of small students are too small to be split among cores,
 * so that two processes of one thread do more than one of two. They end with this one.
 */
final class StudyHelpers {
    private final List<Process> processes = new ArrayList<>();
    private final Thread atTheEnd = new Thread(this::stop);

    private StudyHelpers() {}

    /**
     * @param work what is to be done in this process
     * @param workers processes in all, this one among them
     * @param arguments of {@code lab study}
     * @param out the study's folder, which takes the helpers' logs
     */
    static void beside(Runnable work, int workers, List<String> arguments, Path out) {
        StudyHelpers helpers = new StudyHelpers();
        Runtime.getRuntime().addShutdownHook(helpers.atTheEnd);
        try {
            helpers.start(workers, arguments, out);
            work.run();
        } finally {
            helpers.stop();
            Runtime.getRuntime().removeShutdownHook(helpers.atTheEnd);
        }
    }

    private void start(int workers, List<String> arguments, Path out) {
        if (workers == 1) {
            return;
        }
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / workers);
        // The engine has to be there before it can be told anything.
        Engine.getInstance();
        JniUtils.setNumThreads(threads);
        for (int number = 1; number < workers; number++) {
            processes.add(process(number, threads, arguments, out));
        }
    }

    private static Process process(int number, int threads, List<String> arguments, Path out) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("ai.djl.") || name.startsWith("lemmalab."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of(
                "-XX:ActiveProcessorCount=" + threads,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "study"));
        command.addAll(arguments);
        command.add("--helper");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("OMP_NUM_THREADS", String.valueOf(threads), "MKL_NUM_THREADS", String.valueOf(threads)));
        try {
            Files.createDirectories(out);
            return builder.redirectOutput(
                            out.resolve("helper-" + number + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new LabException("lab study: a helper cannot be started: " + e, e);
        }
    }

    /** Ends this process, a helper, when the one that it helps ends in whatever way; the store is whole at any point. */
    static void endWith(ProcessHandle helped) {
        helped.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    }

    private void stop() {
        processes.forEach(Process::destroy);
    }
}
