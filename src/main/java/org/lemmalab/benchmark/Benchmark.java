package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** One named measurement. */
public interface Benchmark {
    /**
     * @return the name on the command line
     */
    String name();

    /**
     * @return what it measures, in one line
     */
    String description();

    /**
     * Measures, and prints a table for people on the way.
     *
     * @param data the data folder; empty where the user named none
     * @param out where the table goes
     * @return the figures, written by the caller as the last line
     */
    ObjectNode run(Optional<Path> data, PrintStream out);

    /**
     * Measures with everything that the user named; a benchmark that reads no more than the data folder need not know of the rest.
     *
     * @param inputs what the user named
     * @param out where the table goes
     * @return the figures
     */
    default ObjectNode run(BenchmarkInputs inputs, PrintStream out) {
        return run(inputs.data(), out);
    }
}
