package org.lemmalab.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Writes JSON Lines, one object a line, UTF-8; gzipped where the file's name ends with {@code .gz}. A file is written under
 * another name, with {@code .part} after it, and takes its own when it is whole: one that was there before stays until then.
 * Whole lines only are handed to the system, so that a killed process leaves no half of one.
 */
public final class LineOutput implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final String name;
    private final OutputStream out;
    private final Optional<Path> part;
    private final Optional<Path> file;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(PIECE * 2);
    private boolean whole;
    private boolean keptInParts;

    private LineOutput(String name, OutputStream out, Optional<Path> part, Optional<Path> file) {
        this.name = name;
        this.out = out;
        this.part = part;
        this.file = file;
    }

    /**
     * @param target where the lines go; its folder is made if missing, a link is followed, a device or pipe is written to directly
     * @return an open output
     * @throws LabException if it cannot be written
     */
    public static LineOutput to(Path target) {
        try {
            if (Files.isDirectory(target)) {
                throw new LabException(target + ": expected a file to write, found a folder");
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                return new LineOutput(
                        target.toString(), Files.newOutputStream(target), Optional.empty(), Optional.empty());
            }
            Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            Files.createDirectories(file.getParent());
            Path part = partOf(target);
            OutputStream out = Files.newOutputStream(part);
            boolean zipped = file.getFileName().toString().endsWith(".gz");
            return new LineOutput(
                    target.toString(),
                    zipped ? new GZIPOutputStream(out, PIECE) : out,
                    Optional.of(part),
                    Optional.of(file));
        } catch (IOException e) {
            throw unwritable(target.toString(), e);
        }
    }

    /**
     * Refuses to write over what is read. Asked before anything of the output is touched.
     *
     * @param target the file that will be written
     * @param inputs the files that are read
     * @throws LabException if one of them is the target, the name under which that is written until it is whole, or where its rejected
     *     lines go, also by a link; naming both
     */
    public static void refuseInputs(Path target, Path... inputs) {
        for (Path input : inputs) {
            refuseSame(input, target, "");
            refuseSame(input, partOf(target), " (it is written as that until it is whole)");
            refuseSame(input, RejectedLines.fileBeside(target), " (its rejected lines go there)");
        }
    }

    private static void refuseSame(Path input, Path written, String why) {
        try {
            boolean same = written.toAbsolutePath()
                            .normalize()
                            .equals(input.toAbsolutePath().normalize())
                    || Files.exists(input) && Files.exists(written) && Files.isSameFile(input, written);
            if (same) {
                throw new LabException(written + ": expected another file than the one that is read" + why);
            }
        } catch (IOException e) {
            throw new LabException(written + ": cannot be compared with " + input + ": " + e, e);
        }
    }

    /**
     * What was written stays under the name {@link #partOf} gives if the file does not become whole: for lines that cost time or money.
     *
     * @return this
     */
    public LineOutput keepingParts() {
        keptInParts = true;
        return this;
    }

    /**
     * @param name how messages call the stream
     * @param stream takes the lines; flushed at the end, not closed
     * @return an open output
     */
    public static LineOutput to(String name, OutputStream stream) {
        return new LineOutput(name, stream, Optional.empty(), Optional.empty());
    }

    /**
     * @param target an output file
     * @return under what name it is written until it is whole
     */
    public static Path partOf(Path target) {
        try {
            Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            return file.resolveSibling(file.getFileName() + ".part");
        } catch (IOException e) {
            throw unwritable(target.toString(), e);
        }
    }

    /**
     * @param value any value that the mapper can write
     * @throws LabException if it cannot be written
     */
    public void add(Object value) {
        addLine(Json.line(value));
    }

    /**
     * @param json what {@link Json#line} made
     * @throws LabException if it cannot be written
     */
    public void addLine(String json) {
        lines.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        lines.write('\n');
        if (lines.size() >= PIECE) {
            flush();
        }
    }

    /** All is written: closing gives the file its name. */
    public void finish() {
        flush();
        whole = true;
    }

    @Override
    public void close() {
        try {
            if (part.isEmpty()) {
                out.flush();
                return;
            }
            if (keptInParts) {
                flush();
            }
            out.close();
            if (whole) {
                Files.move(
                        part.get(),
                        file.orElseThrow(),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            } else if (!keptInParts) {
                Files.deleteIfExists(part.get());
            }
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    private void flush() {
        try {
            lines.writeTo(out);
            lines.reset();
        } catch (IOException e) {
            throw unwritable(name, e);
        }
        if (out instanceof PrintStream print && print.checkError()) {
            throw new LabException(name + ": cannot be written: nobody reads it any more");
        }
    }

    private static LabException unwritable(String name, IOException e) {
        return new LabException(
                name + ": cannot be written: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
    }
}
