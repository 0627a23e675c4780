package org.lemmalab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lemmalab.experiment.SmallSums.Kind;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.Provenance;
import org.lemmalab.mistake.Share;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.Samples;
import org.lemmalab.solution.StepSplitter;
import org.lemmalab.training.Example;
import org.lemmalab.training.LoraSettings;
import org.lemmalab.training.RowFilling;
import org.lemmalab.training.SupervisedTrainer;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.training.TrainingProgress;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.training.TrainingSettings.Batching;
import org.lemmalab.training.TrainingSettings.Batching.Layout;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.Decoder;

/**
 * Fine-tuning before one's eyes: a small student learns problems of giving away, once with all its parameters and once with
 * adapters, and is asked before and after, also about problems of getting more, which it knew before. Where no student is given, one
 * is made and taught getting more first.
 */
public final class FineTuningStudy {
    private static final long SEED = 1;
    private static final int ROWS = 32;
    private static final int CUTOFF = 256;
    private static final int PACKED_ROWS = 4;

    private final StudentFolder student;
    private final Path work;
    private final Scale scale;
    private final List<TrainedRun> runs = new ArrayList<>();
    private final Map<String, Map<String, Share>> scores = new LinkedHashMap<>();

    /**
     * How much is done.
     *
     * @param teachingSteps that a made student learns getting more with
     * @param steps of each fine-tuning
     * @param asked held-out problems of each kind that are asked
     */
    public record Scale(int teachingSteps, int steps, int asked) {
        /** Some ten seconds on two cores. */
        public static final Scale QUICK = new Scale(120, 50, 40);

        /** A minute or two. */
        public static final Scale FULL = new Scale(300, 120, 100);
    }

    /**
     * A finished run.
     *
     * @param name of the run
     * @param trained how many numbers were trained
     * @param steps what was heard of each step
     * @param model the checkpoint folder that came of it, adapters merged
     */
    public record TrainedRun(String name, long trained, List<TrainingProgress> steps, Path model) {
        /** Copies the list. */
        public TrainedRun {
            steps = List.copyOf(steps);
        }

        /**
         * @return tokens read a second
         */
        public double tokensPerSecond() {
            return steps.get(steps.size() - 1).tokensPerSecond();
        }
    }

    /**
     * A run that was stopped and resumed, beside one that was not.
     *
     * @param stoppedAt the step that it was stopped after
     * @param steps of both parts
     * @param identical whether both runs' weights are the same, bit for bit
     */
    public record Resumed(int stoppedAt, List<TrainingProgress> steps, boolean identical) {
        /** Copies the list. */
        public Resumed {
            steps = List.copyOf(steps);
        }
    }

    /**
     * What was measured.
     *
     * @param name a name for files
     * @param runs the trained runs
     * @param scores right answers by model and kind of problem
     * @param provenance what it was made from
     */
    public record Result(
            String name, List<TrainedRun> runs, Map<String, Map<String, Share>> scores, Provenance provenance) {}

    private FineTuningStudy(StudentFolder student, Path work, Scale scale) {
        this.student = student;
        this.work = work;
        this.scale = scale;
    }

    /**
     * @param student a checkpoint folder; where it is empty, a student is made and taught
     * @param scale how much is done
     * @param listener is told of the steps of the teaching, if there is any
     * @return the study, with a student to train
     */
    public static FineTuningStudy prepare(Optional<Path> student, Scale scale, TrainingListener listener) {
        Path work = StudentFolder.temporary();
        StudentFolder folder = student.map(StudentFolder::given).orElseGet(() -> StudentFolder.made(work, SEED));
        FineTuningStudy study = new FineTuningStudy(folder, work, scale);
        if (student.isPresent()) {
            return study;
        }
        TrainedRun taught =
                study.train("teaching", folder.folder(), study.settings(scale.teachingSteps), Kind.GETTING, listener);
        return new FineTuningStudy(StudentFolder.given(taught.model), work, scale);
    }

