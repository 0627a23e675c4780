package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lemmalab.io.LabException;

/** Tensors on disk: what was written is read, and a header that lies is refused before memory is asked for. */
class SafetensorsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Precision.class)
    void whatWasWrittenIsRead(Precision stored) {
        // Numbers that 16 bits hold exactly, whichever way they are shared out.
        float[] values = {0, 1, -2, 0.5f, 96, -0.375f};
        try (NDManager manager = NDManager.newBaseManager();
                Tensors tensors = new Tensors(manager)) {
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            arrays.put("a", manager.create(values, new Shape(3, 2)));
            arrays.put("b", manager.create(new float[] {7}, new Shape(1)));
            Path file = folder.resolve("x.safetensors");
            SafetensorsWriter.write(file, arrays, tensors, stored);
            try (SafetensorsReader reader = SafetensorsReader.open(file)) {
                assertArrayEquals(new long[] {3, 2}, reader.shape("a"));
                NDArray a = reader.read(manager, tensors, "a", Precision.FLOAT32);
                assertEquals(new Shape(3, 2), a.getShape());
                assertArrayEquals(values, a.toFloatArray());
                assertArrayEquals(
                        new float[] {7},
                        reader.read(manager, tensors, "b", Precision.FLOAT32).toFloatArray());
            }
        }
    }

    @Test
    void aTensorReadInPiecesIsTheSame() {
        try (NDManager manager = NDManager.newBaseManager();
                Tensors tensors = new Tensors(manager)) {
            NDArray written = manager.arange(0, 70).reshape(7, 10).toType(ai.djl.ndarray.types.DataType.FLOAT32, true);
            Path file = folder.resolve("x.safetensors");
            SafetensorsWriter.write(file, Map.of("a", written), tensors, Precision.FLOAT32);
            try (SafetensorsReader reader = SafetensorsReader.open(file, 90)) {
                NDArray read = reader.read(manager, tensors, "a", Precision.FLOAT32);
                assertEquals(written.getShape(), read.getShape());
                assertArrayEquals(written.toFloatArray(), read.toFloatArray());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,9]}} | expected 8 bytes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}} | expected to start at byte 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}} | expected a start and an end",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}} | shape: expected a list",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,8]}} | fits a file",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1000000000],\"data_offsets\":[0,4000000000]}} | cut short",
                "{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}} | element type",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | overlap",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | expected 4 bytes of tensors, found 8",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}} | shape: expected a list",
                "{\"a\":7} | element type",
                "[] | expected a JSON object",
                "{\"a\": | not JSON"
            })
    void aHeaderThatIsNotInOrderIsRefused(String header, String reason) throws IOException {
        Path file = write(header.getBytes(StandardCharsets.UTF_8), header.length(), 8);
        LabException failure = assertThrows(LabException.class, () -> SafetensorsReader.open(file));
        assertTrue(failure.getMessage().contains(reason), failure.getMessage());
        assertTrue(failure.getMessage().contains("x.safetensors"), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807", "-1", "0", "101000000", "1000"})
    void aHeaderLongerThanTheFileIsRefused(long declared) throws IOException {
        Path file = write("{}".getBytes(StandardCharsets.UTF_8), declared, 8);
        LabException failure = assertThrows(LabException.class, () -> SafetensorsReader.open(file));
        assertTrue(failure.getMessage().contains("expected a length from 2"), failure.getMessage());
    }

    @Test
    void aFileOfAFewBytesIsRefused() throws IOException {
        Path file = folder.resolve("x.safetensors");
        Files.write(file, new byte[] {1, 2, 3});
        assertThrows(LabException.class, () -> SafetensorsReader.open(file));
    }

    private Path write(byte[] header, long declared, int data) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + data).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(declared).put(header);
        Path file = folder.resolve("x.safetensors");
        Files.write(file, bytes.array());
        return file;
    }
}
