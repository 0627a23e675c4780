package org.lemmalab.synthetic.student;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lemmalab.io.Folders;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.training.Example;
import org.lemmalab.training.SupervisedTrainer;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.training.TrainingResult;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.CheckpointWriter;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.TextTokenizer;
import org.lemmalab.transformer.WordTokenizer;

/**
 * Trains a student from nothing. The same call goes on with a run that was stopped, wherever that was. The folder holds {@code
 * recipe.json}, {@code start/} (the first parameters), {@code reading/}, {@code knowing/}, {@code steady/}, {@code long/}, {@code cooling/} and {@code settling/} (the parts, each with its log
 * {@code training.jsonl}), {@code steady.json} (where the steady part ended) and, at the end, {@code student/}.
 */
public final class StudentTraining {
    /** Examples that fill about one step's rows, with some to spare. */
    private static final int EXAMPLES_A_STEP = 15;

    private static final String RECIPE = "recipe.json";
    private static final String LONG = "long";

    /** What twins have in common; the recipe, which is written behind them, says that all is there. */
    private static final List<String> SHARED = List.of("start", "reading", "knowing", "steady", "steady.json", LONG);

    private static final long COOLING_SEED = 1000;
    private static final long KNOWING_SEED = 2000;
    private static final long LONG_SEED = 3000;
    private static final long SETTLING_SEED = 4000;

    private final StudentRecipe recipe;
    private final Path folder;
    private final TrainingListener listener;

    /**
     * @param recipe what to train
     * @param folder of the run
     * @param listener told after every step
     */
    public StudentTraining(StudentRecipe recipe, Path folder, TrainingListener listener) {
        this.recipe = recipe;
        this.folder = folder;
        this.listener = listener;
    }

    /**
     * Takes over what another run has trained before its rate began to fall, so that the students of both are twins: they differ in what
     * they practise from there on. A run that has begun stays as it is.
     *
     * @param other the folder of a run of this recipe but for its practice, which is past that point
     * @throws LabException if the other run has another recipe, or is not that far
     */
    public void fork(Path other) {
        if (Files.exists(folder.resolve(RECIPE))) {
            return;
        }
        if (!shared(Json.parse(text(other.resolve(RECIPE))))
                .equals(shared(Json.mapper().valueToTree(recipe)))) {
            throw new LabException(other + ": expected a run of this recipe but for its practice, found another: "
                    + other.resolve(RECIPE));
        }
        if (!Files.exists(other.resolve(LONG).resolve("model"))) {
            throw new LabException(other + ": expected a run that is past its steps with stories of full length, found"
                    + " no " + other.resolve(LONG).resolve("model"));
        }
        SHARED.forEach(part -> Folders.copy(other.resolve(part), folder.resolve(part)));
    }

