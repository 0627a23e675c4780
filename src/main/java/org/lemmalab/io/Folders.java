package org.lemmalab.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What the JDK has no single call for. */
public final class Folders {
    private Folders() {}

    /**
     * Removes a folder with all that is in it; links are removed, not followed.
     *
     * @param folder need not exist
     * @throws LabException if something in it cannot be removed
     */
    public static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new LabException(folder + ": cannot be removed: " + e.getMessage(), e);
        }
    }
}
