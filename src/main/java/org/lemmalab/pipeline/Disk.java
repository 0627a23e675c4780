package org.lemmalab.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Everything that a run does to the disk to keep its results; an interface so that tests can fill the disk or pull the plug at
 * every single operation.
 */
interface Disk {
    /** A file that grows at its end. */
    interface Appender extends Closeable {
        void write(byte[] bytes, int length) throws IOException;

        /** Returns when all that was written would survive a power cut. */
        void sync() throws IOException;
    }

    /**
     * Opens a file for appending, made if missing.
     *
     * @param length where to go on; what lies behind is cut off
     * @throws IOException also if the file is shorter than that
     */
    Appender append(Path file, long length) throws IOException;

    /** Puts one file in the place of another at one stroke, lastingly. */
    void replace(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /** The disk of the machine. None of its operations is disturbed by a thread's interruption. */
    static Disk real() {
        return new Real();
    }

    /** The machine's files. */
    final class Real implements Disk {
        @Override
        public Appender append(Path file, long length) throws IOException {
            RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw");
            if (random.length() < length) {
                long found = random.length();
                random.close();
                throw new IOException("expected at least " + length + " bytes, found " + found
                        + "; the file was changed by something else");
            }
            random.setLength(length);
            random.seek(length);
            return new RealAppender(random);
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(to.toAbsolutePath().getParent());
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        /** A rename lasts once its folder is on the disk; systems that cannot open a folder see to it themselves. */
        private static void syncFolder(Path folder) {
            boolean interrupted = false;
            for (boolean again = true; again; ) {
                again = false;
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                    again = true;
                } catch (IOException e) {
                    // Not possible on this system.
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Not a channel, which an interrupted thread would close by touching it. */
    record RealAppender(RandomAccessFile file) implements Appender {
        @Override
        public void write(byte[] bytes, int length) throws IOException {
            file.write(bytes, 0, length);
        }

        @Override
        public void sync() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
