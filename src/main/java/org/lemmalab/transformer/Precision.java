package org.lemmalab.transformer;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/** Element types of weights, as they are stored and computed with. */
public enum Precision {
    /** 32 bits. */
    FLOAT32("F32", "float32", 4, 6),
    /** 16 bits with the range of float32. */
    BFLOAT16("BF16", "bfloat16", 2, 15),
    /** IEEE half precision; stored only. */
    FLOAT16("F16", "float16", 2, 5);

    private final String safetensorsName;
    private final String configName;
    private final int bytes;
    private final int scalarType;

    Precision(String safetensorsName, String configName, int bytes, int scalarType) {
        this.safetensorsName = safetensorsName;
        this.configName = configName;
        this.bytes = bytes;
        this.scalarType = scalarType;
    }

    /**
     * @param name the name in a safetensors header
     * @return its type
     * @throws LabException if the name is of no type that a decoder's weights can have
     */
    static Precision ofSafetensors(String name) {
        return Arrays.stream(values())
                .filter(type -> type.safetensorsName.equals(name))
                .findFirst()
                .orElseThrow(() -> new LabException("element type: expected one of "
                        + Arrays.stream(values())
                                .map(Precision::safetensorsName)
                                .collect(Collectors.joining(", "))
                        + ", found '" + name + "'"));
    }

    /**
     * @return the name in a safetensors header
     */
    public String safetensorsName() {
        return safetensorsName;
    }

    /**
     * @return the name in {@code config.json}
     */
    public String configName() {
        return configName;
    }

    /**
     * @return bytes an element
     */
    public int bytes() {
        return bytes;
    }

    /** PyTorch's number of the type. */
    int scalarType() {
        return scalarType;
    }

    static Precision of(DataType type) {
        return valueOf(type.name().toUpperCase(Locale.ROOT));
    }
}
