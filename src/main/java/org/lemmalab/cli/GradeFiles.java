package org.lemmalab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.JsonRows;
import org.lemmalab.io.LineOutput;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.pipeline.TaskProgress;
import org.lemmalab.pipeline.TerminalProgress;

/**
 * Where {@code lab grade} reads and writes.
 *
 * @param source the file that is read; empty for standard input
 * @param target the file that is written; empty for standard output
 */
record GradeFiles(Optional<Path> source, Optional<Path> target) {
    /** How users name standard input and standard output. */
    private static final Set<Path> STANDARD = Set.of(Path.of("-"), Path.of("/dev/stdin"), Path.of("/dev/stdout"));

    /** Refuses to write over what is read. */
    GradeFiles {
        if (source.isPresent() && target.isPresent()) {
            LineOutput.refuseInputs(target.get(), source.get());
        }
    }

    /**
     * @param file as named by the user; {@code -} for standard input
     * @param out as named by the user; null for the place beside the file
     */
    static GradeFiles of(Path file, Path out) {
        Optional<Path> source = STANDARD.contains(file) ? Optional.empty() : Optional.of(file);
        Optional<Path> target = out == null ? source.map(GradeFiles::beside) : Optional.of(out);
        return new GradeFiles(source, target.filter(path -> !STANDARD.contains(path)));
    }

    /** How messages call what is read. */
    Path name() {
        return source.orElse(Path.of("standard input"));
    }

    JsonRows open() {
        return source.map(JsonRows::open).orElseGet(() -> JsonRows.of(name().toString(), System.in));
    }

    LineOutput output() {
        return target.map(LineOutput::to).orElseGet(() -> LineOutput.to("standard output", System.out));
    }

    /** Rejected lines, kept beside the output; only counted where that is a stream or a device. */
    RejectedLines rejected() {
        return target.filter(path -> !Files.exists(path) || Files.isRegularFile(path))
                .map(RejectedLines::beside)
                .orElseGet(RejectedLines::counting);
    }

    /** Progress by lines; how many there are is unknown for standard input and where a line is no row. */
    TaskProgress progress() {
        TerminalProgress terminal = TerminalProgress.onStandardError();
        return source.filter(file -> file.toString().endsWith(".jsonl"))
                .map(file -> TaskProgress.of("grade", JsonLines.countLines(file), terminal))
                .orElseGet(() -> TaskProgress.ofUnknownLength("grade", terminal));
    }

    private static Path beside(Path file) {
        String name = file.getFileName().toString();
        String zipped = name.endsWith(".gz") ? ".gz" : "";
        String stem = name.substring(0, name.length() - zipped.length()).replaceFirst("\\.jsonl?$", "");
        return file.resolveSibling(stem + ".graded.jsonl" + zipped);
    }
}
