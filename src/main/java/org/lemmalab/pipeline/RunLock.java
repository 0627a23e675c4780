package org.lemmalab.pipeline;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lemmalab.io.LabException;

/**
 * Keeps a second process out of a run folder. The lock is the operating system's, so it ends with its process, however that
 * ends; the text in the file, process number and its start, is for people.
 */
final class RunLock implements AutoCloseable {
    /** Far behind the text, so that systems whose locks are mandatory let others read it. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final RandomAccessFile file;

    private RunLock(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * @throws LabException if another run is at work in the folder
     */
    static RunLock take(RunFolder folder) {
        RandomAccessFile file = null;
        try {
            file = new RandomAccessFile(folder.lock().toFile(), "rw");
            FileLock lock = file.getChannel().tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new OverlappingFileLockException();
            }
            return new RunLock(file);
        } catch (OverlappingFileLockException e) {
            closeQuietly(file);
            throw new LabException(
                    folder.path() + ": expected a run that nobody works on, found one that process "
                            + holder(folder.lock()).orElse("?") + " works on; wait for it, or stop it first",
                    e);
        } catch (IOException e) {
            closeQuietly(file);
            throw new LabException(folder.lock() + ": cannot be locked: " + e.getMessage(), e);
        }
    }

    /** Writes down who holds the lock. */
    void sign() throws IOException {
        file.setLength(0);
        file.write(describe(ProcessHandle.current()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @return whether a living process says that it works on the folder
     */
    static boolean isHeld(RunFolder folder) {
        return read(folder.lock())
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
            file.setLength(0);
        } catch (IOException e) {
            // The text is for people alone; the lock itself ends with the file.
        }
        closeQuietly(file);
    }

    private static String describe(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("");
    }

    private static Optional<String> holder(Path lock) {
        return read(lock).flatMap(RunLock::processNumber).map(String::valueOf);
    }

    private static Optional<Long> processNumber(String text) {
        String number = text.split(" ", 2)[0];
        return number.matches("\\d{1,18}") ? Optional.of(Long.parseLong(number)) : Optional.empty();
    }

    private static Optional<String> read(Path lock) {
        try {
            return Optional.of(Files.readString(lock));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void closeQuietly(RandomAccessFile file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            // Nothing was written through it that anyone needs.
        }
    }
}
