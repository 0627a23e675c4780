package org.lemmalab.pipeline;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.LabException;

/**
 * One input of a run as it was when the run began.
 *
 * @param name the file's name, without its folder
 * @param bytes its length
 * @param lines its lines that are not blank
 * @param sha256 its SHA-256
 */
public record InputFile(String name, long bytes, long lines, String sha256) {
    private static final int BUFFER = 1 << 16;

    /**
     * Reads a file twice, as a stream, to hash it and to count its lines.
     *
     * @param file the file
     * @return what it is
     * @throws LabException if it is missing or cannot be read
     */
    static InputFile of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new LabException(file + ": expected an input file, found "
                    + (Files.exists(file) ? "something else" : "none of that name"));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            long lines = countLines(in);
            return new InputFile(file.getFileName().toString(), Files.size(file), lines, Hashes.sha256(file));
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** What differs between the file of an earlier start and that of now; empty where nothing does. */
    Optional<String> differenceTo(InputFile now) {
        return sha256.equals(now.sha256)
                ? Optional.empty()
                : Optional.of("was " + describe() + ", now " + now.describe());
    }

    private String describe() {
        return name + " (" + lines + " lines, sha256 " + sha256.substring(0, 12) + "…)";
    }

    private static long countLines(InputStream in) throws IOException {
        long lines = 0;
        boolean blank = true;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                lines += blank ? 0 : 1;
                blank = true;
            } else if (b > ' ') {
                blank = false;
            }
        }
        return lines + (blank ? 0 : 1);
    }
}
