package org.lemmalab.training.export;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param examples how many
 * @param unmasked how many of them have spans that ought not to be learnt, and will be
 * @param version the tool and version that the files were held against
 * @param command starts the training, in the folder
 * @param files the files
 */
public record ExportReport(long examples, long unmasked, String version, String command, List<Path> files) {
    /** Copies the list. */
    public ExportReport {
        files = List.copyOf(files);
    }
}
