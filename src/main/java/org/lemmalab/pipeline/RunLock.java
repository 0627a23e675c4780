package org.lemmalab.pipeline;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lemmalab.io.LabException;

/**
 * Keeps a second run out of a run folder. The lock is the operating system's, so it ends with its process, however that ends. On
 * POSIX systems a process loses its lock when it closes any handle of the file; so nothing but this class opens the file, and
 * never twice in one process. Who holds the lock stands in another file.
 */
final class RunLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final RunFolder folder;
    private final Path key;
    private final RandomAccessFile file;

    private RunLock(RunFolder folder, Path key, RandomAccessFile file) {
        this.folder = folder;
        this.key = key;
        this.file = file;
    }

    /**
     * @throws LabException if another run is at work in the folder, in this process or another
     */
    static RunLock take(RunFolder folder) {
        Optional<Path> taken = Optional.empty();
        try {
            Path key = folder.path().toRealPath();
            if (!HELD_HERE.add(key)) {
                throw refused(folder);
            }
            taken = Optional.of(key);
            Optional<RandomAccessFile> file = lock(folder.lock());
            if (file.isPresent()) {
                taken = Optional.empty();
                return new RunLock(folder, key, file.get());
            }
            throw refused(folder);
        } catch (IOException e) {
            throw new LabException(folder.lock() + ": cannot be locked: " + e.getMessage(), e);
        } finally {
            taken.ifPresent(HELD_HERE::remove);
        }
    }

    /** Writes down who holds the lock. */
    void sign() throws IOException {
        Files.writeString(folder.owner(), describe(ProcessHandle.current()));
    }

    /**
     * @return whether a living process says that it works on the folder
     */
    static boolean isHeld(RunFolder folder) {
        return owner(folder)
                .filter(text -> processNumber(text)
                        .flatMap(ProcessHandle::of)
                        .filter(ProcessHandle::isAlive)
                        .map(process -> describe(process).equals(text))
                        .orElse(false))
                .isPresent();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.owner());
        } catch (IOException e) {
            // It is for people alone, and names a process that will soon be gone.
        }
        closeQuietly(file);
        HELD_HERE.remove(key);
    }

    private static Optional<RandomAccessFile> lock(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            Optional<FileLock> lock = Optional.ofNullable(file.getChannel().tryLock());
            if (lock.isPresent()) {
                return Optional.of(file);
            }
        } catch (IOException e) {
            closeQuietly(file);
            throw e;
        }
        closeQuietly(file);
        return Optional.empty();
    }

    private static LabException refused(RunFolder folder) {
        String who = owner(folder)
                .flatMap(RunLock::processNumber)
                .map(String::valueOf)
                .orElse("(unknown)");
        return new LabException(folder.path() + ": expected a run that nobody works on, found one that process " + who
                + " works on; wait for it, or stop it first");
    }

    private static String describe(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("");
    }

    private static Optional<Long> processNumber(String text) {
        String number = text.split(" ", 2)[0];
        return number.matches("\\d{1,18}") ? Optional.of(Long.parseLong(number)) : Optional.empty();
    }

    private static Optional<String> owner(RunFolder folder) {
        try {
            return Optional.of(Files.readString(folder.owner()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void closeQuietly(RandomAccessFile file) {
        try {
            file.close();
        } catch (IOException e) {
            // Nothing was written through it.
        }
    }
}
