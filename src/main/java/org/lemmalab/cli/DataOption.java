package org.lemmalab.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The data folder: {@code --data DIR}, else the environment variable {@code LEMMA_DATA}, else none. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder (default: environment variable LEMMA_DATA).")
    private Path data;

    Optional<Path> folder() {
        if (data != null) {
            return Optional.of(data);
        }
        return Optional.ofNullable(System.getenv("LEMMA_DATA"))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
