package org.lemmalab.training.export;

import java.nio.file.Path;
import org.lemmalab.io.RejectedLines;

/** Writes examples and settings for another training tool. */
public sealed interface Exporter permits LlamaFactoryExport, TrlExport {
    /**
     * @param request what is to be trained
     * @param folder where everything goes; not there yet, or empty
     * @param rejected takes the lines that cannot be exported
     * @return what was written
     * @throws org.lemmalab.io.LabException if the folder is in use, a setting has no counterpart, or nothing could be exported
     */
    ExportReport write(ExportRequest request, Path folder, RejectedLines rejected);
}
