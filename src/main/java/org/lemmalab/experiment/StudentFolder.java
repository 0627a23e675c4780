package org.lemmalab.experiment;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lemmalab.io.Folders;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.Samples;
import org.lemmalab.training.ExampleReader;
import org.lemmalab.training.LoraAdapters;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.CheckpointWriter;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.TextTokenizer;
import org.lemmalab.transformer.WordTokenizer;

/**
 * The checkpoint folder of a student, and what a study does with it.
 *
 * @param folder with weights and tokenizer
 */
public record StudentFolder(Path folder) {
    private static final List<String> TOKENIZER_FILES =
            List.of("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json");
    private static final int VOCABULARY = 1024;
    private static final int CONTEXT = 1024;

    /**
     * @param folder a checkpoint folder
     * @return that
     */
    public static StudentFolder given(Path folder) {
        return new StudentFolder(folder);
    }

    /** A student of some 400,000 random parameters, with a tokenizer for the samples and the small sums. */
    static StudentFolder made(Path parent, long seed) {
        List<String> texts = new ArrayList<>();
        for (SmallSums.Kind kind : SmallSums.Kind.values()) {
            for (Problem problem : SmallSums.all(kind, seed).subList(0, 500)) {
                texts.add(problem.question() + "\n" + problem.goldSolution());
            }
        }
        JsonLines.readAll(Samples.problems(), line -> line)
                .forEach(line -> texts.add(line.get("question").asText() + "\n"
                        + line.get("answer").asText()));
        return made(parent, texts, seed);
    }

    /** A student of some 400,000 random parameters, with a tokenizer for given texts. */
    static StudentFolder made(Path parent, List<String> texts, long seed) {
        WordTokenizer words = WordTokenizer.fromCorpus(texts, VOCABULARY);
        ModelConfig.Size size = new ModelConfig.Size(words.size(), 96, 256, 3, 4, 2, 24, CONTEXT);
        Path folder = parent.resolve("made");
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder =
                        Decoder.random(manager, ModelConfig.llama(size, true, words.specialTokens()), 0.05, seed)) {
            CheckpointWriter.float32().write(folder, decoder, words.files());
        }
        return new StudentFolder(folder);
    }

    /** A folder that is gone when the program ends. */
    static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("lemma-lab-fine-tuning");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new LabException("fine-tuning: a temporary folder cannot be made: " + e, e);
        }
    }

    /**
     * Reads with the student's tokenizer, plain texts.
     *
     * @param use what is to be done with the reader and the tokenizer, which are gone after it
     * @param <T> what comes of it
     * @return that
     */
    public <T> T read(BiFunction<ExampleReader, TextTokenizer, T> use) {
        try (TextTokenizer tokenizer = TextTokenizer.open(folder)) {
            ModelConfig config = Checkpoint.open(folder).config();
            return use.apply(new ExampleReader(tokenizer, config, Optional.empty()), tokenizer);
        }
    }

    /**
     * @param use what is to be done with the decoder in float32, which is gone after it
     * @param <T> what comes of it
     * @return that
     */
    public <T> T withDecoder(Function<Decoder, T> use) {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Checkpoint.open(folder).decoder(manager, Precision.FLOAT32)) {
            return use.apply(decoder);
        }
    }

    /** Writes the student with adapters merged; returns how many numbers the adapters are. */
    long merge(Path adapter, Path merged) {
        return withDecoder(decoder -> {
            LoraAdapters adapters = LoraAdapters.read(adapter, decoder.manager());
            adapters.merge(decoder);
            CheckpointWriter.float32().write(merged, decoder, tokenizerFiles());
            return adapters.pairs().values().stream()
                    .mapToLong(matrix -> matrix.getShape().size())
                    .sum();
        });
    }

    /**
     * @return the tokenizer's files by name, to be put beside a model that was trained from this one
     */
    public Map<String, String> tokenizerFiles() {
        Map<String, String> files = new TreeMap<>();
        try {
            for (String name : TOKENIZER_FILES) {
                if (Files.exists(folder.resolve(name))) {
                    files.put(name, Files.readString(folder.resolve(name)));
                }
            }
        } catch (IOException e) {
            throw new LabException(folder + ": the tokenizer cannot be read: " + e, e);
        }
        return files;
    }
}
