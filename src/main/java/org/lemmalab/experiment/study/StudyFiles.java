package org.lemmalab.experiment.study;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/** Writes a study's files whole or not at all. */
final class StudyFiles {
    private StudyFiles() {}

    /** A line of JSON a value. */
    static void lines(Path file, Collection<?> values) {
        text(file, values.stream().map(Json::line).toList());
    }

    /** Lines as they are. */
    static void text(Path file, Collection<String> lines) {
        write(file, part -> {
            try (BufferedWriter writer = Files.newBufferedWriter(part)) {
                for (String line : lines) {
                    writer.write(line);
                    writer.write('\n');
                }
            }
        });
    }

    static void pretty(Path file, Object value) {
        write(file, part -> Files.writeString(part, Json.pretty(value) + "\n"));
    }

    private interface Writing {
        void to(Path part) throws IOException;
    }

    private static void write(Path file, Writing writing) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            writing.to(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LabException(file + ": cannot be written: " + e, e);
        }
    }
}
