package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lemmalab.io.LabException;

/** Reads one safetensors file through a memory mapping: nothing passes through Java's heap but the header. */
final class SafetensorsReader implements AutoCloseable {
    /** A tensor is read in pieces of at most this many bytes, since a Java buffer ends at 2 GiB. */
    private static final long PIECE = 1L << 30;

    private final Path file;
    private final FileChannel channel;
    private final long dataStart;
    private final SafetensorsHeader header;
    private final long piece;

    private SafetensorsReader(Path file, FileChannel channel, long piece) throws IOException {
        this.file = file;
        this.channel = channel;
        this.piece = piece;
        ByteBuffer first = read(0, Math.toIntExact(Math.min(Long.BYTES, channel.size())));
        long declared = first.remaining() < Long.BYTES ? -1 : first.getLong();
        SafetensorsHeader.checkLength(file, channel.size(), declared);
        this.dataStart = Long.BYTES + declared;
        byte[] bytes = read(Long.BYTES, (int) declared).array();
        this.header = SafetensorsHeader.parse(file, bytes, channel.size() - dataStart);
    }

    /**
     * @param file a safetensors file
     * @return an open reader; its header has been checked
     * @throws LabException if there is no such file, or its header is not in order
     */
    static SafetensorsReader open(Path file) {
        return open(file, PIECE);
    }

    static SafetensorsReader open(Path file, long piece) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                return new SafetensorsReader(file, channel, piece);
            } catch (LabException | IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e, e);
        }
    }

    Set<String> names() {
        return header.entries().keySet();
    }

    long[] shape(String name) {
        return entry(name).shape().clone();
    }

    /**
     * @param manager owns the result
     * @param tensors the engine's side
     * @param name a tensor of this file
     * @param wanted its element type in memory
     * @return a copy of the tensor
     */
    NDArray read(NDManager manager, Tensors tensors, String name, Precision wanted) {
        SafetensorsHeader.Entry entry = entry(name);
        long row =
                entry.shape().length == 0 || entry.shape()[0] == 0 ? entry.length() : entry.length() / entry.shape()[0];
        if (entry.length() <= piece || entry.shape().length == 0) {
            return tensors.decode(manager, map(entry.start(), entry.length()), entry.type(), entry.shape(), wanted);
        }
        long rows = Math.max(1, piece / row);
        try (NDManager scope = manager.newSubManager()) {
            List<NDArray> pieces = new ArrayList<>();
            for (long from = 0; from < entry.shape()[0]; from += rows) {
                long[] shape = entry.shape().clone();
                shape[0] = Math.min(rows, shape[0] - from);
                ByteBuffer bytes = map(entry.start() + from * row, shape[0] * row);
                pieces.add(tensors.decode(scope, bytes, entry.type(), shape, wanted));
            }
            return tensors.join(manager, pieces);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LabException(file + ": cannot be closed: " + e.getMessage(), e);
        }
    }

    private SafetensorsHeader.Entry entry(String name) {
        SafetensorsHeader.Entry entry = header.entries().get(name);
        if (entry == null) {
            throw new LabException(file + ": expected tensor '" + name + "', found none of that name");
        }
        return entry;
    }

    private MappedByteBuffer map(long start, long length) {
        try {
            return channel.map(FileChannel.MapMode.READ_ONLY, dataStart + start, length);
        } catch (IOException e) {
            throw new LabException(file + ": cannot be mapped into memory: " + e.getMessage(), e);
        }
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            continue;
        }
        return buffer.flip();
    }
}