    /**
     * @return the folder of the student before it is fine-tuned
     */
    public Path student() {
        return student.folder();
    }

    /**
     * Text of the samples whose first step is wrong, then taken back and put right, as a recipe would write it: the wrong step is read,
     * not learnt.
     *
     * @return one line of training data
     */
    public JsonNode maskedExample() {
        Map<String, JsonNode> problems = new LinkedHashMap<>();
        JsonLines.readAll(Samples.problems(), line -> line)
                .forEach(problem -> problems.put(problem.get("id").asText(), problem));
        JsonNode attempt = JsonLines.readAll(Samples.attempts(), line -> line).stream()
                .filter(line -> line.path("first_wrong_step").asInt() == 1)
                .findFirst()
                .orElseThrow();
        JsonNode problem = problems.get(attempt.get("problem_id").asText());
        String wrong = StepSplitter.split(attempt.get("solution").asText())
                .steps()
                .get(0)
                .text();
        String output = wrong + "\nWait, that is not right. Let me do it again.\n"
                + problem.get("answer").asText();
        return Json.mapper()
                .valueToTree(Map.of(
                        "id",
                        attempt.get("id").asText(),
                        "instruction",
                        problem.get("question").asText(),
                        "output",
                        output,
                        "masked",
                        List.of(List.of(0, wrong.codePointCount(0, wrong.length())))));
    }

    /**
     * @param data the data folder; where it lacks GSM8K, the samples' problems are taken
     * @return for each layout how full its rows would be
     */
    public List<RowFilling> fillings(Optional<Path> data) {
        Path file = data.map(folder -> folder.resolve("gsm8k/train.jsonl"))
                .filter(path -> path.toFile().exists())
                .orElseGet(Samples::problems);
        List<Example> examples = student.read((reader, tokenizer) -> {
            List<Example> all = new ArrayList<>();
            JsonLines.readAll(file, line -> line)
                    .forEach(line -> all.add(reader.example(
                            "p" + all.size(),
                            example(
                                    line.get("question").asText(),
                                    line.get("answer").asText()))));
            return all;
        });
        int cutoff = Math.max(
                2 * CUTOFF, examples.stream().mapToInt(Example::length).max().orElseThrow());
        return Stream.of(Layout.values())
                .map(layout -> {
                    int rows = layout == Layout.PACKED ? PACKED_ROWS : PACKED_ROWS * 4;
                    return RowFilling.of(
                            examples, TrainingSettings.DEFAULT.withBatching(new Batching(rows, 1, cutoff, layout)));
                })
                .toList();
    }

    /**
     * @param listener is told of the steps
     * @return fine-tuning of all parameters
     */
    public TrainedRun full(TrainingListener listener) {
        return keep(train("all parameters", student(), settings(scale.steps), Kind.GIVING, listener));
    }

    /**
     * @param listener is told of the steps
     * @return fine-tuning of adapters, merged into the student
     */
    public TrainedRun adapters(TrainingListener listener) {
        TrainingSettings settings = settings(scale.steps)
                .withLora(LoraSettings.DEFAULT)
                .withOptimizer(TrainingSettings.Optimizer.withRate(5e-3));
        return keep(train("adapters", student(), settings, Kind.GIVING, listener));
    }

    private TrainedRun keep(TrainedRun run) {
        runs.add(run);
        return run;
    }

