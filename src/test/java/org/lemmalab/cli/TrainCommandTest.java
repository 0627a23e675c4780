package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.CheckpointWriter;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.LocalModel;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.WordTokenizer;
import picocli.CommandLine;

/** Training and merging from the command line, on a model of a few hundred parameters. */
class TrainCommandTest {
    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        WordTokenizer tokenizer = WordTokenizer.fromCorpus(List.of("Tom has 5 apples.", "How many?"), 300);
        ModelConfig.Size size = new ModelConfig.Size(tokenizer.size(), 8, 12, 1, 2, 1, 4, 32);
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder =
                        Decoder.random(manager, ModelConfig.llama(size, true, tokenizer.specialTokens()), 0.2, 1)) {
            CheckpointWriter.float32().write(folder.resolve("student"), decoder, tokenizer.files());
        }
        Files.writeString(folder.resolve("train.jsonl"), """
                {"instruction":"How many?","output":"Tom has 5"}
                {"instruction":"broken"}
                {"instruction":"How many?","input":"apples","output":"5"}
                """);
    }

    @Test
    void aTrainedModelIsAModelAgain() throws IOException {
        assertEquals(0, train("\"settings\":{\"epochs\":2,\"batching\":{\"rows\":1}}"));
        assertEquals(4, Files.readAllLines(folder.resolve("run/training.jsonl")).size());
        assertEquals(1, Files.readAllLines(folder.resolve("run.rejected.jsonl")).size());
        try (LocalModel model = LocalModel.open(folder.resolve("run/model"))) {
            assertEquals("model", model.name());
        }
        assertEquals(1, train("\"preset\":\"default\""));
        assertTrue(errors.toString().contains("expected no checkpoint of an earlier run"), errors.toString());
    }

    @Test
    void examplesAreExportedForOtherTools() throws IOException {
        String[] data = {"--data", folder.resolve("train.jsonl").toString(), "--model", "some/model"};
        for (String tool : List.of("llama-factory", "trl")) {
            Path out = folder.resolve(tool);
            assertEquals(0, run("export", tool, out.toString(), data[0], data[1], data[2], data[3]), errors.toString());
            assertEquals(2, Files.readAllLines(out.resolve("data/train.jsonl")).size());
            assertTrue(Files.exists(folder.resolve(tool + ".rejected.jsonl")));
        }
        assertEquals(2, run("export", "trl", folder.resolve("neither").toString()));
    }

    @Test
    void adaptersAreTrainedAndMerged() throws IOException {
        assertEquals(
                0,
                train(
                        "\"settings\":{\"lora\":{\"rank\":2,\"targets\":[\"query\"]},\"schedule\":{\"warmup_ratio\":0}}"));
        String[] merge = {
            "merge", "--model", path("student"), "--adapter", path("run/adapter"), "--output", path("merged")
        };
        assertEquals(0, run(merge));
        try (NDManager manager = NDManager.newBaseManager();
                Decoder before = Checkpoint.open(folder.resolve("student")).decoder(manager, Precision.FLOAT32);
                Decoder after = Checkpoint.open(folder.resolve("merged")).decoder(manager, Precision.FLOAT32)) {
            assertArrayEquals(values(before, "layers.0.key"), values(after, "layers.0.key"));
            float[] change = new float[values(before, "layers.0.query").length];
            for (int i = 0; i < change.length; i++) {
                change[i] = values(before, "layers.0.query")[i] - values(after, "layers.0.query")[i];
            }
            assertTrue(Math.abs(change[0]) > 1e-6, "the adapter changed nothing");
        }
        assertEquals(1, run(merge));
    }

    @Test
    void badConfigurationsAreNamed() throws IOException {
        assertEquals(1, train("\"settings\":{\"epoch\":2}"));
        assertTrue(errors.toString().contains("field 'settings.epoch': there is no such setting"), errors.toString());
        assertEquals(1, train("\"settings\":{\"batching\":{\"rows\":0}}"));
        assertTrue(errors.toString().contains("batching: expected rows"), errors.toString());
        assertEquals(1, train("\"preset\":\"fast\""));
        assertTrue(errors.toString().contains("expected default or paper, found 'fast'"), errors.toString());
    }

    private int train(String more) throws IOException {
        Path config = folder.resolve("config.json");
        Files.writeString(config, "{\"model\":\"student\",\"data\":\"train.jsonl\",\"output\":\"run\"," + more + "}");
        return run("train", "--config", config.toString());
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(errors, true));
        return line.execute(arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static float[] values(Decoder decoder, String name) {
        return decoder.parameters().get(name).toFloatArray();
    }
}
