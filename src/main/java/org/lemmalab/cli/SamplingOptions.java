package org.lemmalab.cli;

import java.util.List;
import org.lemmalab.llm.SamplingSettings;
import picocli.CommandLine.Option;

/** How completions are drawn. */
final class SamplingOptions {
    @Option(
            names = "--temperature",
            defaultValue = "0.7",
            description = "0: the likeliest token every time (default: ${DEFAULT-VALUE}).")
    private double temperature;

    @Option(
            names = "--top-p",
            defaultValue = "1",
            description = "Draw from the likeliest tokens of this probability together (default: 1).")
    private double topP;

    @Option(
            names = "--top-k",
            defaultValue = "0",
            description = "Draw from this many of the likeliest tokens; 0: all (default: 0).")
    private int topK;

    @Option(
            names = "--max-tokens",
            defaultValue = "512",
            description = "The most tokens of a completion (default: ${DEFAULT-VALUE}).")
    private int maxTokens;

    @Option(
            names = "--stop",
            paramLabel = "TEXT",
            description = "A text that ends a completion; may be given several times.")
    private List<String> stop = List.of();

    @Option(names = "--seed", defaultValue = "0", description = "Decides every draw (default: 0).")
    private long seed;

    SamplingSettings settings(int samples) {
        return new SamplingSettings(temperature, topP, topK, maxTokens, stop, seed, samples, false);
    }
}
