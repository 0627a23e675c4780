package org.lemmalab.transformer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * The header of a safetensors file: which tensor lies where. Everything in it is checked against the file's length before any
 * memory is asked for, since the file may come from anywhere.
 *
 * @param entries the tensors in the order of their bytes
 */
record SafetensorsHeader(Map<String, Entry> entries) {
    /** The longest header that is read, as in the reference implementation. */
    static final int LONGEST = 100_000_000;

    /**
     * One tensor.
     *
     * @param type element type
     * @param shape sizes
     * @param start first byte, counted from the end of the header
     * @param length bytes
     */
    record Entry(Precision type, long[] shape, long start, long length) {}

    /**
     * @param file named in errors
     * @param fileLength bytes of the file
     * @param declared the header's length as the file's first eight bytes say it
     * @throws LabException if a header of that length cannot be there
     */
    static void checkLength(Path file, long fileLength, long declared) {
        long most = Math.min(LONGEST, fileLength - Long.BYTES);
        if (declared < 2 || declared > most) {
            throw new LabException(file + ": safetensors header: expected a length from 2 to " + most + ", found "
                    + Long.toUnsignedString(declared) + " (is the file cut short, or not safetensors?)");
        }
    }

    /**
     * @param file named in errors
     * @param bytes the header
     * @param dataLength bytes of the file after the header
     * @return the tensors, without overlaps or gaps, filling the data exactly
     * @throws LabException if the header is anything else
     */
    static SafetensorsHeader parse(Path file, byte[] bytes, long dataLength) {
        try {
            JsonNode json = Json.parse(new String(bytes, StandardCharsets.UTF_8));
            if (!json.isObject()) {
                throw new LabException("expected a JSON object, found "
                        + json.getNodeType().name().toLowerCase());
            }
            List<Map.Entry<String, Entry>> entries = new ArrayList<>();
            json.properties().stream()
                    .filter(field -> !field.getKey().equals("__metadata__"))
                    .forEach(field -> entries.add(Map.entry(field.getKey(), entry(field.getKey(), field.getValue()))));
            entries.sort(Comparator.comparingLong(
                            (Map.Entry<String, Entry> e) -> e.getValue().start())
                    .thenComparingLong(e -> e.getValue().length()));
            return new SafetensorsHeader(checkPlaces(entries, dataLength));
        } catch (LabException e) {
            throw new LabException(file + ": safetensors header: " + e.getMessage(), e);
        }
    }

    private static Map<String, Entry> checkPlaces(List<Map.Entry<String, Entry>> entries, long dataLength) {
        Map<String, Entry> inOrder = new LinkedHashMap<>();
        long end = 0;
        for (Map.Entry<String, Entry> entry : entries) {
            if (entry.getValue().start() != end) {
                throw new LabException("tensor '" + entry.getKey() + "': expected to start at byte " + end + ", found "
                        + entry.getValue().start() + " (an overlap or a gap)");
            }
            end += entry.getValue().length();
            if (end > dataLength) {
                throw new LabException("tensor '" + entry.getKey() + "': expected to end by byte " + dataLength
                        + ", found " + end + " (is the file cut short?)");
            }
            inOrder.put(entry.getKey(), entry.getValue());
        }
        if (end != dataLength) {
            throw new LabException("expected " + end + " bytes of tensors, found " + dataLength);
        }
        return inOrder;
    }

    private static Entry entry(String name, JsonNode json) {
        try {
            Precision type = Precision.ofSafetensors(json.path("dtype").asText());
            long[] shape = naturals("shape", json.path("shape"));
            long[] offsets = naturals("data_offsets", json.path("data_offsets"));
            if (offsets.length != 2 || offsets[1] < offsets[0]) {
                throw new LabException("data_offsets: expected a start and an end, found " + json.path("data_offsets"));
            }
            long length = offsets[1] - offsets[0];
            long expected = type.bytes();
            for (long size : shape) {
                expected = Math.multiplyExact(expected, size);
            }
            if (length != expected) {
                throw new LabException("expected " + expected + " bytes for its shape, found " + length);
            }
            return new Entry(type, shape, offsets[0], length);
        } catch (ArithmeticException e) {
            throw new LabException(
                    "tensor '" + name + "': expected a shape that fits a file, found " + json.path("shape"), e);
        } catch (LabException e) {
            throw new LabException("tensor '" + name + "': " + e.getMessage(), e);
        }
    }

    private static long[] naturals(String field, JsonNode json) {
        long[] numbers = new long[json.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode number = json.get(i);
            if (!json.isArray()
                    || !number.canConvertToExactIntegral()
                    || !number.canConvertToLong()
                    || number.longValue() < 0) {
                throw new LabException(field + ": expected a list of numbers from 0, found " + json);
            }
            numbers[i] = number.longValue();
        }
        if (!json.isArray()) {
            throw new LabException(field + ": expected a list of numbers from 0, found " + json);
        }
        return numbers;
    }
}
