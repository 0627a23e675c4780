package org.lemmalab.benchmark;

import java.util.List;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/** All benchmarks, by name. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new ErrorsBenchmark(),
            new WeightsBenchmark(),
            new InjectionBenchmark(),
            new GradingBenchmark(),
            new GenerateBenchmark(),
            new TrainBenchmark(),
            new TripletsBenchmark(),
            new PipelineBenchmark(),
            new StudyBenchmark());

    private Benchmarks() {}

    /**
     * @return every benchmark
     */
    public static List<Benchmark> all() {
        return ALL;
    }

    /**
     * @param name a benchmark's name
     * @return that benchmark
     * @throws LabException if there is none of that name, naming those that exist
     */
    public static Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LabException("benchmark: expected one of "
                        + ALL.stream().map(Benchmark::name).collect(Collectors.joining(", ")) + ", found '" + name
                        + "'"));
    }
}
