package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/** Writes one safetensors file, tensor by tensor. */
final class SafetensorsWriter {
    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    /**
     * @param file the file, not there yet
     * @param arrays the tensors by name, in the order to be written
     * @param tensors the engine's side
     * @param stored their element type in the file
     * @throws LabException if it cannot be written
     */
    static void write(Path file, Map<String, NDArray> arrays, Tensors tensors, Precision stored) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            byte[] header = header(arrays, tensors, stored);
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            writeFully(channel, length.putLong(header.length).flip());
            writeFully(channel, ByteBuffer.wrap(header));
            for (NDArray array : arrays.values()) {
                writeFully(channel, tensors.encode(array, stored));
            }
            channel.force(true);
        } catch (IOException e) {
            throw new LabException(file + ": cannot be written: " + e, e);
        }
    }

    static long bytes(long[] shape, Precision stored) {
        long bytes = stored.bytes();
        for (long size : shape) {
            bytes = Math.multiplyExact(bytes, size);
        }
        return bytes;
    }

    private static byte[] header(Map<String, NDArray> arrays, Tensors tensors, Precision stored) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.putObject("__metadata__").put("format", "pt");
        long end = 0;
        for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
            long[] shape = tensors.sizes(array.getValue());
            ObjectNode entry = json.putObject(array.getKey()).put("dtype", stored.safetensorsName());
            for (long size : shape) {
                entry.withArray("shape").add(size);
            }
            entry.putArray("data_offsets").add(end).add(end += bytes(shape, stored));
        }
        StringBuilder text = new StringBuilder(Json.line(json));
        while (text.toString().getBytes(StandardCharsets.UTF_8).length % ALIGNMENT != 0) {
            text.append(' ');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
