package org.lemmalab.cli;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.lemmalab.io.Fields;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.RejectedLines;

/** Whose attempts a file holds. */
final class SampledStudent {
    private SampledStudent() {}

    /** The models' names, joined where there are several. */
    static String name(Path attempts) {
        Set<String> names = new TreeSet<>();
        JsonLines.forEach(attempts, line -> Fields.text(line, "model"), names::add, RejectedLines.counting());
        return String.join(", ", names);
    }
}
