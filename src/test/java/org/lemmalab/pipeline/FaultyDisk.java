package org.lemmalab.pipeline;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** A disk that breaks at a given operation; a write under way gets half its bytes down. */
final class FaultyDisk implements Disk {
    /** What happens then. */
    enum Fault {
        /** The process is killed: nothing more is done, what was written stays. */
        KILL,
        /** Nothing more can be written; the process lives on. */
        FULL,
        /** As a kill, and every file falls back to what was forced to the disk. */
        POWER_CUT
    }

    private final Fault fault;
    private final long breakAt;
    private final Map<Path, Long> synced = new HashMap<>();
    private long operations;
    private boolean broken;

    FaultyDisk(Fault fault, long breakAt) {
        this.fault = fault;
        this.breakAt = breakAt;
    }

    /** Whether it came to the fault. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public Appender append(Path file, long length) throws IOException {
        operation(false);
        Appender real = Disk.real().append(file, length);
        synced.merge(file, length, Math::min);
        return new FaultyAppender(file, real);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        operation(false);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        synced.put(to, synced.getOrDefault(from, Files.size(to)));
        synced.remove(from);
    }

    @Override
    public void delete(Path file) throws IOException {
        operation(false);
        Files.deleteIfExists(file);
        synced.remove(file);
    }

    private void operation(boolean write) throws IOException {
        boolean now = ++operations == breakAt;
        if (now && fault == Fault.POWER_CUT) {
            fallBack();
        }
        broken |= now;
        if (broken && (now || write || fault != Fault.FULL)) {
            throw new IOException("No space left on device");
        }
    }

    private void fallBack() throws IOException {
        for (Map.Entry<Path, Long> file : synced.entrySet()) {
            if (Files.exists(file.getKey())) {
                try (RandomAccessFile random =
                        new RandomAccessFile(file.getKey().toFile(), "rw")) {
                    random.setLength(Math.min(random.length(), file.getValue()));
                }
            }
        }
    }

    private final class FaultyAppender implements Appender {
        private final Path file;
        private final Appender real;

        private FaultyAppender(Path file, Appender real) {
            this.file = file;
            this.real = real;
        }

        @Override
        public void write(byte[] bytes, int length) throws IOException {
            boolean before = broken;
            try {
                operation(true);
            } catch (IOException e) {
                if (!before && fault != Fault.POWER_CUT) {
                    real.write(bytes, length / 2);
                }
                throw e;
            }
            real.write(bytes, length);
        }

        @Override
        public void sync() throws IOException {
            operation(false);
            synced.put(file, Files.size(file));
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}
