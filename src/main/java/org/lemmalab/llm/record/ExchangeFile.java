package org.lemmalab.llm.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * Exchanges in a JSON Lines file, found by key. Memory holds 64 digits and a place for each, not the texts.
 *
 * <p>Several processes, and several of these in one process, may share a file: a line is written, and the file's end looked at,
 * under a lock that all of them respect. Who holds it and finds the last line without its line end knows that its writer was
 * killed: a whole object is given its line end, a torn one is cut off.
 */
final class ExchangeFile implements AutoCloseable {
    private static final int BLOCK = 1 << 16;
    private static final int CLOSING = 10;
    /** Locks of a process are the process's: within it, one lock for each file keeps its own threads apart. */
    private static final Map<Path, ReentrantLock> OWN_LOCKS = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock ownLock;
    private final FileChannel channel;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(ExchangeFile::daemon);
    private final Map<String, Place> places = new HashMap<>();
    private long known;

    private record Place(long offset, int length) {}

    /** What is done under the lock. */
    private interface Work<T> {
        T run() throws IOException;
    }

    ExchangeFile(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            this.ownLock = OWN_LOCKS.computeIfAbsent(file.toRealPath(), path -> new ReentrantLock());
        } catch (IOException e) {
            throw new LabException(file + ": the record of exchanges cannot be opened: " + e, e);
        }
        try {
            locked(() -> {
                mend();
                catchUp();
                return known;
            });
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The exchange of a key; looks at what others have written since, if it is not among the known ones. */
    Optional<JsonNode> find(String key) {
        return locked(() -> {
            if (!places.containsKey(key)) {
                mend();
                catchUp();
            }
            return read(key);
        });
    }

    /**
     * Appends an exchange.
     *
     * @param replace whether it counts even where another writer was first
     * @return the exchange that counts
     */
    JsonNode add(String key, JsonNode exchange, boolean replace) {
        return locked(() -> {
            mend();
            catchUp();
            if (!replace && places.containsKey(key)) {
                return read(key).orElseThrow();
            }
            writeAt(channel.size(), (Json.line(exchange) + "\n").getBytes(StandardCharsets.UTF_8));
            catchUp();
            return exchange;
        });
    }

    int size() {
        return locked(places::size);
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(CLOSING, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new LabException(file + ": cannot be closed: " + e, e);
        }
    }

    /** Works on the file's own thread: a channel closes for all if the thread that uses it is interrupted. */
    private <T> T locked(Work<T> work) {
        Future<T> result = thread.submit(() -> underLock(work));
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LabException known) {
                throw known;
            }
            throw new LabException(
                    file + ": the record of exchanges cannot be read or written: " + e.getCause(), e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T underLock(Work<T> work) throws IOException {
        ownLock.lock();
        try (FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("its lock was lost");
            }
            return work.run();
        } finally {
            ownLock.unlock();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread made = new Thread(task, "exchange-file");
        made.setDaemon(true);
        return made;
    }

    /** Sees to it that the file ends with a line end. */
    private void mend() throws IOException {
        long size = channel.size();
        if (size == 0 || readAt(size - 1, 1)[0] == '\n') {
            return;
        }
        long start = lastLineStart(size);
        byte[] tail = readAt(start, (int) Math.min(size - start, Integer.MAX_VALUE - 8));
        try {
            Json.parse(new String(tail, StandardCharsets.UTF_8));
            writeAt(size, new byte[] {'\n'});
        } catch (LabException e) {
            channel.truncate(start);
        }
    }

    private long lastLineStart(long size) throws IOException {
        for (long end = size; end > 0; end -= BLOCK) {
            long from = Math.max(0, end - BLOCK);
            byte[] block = readAt(from, (int) (end - from));
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return from + i + 1;
                }
            }
        }
        return 0;
    }

    /** Reads the lines that have come since the last look. */
    private void catchUp() throws IOException {
        long size = channel.size();
        if (size < known) {
            throw new IOException("expected a file that only grows, found it shorter than before");
        }
        LineScanner lines = new LineScanner(channel, known, size);
        while (lines.next()) {
            if (lines.length() > 0) {
                places.put(key(lines), new Place(lines.offset(), lines.length()));
            }
        }
        known = size;
    }

    private String key(LineScanner lines) {
        try {
            JsonNode key = Json.parse(lines.text()).get("key");
            if (key != null && key.isTextual()) {
                return key.textValue();
            }
        } catch (LabException e) {
            throw new LabException(
                    file + " byte " + lines.offset() + ": expected an exchange, found other text: " + e.getMessage(),
                    e);
        }
        throw new LabException(file + " byte " + lines.offset() + ": expected an exchange with its key, found none");
    }

    private Optional<JsonNode> read(String key) throws IOException {
        Place place = places.get(key);
        if (place == null) {
            return Optional.empty();
        }
        return Optional.of(Json.parse(new String(readAt(place.offset(), place.length()), StandardCharsets.UTF_8)));
    }

    private byte[] readAt(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("expected " + length + " bytes at " + offset + ", found its end");
            }
        }
        return buffer.array();
    }

    private void writeAt(long offset, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, offset + buffer.position());
        }
    }
}
