package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lemmalab.io.LabException;

/** Checkpoint folders: what was written is read, whole or in shards, and each defect has its own message. */
class CheckpointTest {
    @TempDir
    Path parent;

    private NDManager manager;
    private Path folder;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager();
        folder = parent.resolve("student");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @MethodSource("org.lemmalab.transformer.Golden#names")
    void aCheckpointWrittenAnewIsTheSame(String name) throws IOException {
        try (Decoder decoder = Checkpoint.open(Golden.of(name).folder()).decoder(manager, Precision.FLOAT32)) {
            new CheckpointWriter(Precision.FLOAT32, 8_000).write(folder, decoder, Map.of("tokenizer.json", "{}"));
            assertTrue(Files.exists(folder.resolve("model.safetensors.index.json")));
            try (Decoder again = Checkpoint.open(folder).decoder(manager, Precision.FLOAT32)) {
                assertEquals(decoder.config(), again.config());
                decoder.parameters()
                        .forEach((parameter, array) -> assertArrayEquals(
                                array.toFloatArray(),
                                again.parameters().get(parameter).toFloatArray(),
                                parameter));
            }
            assertEquals(1, filesIn(parent));
        }
    }

    @Test
    void weightsStoredIn16BitsAreReadBackRounded() {
        try (Decoder decoder = small(1)) {
            new CheckpointWriter(Precision.BFLOAT16, CheckpointWriter.DEFAULT_SHARD).write(folder, decoder, Map.of());
            try (Decoder again = Checkpoint.open(folder).decoder(manager, Precision.FLOAT32)) {
                float[] exact = decoder.parameters().get("layers.0.query").toFloatArray();
                float[] rounded = again.parameters().get("layers.0.query").toFloatArray();
                for (int i = 0; i < exact.length; i++) {
                    assertEquals(exact[i], rounded[i], Math.abs(exact[i]) / 256);
                }
            }
        }
    }

    @Test
    void computationInBfloat16IsCloseToFloat32() {
        try (Decoder decoder = small(1)) {
            CheckpointWriter.float32().write(folder, decoder, Map.of());
            int[] text = {3, 7, 4, 9, 11};
            try (FrozenDecoder exact = Checkpoint.open(folder).frozen(manager, Precision.FLOAT32);
                    FrozenDecoder rough = Checkpoint.open(folder).frozen(manager, Precision.BFLOAT16)) {
                assertArrayEquals(exact.nextLogProbabilities(text), rough.nextLogProbabilities(text), 0.05f);
            }
        }
    }

    @Test
    void anExistingFolderIsReplacedAndNothingElseIsLeft() throws IOException {
        try (Decoder first = small(1);
                Decoder second = small(2)) {
            CheckpointWriter.float32().write(folder, first, Map.of("old.txt", "old"));
            CheckpointWriter.float32().write(folder, second, Map.of());
            assertTrue(Files.notExists(folder.resolve("old.txt")));
            assertEquals(1, filesIn(parent));
            try (Decoder again = Checkpoint.open(folder).decoder(manager, Precision.FLOAT32)) {
                assertArrayEquals(
                        second.parameters().get("embedding").toFloatArray(),
                        again.parameters().get("embedding").toFloatArray());
            }
        }
    }

    @Test
    void aFailureWhileWritingLeavesTheFolderAsItWas() throws IOException {
        try (Decoder decoder = small(1)) {
            CheckpointWriter.float32().write(folder, decoder, Map.of());
            assertThrows(
                    LabException.class,
                    () -> CheckpointWriter.float32().write(folder, decoder, Map.of("no/such/folder.json", "{}")));
            assertEquals(1, filesIn(parent));
            Checkpoint.open(folder).decoder(manager, Precision.FLOAT32).close();
        }
    }

    @Test
    void aFolderCutShortIsRefused() throws IOException {
        written();
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("model.safetensors").toFile(), "rw")) {
            file.setLength(file.length() - 100);
        }
        assertRefused("cut short");
    }

    @Test
    void aFolderWithoutWeightsIsRefused() throws IOException {
        written();
        Files.delete(folder.resolve("model.safetensors"));
        assertRefused("expected model.safetensors or model.safetensors.index.json");
    }

    @Test
    void aMissingShardIsNamed() throws IOException {
        try (Decoder decoder = small(1)) {
            new CheckpointWriter(Precision.FLOAT32, 2_000).write(folder, decoder, Map.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path shard = files.filter(file -> file.getFileName().toString().startsWith("model-00002"))
                    .findFirst()
                    .orElseThrow();
            Files.delete(shard);
            assertRefused("expected shard " + shard.getFileName());
        }
    }

    @Test
    void aShardOutsideOfTheFolderIsRefused() throws IOException {
        written();
        Files.delete(folder.resolve("model.safetensors"));
        Files.writeString(
                folder.resolve("model.safetensors.index.json"), "{\"weight_map\":{\"x\":\"../outside.safetensors\"}}");
        assertRefused("expected plain file names");
    }

    @Test
    void aTensorOfTheWrongShapeIsNamed() throws IOException {
        written();
        edit("\"intermediate_size\" : 12", "\"intermediate_size\" : 10");
        assertRefused("tensor 'model.layers.0.mlp.gate_proj.weight': expected shape (10, 8), found [12, 8]");
    }

    @Test
    void aTensorTooManyIsNamed() throws IOException {
        written();
        edit("\"num_hidden_layers\" : 2", "\"num_hidden_layers\" : 1");
        assertRefused("expected no tensor 'model.layers.1.input_layernorm.weight'");
    }

    @Test
    void anUnsupportedArchitectureIsNamed() throws IOException {
        written();
        edit("\"llama\"", "\"mamba\"");
        assertRefused("found 'mamba'");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertRefused("expected a checkpoint folder");
    }

    @Test
    void endTokensOfTheGenerationSettingsCount() throws IOException {
        written();
        Files.writeString(folder.resolve("generation_config.json"), "{\"eos_token_id\":[2,5]}");
        assertEquals(
                java.util.List.of(2, 5),
                Checkpoint.open(folder).config().tokens().ends());
        assertEquals(
                OptionalInt.of(1), Checkpoint.open(folder).config().tokens().start());
    }

    private void written() {
        try (Decoder decoder = small(1)) {
            CheckpointWriter.float32().write(folder, decoder, Map.of());
        }
    }

    private void edit(String from, String to) throws IOException {
        Path file = folder.resolve("config.json");
        String text = Files.readString(file);
        assertTrue(text.contains(from), text);
        Files.writeString(file, text.replace(from, to));
    }

    private void assertRefused(String reason) {
        LabException failure =
                assertThrows(LabException.class, () -> Checkpoint.open(folder).decoder(manager, Precision.FLOAT32));
        assertTrue(failure.getMessage().contains(reason), failure.getMessage());
        assertTrue(failure.getMessage().contains("student"), failure.getMessage());
    }

    private Decoder small(long seed) {
        ModelConfig.Size size = new ModelConfig.Size(20, 8, 12, 2, 2, 1, 4, 32);
        return Decoder.random(manager, ModelConfig.llama(size, false, SpecialTokens.of(1, 2, 0)), 0.3, seed);
    }

    private static long filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
