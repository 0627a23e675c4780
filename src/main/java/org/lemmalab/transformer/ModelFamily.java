package org.lemmalab.transformer;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/** The families that this decoder can be; they differ in few places. */
public enum ModelFamily {
    /** Llama 2 and 3, DeepSeekMath. */
    LLAMA("llama", "LlamaForCausalLM", false),
    /** Llama's layers with an attention window. */
    MISTRAL("mistral", "MistralForCausalLM", false),
    /** Qwen2 and Qwen2.5: queries, keys and values have biases. */
    QWEN2("qwen2", "Qwen2ForCausalLM", true);

    private final String modelType;
    private final String architecture;
    private final boolean biased;

    ModelFamily(String modelType, String architecture, boolean biased) {
        this.modelType = modelType;
        this.architecture = architecture;
        this.biased = biased;
    }

    /**
     * @param modelType {@code model_type} of a {@code config.json}
     * @return its family
     * @throws LabException if this decoder cannot be that model, naming those that it can be
     */
    public static ModelFamily ofModelType(String modelType) {
        return Arrays.stream(values())
                .filter(family -> family.modelType.equals(modelType))
                .findFirst()
                .orElseThrow(() -> new LabException("config.json: field 'model_type': expected one of "
                        + Arrays.stream(values()).map(ModelFamily::modelType).collect(Collectors.joining(", "))
                        + ", found '" + modelType + "'"));
    }

    /**
     * @return {@code model_type} in {@code config.json}
     */
    public String modelType() {
        return modelType;
    }

    /**
     * @return the class in Python's transformers
     */
    public String architecture() {
        return architecture;
    }

    /**
     * @return whether queries, keys and values have biases
     */
    public boolean biased() {
        return biased;
    }
}
