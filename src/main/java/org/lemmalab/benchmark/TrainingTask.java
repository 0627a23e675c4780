package org.lemmalab.benchmark;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Folders;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.training.Example;
import org.lemmalab.training.SupervisedTrainer;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.training.TrainingSettings.Batching;
import org.lemmalab.training.TrainingSettings.Batching.Layout;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.CheckpointWriter;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.TextTokenizer;
import org.lemmalab.transformer.WordTokenizer;

/**
 * A random decoder and GSM8K's questions and solutions at their real lengths, both in a folder that every process reads.
 *
 * @param folder with {@code checkpoint/} and {@code batches.json}
 * @param batches examples as they share a step
 * @param parameters of the decoder
 */
record TrainingTask(Path folder, List<List<Example>> batches, long parameters) {
    private static final int ROWS = 16;
    private static final int CUTOFF = 512;
    private static final int VOCABULARY = 4096;
    private static final long SEED = 1;

    /** The decoders that are trained. */
    enum Size {
        FIVE_MILLION("5m", 256, 688, 5, 8, 32),
        TWENTY_FIVE_MILLION("25m", 512, 1376, 7, 8, 16);

        private final String title;
        private final int width;
        private final int feedForward;
        private final int layers;
        private final int heads;
        private final int examples;

        Size(String title, int width, int feedForward, int layers, int heads, int examples) {
            this.title = title;
            this.width = width;
            this.feedForward = feedForward;
            this.layers = layers;
            this.heads = heads;
            this.examples = examples;
        }

        String title() {
            return title;
        }

        private ModelConfig config(WordTokenizer words) {
            ModelConfig.Size size = new ModelConfig.Size(
                    words.size(), width, feedForward, layers, heads, heads / 2, width / heads, CUTOFF);
            return ModelConfig.llama(size, true, words.specialTokens());
        }
    }

    static TrainingTask prepare(Size size, Path gsm8k, Path folder, NDManager manager) {
        List<String[]> texts = JsonLines.readAll(
                gsm8k, json -> new String[] {Fields.text(json, "question"), Fields.text(json, "answer")});
        WordTokenizer words =
                WordTokenizer.fromCorpus(texts.stream().flatMap(Arrays::stream).toList(), VOCABULARY);
        long parameters;
        try (Decoder decoder = Decoder.random(manager, size.config(words), 0.02, SEED)) {
            parameters = decoder.parameterCount();
            CheckpointWriter.float32().write(folder.resolve("checkpoint"), decoder, words.files());
        }
        List<Example> examples;
        try (TextTokenizer tokenizer = TextTokenizer.open(folder.resolve("checkpoint"))) {
            examples = new Random(SEED)
                    .ints(size.examples, 0, texts.size())
                    .mapToObj(number -> example(tokenizer, number, texts.get(number)))
                    .toList();
        }
        List<List<Example>> batches = IntStream.range(0, size.examples / ROWS)
                .mapToObj(i -> examples.subList(i * ROWS, (i + 1) * ROWS))
                .toList();
        write(folder, batches);
        return new TrainingTask(folder, batches, parameters);
    }

    private static Example example(TextTokenizer tokenizer, int number, String[] texts) {
        int[] response = tokenizer.encode(texts[1] + "</s>", false);
        return Example.of("gsm8k/" + number, tokenizer.encode(texts[0] + "\n", true), response);
    }

    private static void write(Path folder, List<List<Example>> batches) {
        String json = Json.line(batches.stream()
                .map(batch -> batch.stream().map(TrainingTask::json).toList())
                .toList());
        try {
            Files.writeString(batchFile(folder), json);
        } catch (IOException e) {
            throw new LabException(folder + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> json(Example example) {
        int[] tokens = Arrays.copyOf(example.prompt(), example.length());
        System.arraycopy(example.response(), 0, tokens, example.prompt().length, example.response().length);
        return Map.of("tokens", tokens, "prompt", example.prompt().length);
    }

    /** The examples that another process has written, in order. */
    static List<Example> read(Path folder) {
        try {
            List<Example> examples = new ArrayList<>();
            for (JsonNode batch : Json.parse(Files.readString(batchFile(folder)))) {
                for (JsonNode json : batch) {
                    int[] tokens = Json.mapper().convertValue(json.get("tokens"), int[].class);
                    int prompt = json.get("prompt").asInt();
                    examples.add(Example.of(
                            "e" + examples.size(),
                            Arrays.copyOf(tokens, prompt),
                            Arrays.copyOfRange(tokens, prompt, tokens.length)));
                }
            }
            return examples;
        } catch (IOException e) {
            throw new LabException(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static Path batchFile(Path folder) {
        return folder.resolve("batches.json");
    }

    /** Tokens of one pass, padding not counted. */
    long tokens() {
        return batches.stream().flatMap(List::stream).mapToLong(Example::length).sum();
    }

    int examples() {
        return batches.stream().mapToInt(List::size).sum();
    }

    /** Seconds of one pass over all examples, after one that is not timed. */
    static double pass(Path folder, List<Example> examples, Way way, NDManager manager) {
        TrainingSettings settings = TrainingSettings.DEFAULT
                .withEpochs(2)
                .withBatching(new Batching(way.layout == Layout.PACKED ? ROWS / 2 : ROWS, 1, CUTOFF, way.layout))
                .withOptimizer(TrainingSettings.Optimizer.withRate(1e-4))
                .withGradientCheckpointing(way.checkpointing)
                .withPrecision(way.precision);
        long[] times = new long[2];
        Path run = folder.resolve("run");
        try (Decoder decoder = Checkpoint.open(folder.resolve("checkpoint")).decoder(manager, way.precision)) {
            new SupervisedTrainer(decoder, settings)
                    .withListener(progress -> {
                        if (progress.epoch() == 1) {
                            times[0] = System.nanoTime();
                        }
                        times[1] = System.nanoTime();
                    })
                    .train(examples, run);
        } finally {
            Folders.remove(run);
        }
        return (times[1] - times[0]) / 1e9;
    }

    /** A way to train. */
    enum Way {
        FP32(Precision.FLOAT32, Layout.SHUFFLED, false),
        BF16(Precision.BFLOAT16, Layout.SHUFFLED, false),
        PACKED(Precision.FLOAT32, Layout.PACKED, false),
        RECOMPUTED(Precision.FLOAT32, Layout.SHUFFLED, true);

        private final Precision precision;
        private final Layout layout;
        private final boolean checkpointing;

        Way(Precision precision, Layout layout, boolean checkpointing) {
            this.precision = precision;
            this.layout = layout;
            this.checkpointing = checkpointing;
        }

        boolean isFloat32() {
            return precision == Precision.FLOAT32;
        }
    }
}
