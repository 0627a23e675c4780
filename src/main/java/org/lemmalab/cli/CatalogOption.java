package org.lemmalab.cli;

import java.nio.file.Path;
import org.lemmalab.problem.DataCatalog;
import picocli.CommandLine.Option;

/** The catalog: the toolkit's own, or {@code --catalog FILE} for a laboratory's own sets. */
final class CatalogOption {
    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "Another catalog in the same JSON form (default: the one that comes with the toolkit).")
    private Path file;

    DataCatalog catalog() {
        return file == null ? DataCatalog.bundled() : DataCatalog.read(file);
    }
}
