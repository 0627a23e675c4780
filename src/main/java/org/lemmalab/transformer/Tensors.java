package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Arrays from bytes and back, in element types that the engine's Java side does not know too. An array in bfloat16 is handed to
 * programs only: ask it for its data type from Java and the engine fails.
 */
final class Tensors implements AutoCloseable {
    private final TorchProgram program;

    Tensors(NDManager manager) {
        this.program = TorchProgram.load(manager, "Tensors", Map.of());
    }

    /**
     * @param manager owns the result; its device is the result's
     * @param bytes a direct buffer of little-endian elements, at most 2^31 - 1 bytes
     * @param stored the type in the buffer
     * @param sizes the shape
     * @param wanted the type of the result
     * @return an array with memory of its own
     */
    NDArray decode(NDManager manager, ByteBuffer bytes, Precision stored, long[] sizes, Precision wanted) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray raw = scope.create(bytes, new Shape(bytes.remaining()), DataType.UINT8);
            NDArray decoded = program.call("decode")
                    .with(raw)
                    .with(stored.scalarType())
                    .with(sizes)
                    .with(wanted.scalarType())
                    .array(scope);
            decoded.attach(manager);
            return decoded;
        }
    }

    /**
     * @param array any array
     * @param stored the type to write
     * @return its elements in order, little-endian
     */
    ByteBuffer encode(NDArray array, Precision stored) {
        try (NDManager scope = array.getManager().newSubManager()) {
            return program.call("encode")
                    .with(array)
                    .with(stored.scalarType())
                    .array(scope)
                    .toByteBuffer();
        }
    }

    NDArray join(NDManager manager, List<NDArray> pieces) {
        return program.call("join").with(pieces).array(manager);
    }

    long[] sizes(NDArray array) {
        try (IValue sizes = program.call("sizes").with(array).value()) {
            return sizes.toLongArray();
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