    /**
     * Trains all parameters once more, stops half-way and goes on from the checkpoint.
     *
     * @param whole the run that was not stopped
     * @param listener is told of the steps of both parts
     * @return whether it came out the same
     */
    public Resumed resumed(TrainedRun whole, TrainingListener listener) {
        int half = scale.steps / 2;
        Path folder = work.resolve("stopped");
        List<TrainingProgress> steps = new ArrayList<>();
        student.withDecoder(decoder -> {
            SupervisedTrainer[] trainer = new SupervisedTrainer[1];
            trainer[0] = trainer(decoder, settings(scale.steps), progress -> {
                steps.add(progress);
                listener.onStep(progress);
                if (progress.step() == half) {
                    trainer[0].stop();
                }
            });
            return trainer[0].train(examples(Kind.GIVING), folder);
        });
        student.withDecoder(decoder -> trainer(decoder, settings(scale.steps), progress -> {
                    steps.add(progress);
                    listener.onStep(progress);
                })
                .resume(examples(Kind.GIVING), folder));
        String weights = "model.safetensors";
        boolean identical = Hashes.sha256(whole.model.resolve(weights))
                .equals(Hashes.sha256(folder.resolve("model").resolve(weights)));
        return new Resumed(half, steps, identical);
    }

    /**
     * Asks a model held-out problems of both kinds.
     *
     * @param name of the model
     * @param model a checkpoint folder
     * @return its answers
     */
    public List<AskedProblem> ask(String name, Path model) {
        List<AskedProblem> all = new ArrayList<>();
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            List<AskedProblem> asked = AskedProblem.ask(model, kind.title(), heldOut(kind));
            shares.put(
                    kind.title(),
                    new Share(asked.stream().filter(AskedProblem::right).count(), asked.size()));
            all.addAll(asked);
        }
        scores.put(name, shares);
        return all;
    }

    /**
     * @return runs and scores so far
     */
    public Result result() {
        Map<String, String> settings = Map.of(
                "experiment",
                "fine-tuning",
                "scale",
                scale.toString(),
                "student",
                Checkpoint.open(student()).config().size().toString());
        Map<String, String> hashes = Map.of("student", Hashes.sha256(student().resolve("model.safetensors")));
        return new Result("fine-tuning", List.copyOf(runs), scores, Provenance.of(SEED, settings, hashes));
    }

    private TrainedRun train(String name, Path from, TrainingSettings settings, Kind kind, TrainingListener listener) {
        List<TrainingProgress> steps = new ArrayList<>();
        Path folder = work.resolve(name.replace(' ', '-'));
        StudentFolder start = StudentFolder.given(from);
        long parameters = start.withDecoder(decoder -> {
            trainer(decoder, settings, progress -> {
                        steps.add(progress);
                        listener.onStep(progress);
                    })
                    .train(examples(kind), folder);
            return decoder.parameterCount();
        });
        if (settings.lora().isEmpty()) {
            return new TrainedRun(name, parameters, steps, folder.resolve("model"));
        }
        Path merged = folder.resolve("merged");
        return new TrainedRun(name, start.merge(folder.resolve("adapter"), merged), steps, merged);
    }

    private SupervisedTrainer trainer(Decoder decoder, TrainingSettings settings, TrainingListener listener) {
        return new SupervisedTrainer(decoder, settings)
                .withTokenizer(student.tokenizerFiles())
                .withListener(listener);
    }

    private TrainingSettings settings(int steps) {
        return TrainingSettings.DEFAULT
                .withEpochs(Integer.MAX_VALUE)
                .withMaxSteps(steps)
                .withSeed(SEED)
                .withOptimizer(TrainingSettings.Optimizer.withRate(3e-3))
                .withBatching(new Batching(ROWS, 1, CUTOFF, Layout.BUCKETED));
    }

    private List<Example> examples(Kind kind) {
        List<Problem> learnt = SmallSums.all(kind, SEED);
        return student.read((reader, tokenizer) -> learnt.subList(scale.asked, learnt.size()).stream()
                .map(problem -> reader.example(problem.id(), example(problem.question(), problem.goldSolution())))
                .toList());
    }

    private List<Problem> heldOut(Kind kind) {
        return SmallSums.all(kind, SEED).subList(0, scale.asked);
    }

    private static JsonNode example(String question, String answer) {
        return Json.mapper().valueToTree(Map.of("instruction", question, "output", answer));
    }
}
