package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** One safetensors file of named arrays, for what is no whole checkpoint: the state of an optimiser, adapters. */
public final class TensorFile {
    private TensorFile() {}

    /**
     * @param file the file, not there yet
     * @param arrays float32 arrays by name, in the order to be written; at least one
     * @param stored their element type in the file
     * @throws org.lemmalab.io.LabException if it cannot be written
     */
    public static void write(Path file, Map<String, NDArray> arrays, Precision stored) {
        try (NDManager scope = NDManager.newBaseManager();
                Tensors tensors = new Tensors(scope)) {
            SafetensorsWriter.write(file, arrays, tensors, stored);
        }
    }

    /**
     * @param file a safetensors file
     * @param manager owns the result
     * @return its arrays in float32, by name; gradients can flow to them
     * @throws org.lemmalab.io.LabException if the file is not in order
     */
    public static Map<String, NDArray> read(Path file, NDManager manager) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        try (NDManager scope = manager.newSubManager();
                Tensors tensors = new Tensors(scope);
                SafetensorsReader reader = SafetensorsReader.open(file)) {
            for (String name : reader.names()) {
                NDArray copy =
                        reader.read(scope, tensors, name, Precision.FLOAT32).duplicate();
                copy.attach(manager);
                arrays.put(name, copy);
            }
        }
        return arrays;
    }
}
