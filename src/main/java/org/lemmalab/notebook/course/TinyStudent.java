package org.lemmalab.notebook.course;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lemmalab.io.Folders;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.TextModel;
import org.lemmalab.training.ExampleReader;
import org.lemmalab.training.SupervisedTrainer;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.CheckpointWriter;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.LocalModel;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.TextTokenizer;
import org.lemmalab.transformer.WordTokenizer;

/** A decoder of some hundred thousand random parameters, trained in seconds on a handful of texts. */
final class TinyStudent {
    private static final int VOCABULARY = 1024;

    private TinyStudent() {}

    /** What the words of these texts need. */
    static ModelConfig config(WordTokenizer words) {
        ModelConfig.Size size = new ModelConfig.Size(words.size(), 64, 160, 2, 4, 2, 16, 512);
        return ModelConfig.llama(size, true, words.specialTokens());
    }

    /**
     * Trains on lines of training data and asks the result something.
     *
     * @param texts that the tokenizer's words are taken from
     * @param lines of training data, as {@link ExampleReader} reads them
     * @param settings of the run
     * @param listener is told of the steps
     * @param question is put to the trained student
     * @return its reply
     */
    static <T> T trained(
            List<String> texts,
            List<JsonNode> lines,
            TrainingSettings settings,
            TrainingListener listener,
            Function<TextModel, T> question) {
        Path folder = temporary();
        try {
            Path model = train(made(folder.resolve("made"), texts), lines, settings, listener, folder.resolve("run"));
            try (TextModel student = LocalModel.open(model)) {
                return question.apply(student);
            }
        } finally {
            Folders.remove(folder);
        }
    }

    private static Path train(
            Path made, List<JsonNode> lines, TrainingSettings settings, TrainingListener listener, Path run) {
        Checkpoint checkpoint = Checkpoint.open(made);
        try (TextTokenizer tokenizer = TextTokenizer.open(made);
                NDManager manager = NDManager.newBaseManager();
                Decoder decoder = checkpoint.decoder(manager, settings.precision())) {
            ExampleReader reader = new ExampleReader(tokenizer, checkpoint.config(), Optional.empty());
            return new SupervisedTrainer(decoder, settings)
                    .withTokenizer(files(made))
                    .withListener(listener)
                    .train(
                            lines.stream()
                                    .map(line -> reader.example("course", line))
                                    .toList(),
                            run)
                    .folder();
        }
    }

    private static Path made(Path folder, List<String> texts) {
        WordTokenizer words = WordTokenizer.fromCorpus(texts, VOCABULARY);
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Decoder.random(manager, config(words), 0.05, CourseInputs.SEED)) {
            CheckpointWriter.float32().write(folder, decoder, words.files());
        }
        return folder;
    }

    private static Map<String, String> files(Path folder) {
        try {
            return Map.of(
                    "tokenizer.json", Files.readString(folder.resolve("tokenizer.json")),
                    "tokenizer_config.json", Files.readString(folder.resolve("tokenizer_config.json")));
        } catch (IOException e) {
            throw new LabException(folder + ": the tokenizer cannot be read: " + e, e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("lemma-lab-course");
        } catch (IOException e) {
            throw new LabException("course: a temporary folder cannot be made: " + e, e);
        }
    }
}