    private static JsonNode shared(JsonNode recipe) {
        ObjectNode rest = recipe.deepCopy();
        rest.remove("practice");
        // As it would be read from a file.
        return Json.parse(rest.toString());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LabException(file + ": expected the recipe of a run, found none: " + e, e);
        }
    }

    /**
     * @param steadyTime ends the steady part early; empty where its steps alone decide
     * @return the finished student's folder; empty where the run was stopped before
     * @throws LabException if the folder holds a run of another recipe
     */
    public Optional<Path> run(Optional<Duration> steadyTime) {
        WordTokenizer tokenizer = StudentText.tokenizer();
        prepare(tokenizer);
        try (TextTokenizer encoder = TextTokenizer.open(folder.resolve("start"))) {
            Optional<Path> steady = reading(tokenizer, encoder)
                    .flatMap(from -> knowing(from, tokenizer, encoder))
                    .flatMap(from -> steady(from, tokenizer, encoder, steadyTime));
            return steady.flatMap(weights -> lengthy(weights, tokenizer, encoder))
                    .flatMap(weights -> cool(weights, tokenizer, encoder))
                    .flatMap(weights -> settle(weights, tokenizer, encoder))
                    .map(weights -> finished(weights, tokenizer));
        }
    }

    /** The recipe is written before anything else, and a run of another one is refused. */
    private void prepare(WordTokenizer tokenizer) {
        Path file = folder.resolve(RECIPE);
        String text = Json.pretty(recipe) + "\n";
        try {
            Files.createDirectories(folder);
            if (Files.exists(file) && !Files.readString(file).equals(text)) {
                throw new LabException(folder + ": expected a run of this recipe, found another: " + file);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new LabException(file + ": cannot be written: " + e, e);
        }
        if (Files.exists(folder.resolve("start"))) {
            return;
        }
        ModelConfig config = recipe.model(tokenizer.size(), tokenizer.specialTokens());
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Decoder.random(manager, config, 0.04, recipe.seed())) {
            CheckpointWriter.float32().write(folder.resolve("start"), decoder, tokenizer.files());
        }
    }

    /** Drills in reading alone: looking things up comes about much sooner by itself than among everything else. */
    private Optional<Path> reading(WordTokenizer tokenizer, TextTokenizer encoder) {
        return part(
                "reading",
                folder.resolve("start"),
                recipe.drilling(recipe.readingSteps()),
                StudentText.recitations(
                        recipe.drillExamples(recipe.readingSteps()), recipe.seed(), encoder, end(tokenizer)),
                tokenizer);
    }

    /** Drills in looking back, with as many in reading, so that neither is lost. */
    private Optional<Path> knowing(Path from, WordTokenizer tokenizer, TextTokenizer encoder) {
        int half = recipe.drillExamples(recipe.knowingSteps()) / 2;
        long seed = recipe.seed() + KNOWING_SEED;
        List<Example> drills = new ArrayList<>(StudentText.lookingBack(half, seed, encoder, end(tokenizer)));
        drills.addAll(StudentText.recitations(half, seed, encoder, end(tokenizer)));
        return part("knowing", from, recipe.drilling(recipe.knowingSteps()), drills, tokenizer);
    }

    private Optional<Path> steady(Path from, WordTokenizer tokenizer, TextTokenizer encoder, Optional<Duration> time) {
        Path record = folder.resolve("steady.json");
        if (Files.exists(record)) {
            return Optional.of(folder.resolve(read(record)));
        }
        AtomicBoolean late = new AtomicBoolean();
        TrainingResult result = train(
                from,
                recipe.steady(),
                StudentText.examples(recipe.mixture(), recipe.seed(), encoder, end(tokenizer)),
                folder.resolve("steady"),
                tokenizer,
                time.map(limit -> new Limit(System.nanoTime() + limit.toNanos(), late)));
        if (!result.complete() && !late.get()) {
            return Optional.empty();
        }
        Path weights = result.complete() ? result.folder() : result.folder().resolve("weights");
        write(
                record,
                Map.of(
                        "steps",
                        result.step(),
                        "weights",
                        folder.relativize(weights).toString()));
        return Optional.of(weights);
    }

    /** Stories of full length come in once shorter ones are learnt. */
    private Optional<Path> lengthy(Path weights, WordTokenizer tokenizer, TextTokenizer encoder) {
        List<Example> examples = later(
                recipe.longMixture(), StudentRecipe.Practice.NONE, recipe.longSteps(), LONG_SEED, tokenizer, encoder);
        return part(LONG, weights, recipe.lengthy(), examples, tokenizer);
    }

    private List<Example> later(
            TextMixture percents,
            StudentRecipe.Practice practice,
            int steps,
            long seed,
            WordTokenizer tokenizer,
            TextTokenizer encoder) {
        TextMixture some = percents.of(Math.max(100, steps * EXAMPLES_A_STEP));
        return StudentText.examples(some, practice, recipe.seed() + seed, encoder, end(tokenizer));
    }

    private Optional<Path> cool(Path weights, WordTokenizer tokenizer, TextTokenizer encoder) {
        List<Example> examples = later(
                recipe.coolingMixture(), recipe.practice(), recipe.coolingSteps(), COOLING_SEED, tokenizer, encoder);
        return part("cooling", weights, recipe.cooling(), examples, tokenizer);
    }

    /** Once more at a low rate, so that further text of these kinds has nothing more to teach. */
    private Optional<Path> settle(Path weights, WordTokenizer tokenizer, TextTokenizer encoder) {
        List<Example> examples = later(
                recipe.settlingMixture(), recipe.practice(), recipe.settlingSteps(), SETTLING_SEED, tokenizer, encoder);
        return part("settling", weights, recipe.settling(), examples, tokenizer);
    }

    private Path finished(Path settled, WordTokenizer tokenizer) {
        Path student = folder.resolve("student");
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Checkpoint.open(settled).decoder(manager, Precision.FLOAT32)) {
            new CheckpointWriter(Precision.BFLOAT16, CheckpointWriter.DEFAULT_SHARD)
                    .write(student, decoder, tokenizer.files());
        }
        return student;
    }

    /** A part that its steps alone end; empty where it was stopped before. */
    private Optional<Path> part(
            String name, Path from, TrainingSettings settings, List<Example> examples, WordTokenizer tokenizer) {
        TrainingResult result = train(from, settings, examples, folder.resolve(name), tokenizer, Optional.empty());
        return result.complete() ? Optional.of(result.folder()) : Optional.empty();
    }

    /** When the steady part is to end, and whether it did. */
    private record Limit(long nanoTime, AtomicBoolean reached) {}

    private TrainingResult train(
            Path from,
            TrainingSettings settings,
            List<Example> examples,
            Path to,
            WordTokenizer tokenizer,
            Optional<Limit> limit) {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Checkpoint.open(from).decoder(manager, settings.precision())) {
            SupervisedTrainer[] self = new SupervisedTrainer[1];
            self[0] = new SupervisedTrainer(decoder, settings)
                    .withTokenizer(tokenizer.files())
                    .withListener(progress -> {
                        listener.onStep(progress);
                        if (limit.isPresent() && System.nanoTime() > limit.get().nanoTime()) {
                            limit.get().reached().set(true);
                            self[0].stop();
                        }
                    });
            return self[0].resume(examples, to);
        }
    }

    private static int end(WordTokenizer tokenizer) {
        return tokenizer.specialTokens().ends().get(0);
    }

    private static String read(Path record) {
        try {
            return Json.parse(Files.readString(record)).path("weights").asText();
        } catch (IOException e) {
            throw new LabException(record + ": cannot be read: " + e, e);
        }
    }

    private static void write(Path record, Map<String, Object> values) {
        try {
            Files.writeString(record, Json.pretty(values) + "\n");
        } catch (IOException e) {
            throw new LabException(record + ": cannot be written: " + e, e);
        }
    }
}
