package org.lemmalab.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lemmalab.io.LabException;

/**
 * What the user named for a benchmark.
 *
 * @param data the data folder; empty where none was named
 * @param cases a file of pairs and texts with their right verdicts, which only the benchmark of grading reads; empty where none was
 *     named
 */
public record BenchmarkInputs(Optional<Path> data, Optional<Path> cases) {
    /**
     * @param data the data folder
     * @return with no file of cases named
     */
    public static BenchmarkInputs of(Optional<Path> data) {
        return new BenchmarkInputs(data, Optional.empty());
    }

    /** A file of the data folder that a benchmark cannot do without. */
    static Path existing(String benchmark, Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new LabException("bench " + benchmark + ": expected " + name + " in the data folder " + folder
                    + ", found no such file");
        }
        return file;
    }
}
