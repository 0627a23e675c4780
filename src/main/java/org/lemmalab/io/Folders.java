package org.lemmalab.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /**
     * Copies a folder with all that is in it, or a file; what is at the target already is replaced, file by file.
     *
     * @param from what to copy
     * @param to where to; its parent need not exist where a folder is copied
     * @throws LabException if something in it cannot be copied
     */
    public static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path place = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(place);
                } else {
                    Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new LabException(from + ": cannot be copied to " + to + ": " + e, e);
        }
    }
}
