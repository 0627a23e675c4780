package org.lemmalab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lemmalab.benchmark.Benchmark;
import org.lemmalab.benchmark.BenchmarkInputs;
import org.lemmalab.benchmark.Benchmarks;
import org.lemmalab.io.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab bench NAME --data DIR}: a table, then one line of JSON. */
@Command(
        name = "bench",
        description = "Measure speed, memory and accuracy; ends with one line of JSON.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "The benchmark; 'list' names them all.")
    private String name;

    @Mixin
    private DataOption data;

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "Pairs and texts with their right verdicts, for the benchmark 'grading' (default:"
                    + " ../cases/grading.jsonl beside the data folder, where it is there).")
    private Path cases;

    @Override
    public Integer call() {
        if (name.equals("list")) {
            for (Benchmark benchmark : Benchmarks.all()) {
                System.out.printf("%-12s %s%n", benchmark.name(), benchmark.description());
            }
            return 0;
        }
        BenchmarkInputs inputs = new BenchmarkInputs(data.folder(), Optional.ofNullable(cases));
        ObjectNode figures = Benchmarks.named(name).run(inputs, System.out);
        System.out.println(Json.line(figures));
        return 0;
    }
}
