package org.lemmalab.cli;

import java.util.List;
import org.lemmalab.llm.SamplingSettings;
import picocli.CommandLine.Option;

/** How completions are drawn. */
final class SamplingOptions {
    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "0: the likeliest token every time (default: 0.7, and 0 for one solution a problem in 'lab eval').")
    private Double temperature;

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
            paramLabel = "N",
            description = "The most tokens of a completion (default: 512, 1024 for 'lab eval').")
    private Integer maxTokens;

    @Option(
            names = "--stop",
            paramLabel = "TEXT",
            description = "A text that ends a completion; may be given several times.")
    private List<String> stop = List.of();

    @Option(names = "--seed", defaultValue = "0", description = "Decides every draw (default: 0).")
    private long seed;

    /** Drawn at temperature 0.7 with at most 512 tokens where nothing else is said. */
    SamplingSettings settings(int samples) {
        return settings(samples, 0.7, 512);
    }

    /** Drawn as said, else at this temperature with so many tokens. */
    SamplingSettings settings(int samples, double standardTemperature, int standardMaxTokens) {
        double chosen = temperature == null ? standardTemperature : temperature;
        int most = maxTokens == null ? standardMaxTokens : maxTokens;
        return new SamplingSettings(chosen, topP, topK, most, stop, seed, samples, false);
    }
}
