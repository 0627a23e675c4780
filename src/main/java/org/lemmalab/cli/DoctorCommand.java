package org.lemmalab.cli;

import ai.djl.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lemmalab.io.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lab doctor}: what the toolkit found at run time; the launcher prints what is installed before it. */
@Command(
        name = "doctor",
        description = "Print versions, engine, threads, GPU and data, and how to get what is missing.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        tell("toolkit", Provenance.toolkitVersion() + " on Java " + System.getProperty("java.version"));
        Runtime runtime = Runtime.getRuntime();
        tell("machine", runtime.availableProcessors() + " threads, heap up to " + (runtime.maxMemory() >> 20) + " MiB");
        tellEngine();
        tell("data", describe(data.folder()));
        return 0;
    }

    private static void tellEngine() {
        try {
            Engine engine = Engine.getEngine("PyTorch");
            tell("engine", engine.getEngineName() + " " + engine.getVersion());
            tell(
                    "gpu",
                    engine.getGpuCount() > 0
                            ? engine.getGpuCount() + " found"
                            : "none used: everything runs on the CPU; README.md, 'With a GPU', says how to use one");
        } catch (RuntimeException | LinkageError e) {
            tell("engine", "PyTorch does not load here: " + e.getMessage());
        }
    }

    private static String describe(Optional<Path> folder) {
        return folder.map(path -> Files.isDirectory(path)
                        ? path + " ('lab data check' compares it with the catalog)"
                        : path + ": no such folder; set LEMMA_DATA or pass --data")
                .orElse(
                        "none: the project's own samples are used; 'lab data fetch' gets public sets, LEMMA_DATA names a"
                                + " folder");
    }

    private static void tell(String name, String value) {
        System.out.printf("%-12s %s%n", name, value);
    }
}
