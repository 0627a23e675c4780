package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/** Configurations: read as transformers means them, and refused by name where they ask for what is not there. */
class ConfigFileTest {
    @ParameterizedTest
    @MethodSource("org.lemmalab.transformer.Golden#names")
    void whatIsWrittenReadsAsItWas(String name) {
        ModelConfig config = Checkpoint.open(Golden.of(name).folder()).config();
        assertEquals(config, ConfigFile.read(ConfigFile.write(config, Precision.FLOAT32)));
    }

    @Test
    void theWordsOfTransformers4AreReadToo() {
        ObjectNode json = plain("llama");
        json.put("rope_theta", 500000.0);
        json.set(
                "rope_scaling",
                Json.parse("{\"rope_type\":\"llama3\",\"factor\":8.0,\"low_freq_factor\":1.0,"
                        + "\"high_freq_factor\":4.0,\"original_max_position_embeddings\":8192}"));
        assertEquals(
                new Rope(500000.0, new Rope.Llama3(8, 1, 4, 8192)),
                ConfigFile.read(json).rope());
    }

    @Test
    void qwensWindowsBeginWhereItSays() {
        ObjectNode json = plain("qwen2")
                .put("use_sliding_window", true)
                .put("sliding_window", 7)
                .put("max_window_layers", 2);
        assertEquals(
                new ModelConfig.Window(7, List.of(false, false, true)),
                ConfigFile.read(json).window());
        json.put("use_sliding_window", false);
        assertEquals(ModelConfig.Window.none(3), ConfigFile.read(json).window());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model_type | \"gpt2\" | expected one of llama, mistral, qwen2, found 'gpt2'",
                "hidden_act | \"gelu\" | 'hidden_act'",
                "attention_bias | true | 'attention_bias'",
                "mlp_bias | true | 'mlp_bias'",
                "rope_scaling | {\"rope_type\":\"yarn\",\"factor\":2.0} | 'rope_type'",
                "quantization_config | {\"bits\":4} | 'quantization_config'",
                "partial_rotary_factor | 0.5 | 'partial_rotary_factor'",
                "num_key_value_heads | 3 | num_key_value_heads",
                "head_dim | 5 | head_dim",
                "vocab_size | 0 | vocab_size",
                "hidden_size | \"wide\" | 'hidden_size'",
                "eos_token_id | 99 | eos_token_id"
            })
    void whatIsNotSupportedIsRefusedByName(String field, String value, String named) {
        ObjectNode json = plain("llama");
        json.set(field, Json.parse(value));
        LabException failure = assertThrows(LabException.class, () -> ConfigFile.read(json));
        assertTrue(failure.getMessage().contains(named), failure.getMessage());
    }

    private static ObjectNode plain(String type) {
        return Json.mapper()
                .createObjectNode()
                .put("model_type", type)
                .put("vocab_size", 50)
                .put("hidden_size", 16)
                .put("intermediate_size", 24)
                .put("num_hidden_layers", 3)
                .put("num_attention_heads", 4)
                .put("max_position_embeddings", 64);
    }
}
