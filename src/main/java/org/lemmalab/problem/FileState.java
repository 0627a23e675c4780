package org.lemmalab.problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.lemmalab.io.Hashes;

/** How a catalogued file stands in a data folder. */
public sealed interface FileState {
    /**
     * @return the catalogued file
     */
    CatalogFile file();

    /**
     * It is there, byte for byte.
     *
     * @param file the catalogued file
     * @param rows its records, counted
     */
    record Present(CatalogFile file, OptionalLong rows) implements FileState {}

    /**
     * It is not there.
     *
     * @param file the catalogued file
     */
    record Missing(CatalogFile file) implements FileState {}

    /**
     * Another file lies in its place.
     *
     * @param file the catalogued file
     * @param sha256 the SHA-256 found
     * @param rows the records found; empty where it cannot be read as JSON
     */
    record Different(CatalogFile file, String sha256, OptionalLong rows) implements FileState {}

    /**
     * @param file a catalogued file
     * @param folder the data folder
     * @return how it stands there
     */
    static FileState of(CatalogFile file, Path folder) {
        Path path = file.in(folder);
        if (!Files.isRegularFile(path)) {
            return new Missing(file);
        }
        String found = Hashes.sha256(path);
        OptionalLong rows = RowCount.of(path);
        return found.equals(file.sha256()) ? new Present(file, rows) : new Different(file, found, rows);
    }
}
